// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import type { Moved } from '../../../signaling/protocol/board.ts'
import { ApiError } from '../../api/request.ts'
import { createFakeApi } from '../../gallery/office-fake-api.ts'
import { morning, sampleId, toMoved, toMoves } from '../../gallery/office-samples.ts'
import { createFormat } from '../../i18n/format.ts'
import { errors, examTypes, texts as en } from '../../i18n/office/en.ts'
import type { OfficeApi } from '../office-api.ts'
import type { MoveDialog } from './move-dialog.ts'
import type { Notice, Office } from './office-element.ts'
import './session-slots.ts'
import type { SessionSlots } from './session-slots.ts'

const texts = { ...en, errors, examTypes }
const id = sampleId('appointment-1')

afterEach(() => document.body.replaceChildren())

async function open(change: Partial<OfficeApi> = {}) {
  const notices: Notice[] = []
  const changes: unknown[] = []
  const office: Office = {
    api: createFakeApi(change),
    texts,
    format: createFormat('en', 'Europe/Brussels'),
    now: () => Date.parse('2026-11-24T08:00:00Z'),
  }
  const element = document.createElement('session-slots')
  Object.assign(element, { office, session: morning, day: '2026-11-24' })
  element.addEventListener('office-notice', (event) => notices.push((event as CustomEvent).detail))
  element.addEventListener('board-change', (event) => changes.push((event as CustomEvent).detail))
  document.body.append(element)
  await settle(element)
  return { element, notices, changes }
}

/** Every part draws itself in a turn of its own, and loads take one. */
async function settle(element: SessionSlots) {
  for (let turn = 0; turn < 8; turn++) {
    await new Promise((resolve) => setTimeout(resolve))
    await element.updateComplete
  }
}

const row = (element: SessionSlots, selector: string) => {
  const found = element.querySelector(selector)
  if (found === null) throw new Error(`no ${selector}`)
  return found
}

async function chooses(element: SessionSlots, command: string) {
  row(element, `[data-appointment="${id}"] menu-button`).dispatchEvent(
    new CustomEvent('menu-choose', { detail: command }),
  )
  await settle(element)
}

const dialog = (element: SessionSlots) => element.querySelector<MoveDialog>('move-dialog')
const submit = (element: SessionSlots) =>
  element.querySelector<HTMLButtonElement>('move-dialog .dialog-foot button:last-child')

async function picks(element: SessionSlots, slotId: string) {
  const radio = element.querySelector<HTMLInputElement>(`move-dialog [value="${slotId}"]`)
  radio?.dispatchEvent(new Event('change'))
  await settle(element)
}

/** Drops the appointment on a slot, as the mouse does. */
async function drops(element: SessionSlots, slotId: string) {
  const event = new Event('drop', { cancelable: true })
  Object.assign(event, { dataTransfer: { getData: () => id, types: [] } })
  row(element, `[data-slot="${slotId}"]`).dispatchEvent(event)
  await settle(element)
}

const choiceWith = (test: (choice: ReturnType<typeof toMoves>[number]) => boolean) => {
  const choice = toMoves(id, '2026-11-24').find(
    (each) => each.sessionId === sampleId('morning') && test(each),
  )
  if (choice === undefined) throw new Error('no such choice')
  return choice
}

test('an examination for which no post asks is doubted in words, before anybody is invited to it', async () => {
  const { element } = await open()
  const said = (number: number) =>
    row(element, `[data-appointment="${sampleId(`appointment-${number}`)}"]`).textContent ?? ''
  expect(said(3)).toContain(texts['board.nothing-due'])
  expect(said(2)).not.toContain(texts['board.nothing-due'])
})

test('a free slot says how many who wait could have it, and nothing where nobody could', async () => {
  const { element } = await open()
  const said = (slot: string) => row(element, `[data-slot="${sampleId(slot)}"]`).textContent ?? ''
  expect(said('slot-235')).toContain(texts['board.waiting'](2))
  expect(said('slot-20')).not.toContain('Waiting')
})

test('a move is chosen among the free slots, each with what it would break', async () => {
  const { element } = await open()
  await chooses(element, 'move')
  expect(dialog(element)?.textContent).toContain(texts['move.breach']['act-due'])
  expect(dialog(element)?.textContent).not.toContain('Sofie Maes')
  expect(submit(element)?.disabled).toBe(true)
})

test('one that breaks nothing is made, said with its undo, and the keyboard follows it', async () => {
  const sent: unknown[] = []
  const { element, notices, changes } = await open({
    moveAppointment: async (_id, draft) => {
      sent.push(draft)
      return createFakeApi({}).moveAppointment(_id, draft)
    },
  })
  await chooses(element, 'move')
  const free = toMoves(id, '2026-11-24').find(
    ({ holder, breaches }) => holder === null && breaches.length === 0,
  )
  await picks(element, free?.slotId ?? '')
  expect(submit(element)?.textContent?.trim()).toBe(texts['move.move'])
  submit(element)
    ?.closest('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle(element)
  expect(sent).toEqual([{ slotId: free?.slotId, swapWith: null, despite: [] }])
  expect(dialog(element)).toBeNull()
  expect(notices[0]?.sentences[0]).toContain('Marc Dubois')
  expect(notices[0]?.acts?.map(({ label }) => label)).toEqual([
    texts['move.undo'],
    texts['move.send-now'],
  ])
  expect(changes).toEqual([{ selector: `[data-appointment="${id}"]` }])
})

test('what a move breaks is read and sent back with it', async () => {
  const sent: unknown[] = []
  const { element } = await open({
    moveAppointment: (_id, draft) => {
      sent.push(draft)
      return new Promise(() => undefined)
    },
  })
  await chooses(element, 'swap')
  const doubtful = choiceWith(
    ({ holder, breaches }) => holder !== null && breaches.length === 1 && !breaches[0]?.forbids,
  )
  await picks(element, doubtful.slotId)
  expect(submit(element)?.textContent?.trim()).toBe(texts['move.all-the-same'])
  submit(element)
    ?.closest('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle(element)
  expect(sent).toEqual([
    {
      slotId: doubtful.slotId,
      swapWith: doubtful.holder?.appointmentId,
      despite: ['not-in-their-language'],
    },
  ])
})

test('a drop that breaks nothing is made at once', async () => {
  const moved: string[] = []
  const { element, notices } = await open({
    moveAppointment: (_id, draft) => {
      moved.push(draft.slotId)
      return createFakeApi({}).moveAppointment(_id, draft)
    },
  })
  const fine = choiceWith(({ breaches }) => breaches.length === 0)
  await drops(element, fine.slotId)
  expect(moved).toEqual([fine.slotId])
  expect(notices).toHaveLength(1)
})

test('a drop that breaks a rule is asked about first, the slot chosen', async () => {
  const moved: Moved[] = []
  const { element } = await open({
    moveAppointment: async (_id, draft) => {
      const reply = await createFakeApi({}).moveAppointment(_id, draft)
      moved.push(reply)
      return reply
    },
  })
  const doubtful = choiceWith(({ breaches }) => breaches.length === 2)
  await drops(element, doubtful.slotId)
  expect(moved).toEqual([])
  expect(submit(element)?.textContent?.trim()).toBe(texts['move.all-the-same'])
  expect(submit(element)?.disabled).toBe(false)
})

test('what is carried can be let go over a visit in person or a removal, and is asked about', async () => {
  const { element } = await open()
  expect(element.querySelector('.drop-zone')).toBeNull()
  const taken = new Event('dragstart')
  Object.assign(taken, { dataTransfer: { setData: () => undefined } })
  row(element, `[data-appointment="${id}"]`).dispatchEvent(taken)
  await settle(element)
  const drop = new Event('drop', { cancelable: true })
  Object.assign(drop, { dataTransfer: { getData: () => id, types: [] } })
  row(element, '.drop-zone[data-command=remove]').dispatchEvent(drop)
  await settle(element)
  expect(element.textContent).toContain(texts['board.remove-ask']('Marc Dubois'))
  expect(element.querySelector('.drop-zone')).toBeNull()
})

test('a removal can be undone from its notice, which says when the mail leaves', async () => {
  const ended = { appointment: toMoved(id, sampleId('slot-1'), null).appointment, toPhone: false }
  const undone: string[] = []
  const { element, notices, changes } = await open({
    cancelAppointment: async () => ({ ...ended, mailsAt: '2026-11-24T08:10:00.000Z' }),
    undoEnd: async (appointmentId) => {
      undone.push(appointmentId)
      return { ...ended, mailsAt: null }
    },
  })
  await chooses(element, 'remove')
  element.querySelector<HTMLButtonElement>('confirm-dialog .stop')?.click()
  await settle(element)
  expect(notices[0]?.sentences).toEqual([
    texts['board.removed']('Marc Dubois'),
    texts['move.mail-at']('09:10'),
  ])
  await notices[0]?.acts?.[0]?.act()
  expect(undone).toEqual([id])
  expect(notices[1]?.sentences).toEqual([texts['board.end-undone']('Marc Dubois')])
  expect(changes).toHaveLength(2)
})

test('an undo that comes too late says so', async () => {
  const { element, notices } = await open({
    undoMove: () => Promise.reject(new ApiError('undo-over')),
  })
  const fine = choiceWith(({ breaches }) => breaches.length === 0)
  await drops(element, fine.slotId)
  await notices[0]?.acts?.[0]?.act()
  await settle(element)
  expect(element.textContent).toContain(errors['undo-over'])
})
