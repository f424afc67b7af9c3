import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MoveChoice, Moved } from '../protocol/board.ts'
import type { FillReply, Session } from '../protocol/planning.ts'
import { aWorker, clinic, openHarness, workerId, type Harness } from './planning-harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(() => harness.reset())
afterAll(() => harness.close())

/** On Tuesday 24 November 2026, three slots from 10:00 in Brussels. */
async function addSession(change: object = {}): Promise<Session> {
  const { status, reply } = await harness.post('/sessions', {
    physicianId: clinic.physicianId,
    roomId: null,
    date: '2026-11-24',
    from: '10:00',
    until: '11:00',
    slotMinutes: 20,
    ...change,
  })
  expect(status).toBe(201)
  return reply as Session
}

/** Returns the appointments of the first workers, in the first slots. */
async function fill(session: Session, numbers: readonly number[], invite = false) {
  const { reply } = await harness.post(`/sessions/${session.id}/fill`, {
    workerIds: numbers.map(workerId),
    examType: 'periodic',
  })
  if (invite) await harness.post(`/sessions/${session.id}/invitations`)
  return (reply as FillReply).appointments.map(({ id }) => id)
}

const slotId = (session: Session, index: number) => session.slots[index]?.id ?? ''
const move = (id: string | undefined, slot: string, change: object = {}) =>
  harness.post(`/appointments/${id}/move`, { slotId: slot, swapWith: null, despite: [], ...change })
const undo = (id: string | undefined) => harness.post(`/appointments/${id}/move/undo`)
const choices = async (id: string | undefined, from = '2026-11-24', until = from) =>
  (await harness.get(`/appointments/${id}/moves?from=${from}&until=${until}`)).reply as MoveChoice[]
const get = async (id: string | undefined) => harness.store.read.appointments.get(id ?? '')
const sequence = async (id: string | undefined) =>
  (await harness.store.read.appointments.context(id ?? ''))?.calendar
const mails = (now: string) => harness.store.read.outbox.due(`${now}.000Z` as `${string}Z`, 10)
const send = (now: string) => harness.sendMails(`${now}.000Z` as `${string}Z`)
const codes = (found: readonly MoveChoice[], slot: string) =>
  found.find((choice) => choice.slotId === slot)?.breaches.map(({ code }) => code)

describe('where an appointment can go', () => {
  test('is told for every slot but its own, with whom it would be swapped', async () => {
    const session = await addSession()
    const [first, second] = await fill(session, [1, 2])
    expect(await choices(first)).toMatchObject([
      { slotId: slotId(session, 1), holder: { appointmentId: second }, breaches: [] },
      { slotId: slotId(session, 2), holder: null, breaches: [], placeName: null },
    ])
  })

  test('comes with the breaches: language, site, and the day by which the approval ends', async () => {
    const session = await addSession()
    const room = await addSession({
      physicianId: clinic.otherPhysicianId,
      roomId: clinic.roomId,
      date: '2026-11-25',
    })
    const [first] = await fill(session, [1])
    await harness.post(`/physicians/${clinic.otherPhysicianId}/languages`, { languages: ['fr'] })
    const found = await choices(first, '2026-11-24', '2026-11-25')
    expect(codes(found, slotId(session, 1))).toEqual([])
    expect(codes(found, slotId(room, 0))).toEqual(['not-at-their-site', 'not-in-their-language'])
    await harness.post('/remote-policy', {
      examType: 'periodic',
      employerId: null,
      rule: { kind: 'off' },
    })
    expect(codes(await choices(first), slotId(session, 1))).toEqual(['remote-not-allowed'])
  })

  test('knows by when the post wants the examination, and that an act of it is due', async () => {
    const session = await addSession()
    const later = await addSession({ date: '2026-11-26' })
    const [first] = await fill(session, [1])
    const addPost = async (name: string, acts: readonly string[]) => {
      const { employerId } = clinic
      const draft = { employerId, name, examType: 'periodic', periodMonths: 12, acts }
      const { id } = (await harness.post('/posts', draft)).reply as { id: string }
      await harness.post(`/workers/${workerId(1)}/post`, { postId: id })
    }
    await addPost('Bediende', [])
    expect(codes(await choices(first, '2026-11-26'), slotId(later, 0))).toEqual(['not-in-time'])
    await addPost('Technicus masten', ['spirometry'])
    expect(codes(await choices(first, '2026-11-26'), slotId(later, 0))).toEqual([
      'act-due',
      'not-in-time',
    ])
  })

  test('tells of a swap what it breaks for the other one as well', async () => {
    const session = await addSession()
    const other = await addSession({ physicianId: clinic.otherPhysicianId })
    const [first] = await fill(session, [1])
    const [second] = await fill(other, [2])
    await harness.post(`/physicians/${clinic.physicianId}/languages`, { languages: ['fr'] })
    const found = (await choices(first)).find((choice) => choice.slotId === slotId(other, 0))
    expect(found?.breaches).toEqual([
      { code: 'not-in-their-language', appointmentId: second, forbids: false },
    ])
  })

  test('is not told for days that do not exist or are too many, nor for what is over', async () => {
    const [first] = await fill(await addSession(), [1])
    const ask = (query: string) => harness.get(`/appointments/${first}/moves?${query}`)
    expect(await ask('from=2026-11-31&until=2026-12-01')).toMatchObject({ status: 400 })
    expect(await ask('from=2026-11-24&until=2026-12-24')).toMatchObject({ status: 400 })
    await harness.post(`/appointments/${first}/cancel`)
    expect(await ask('from=2026-11-24&until=2026-11-24')).toMatchObject({
      status: 409,
      reply: { code: 'transition-refused' },
    })
  })
})

describe('a move', () => {
  test('takes the free slot, frees its own, tells both desks and stands in the audit log', async () => {
    const session = await addSession()
    const other = await addSession({ physicianId: clinic.otherPhysicianId })
    const [first] = await fill(session, [1])
    harness.told.length = 0
    const { status, reply } = await move(first, slotId(other, 2))
    expect(status).toBe(200)
    expect(reply).toMatchObject({
      appointment: { id: first, slotId: slotId(other, 2), status: 'planned' },
      swapped: null,
      mailsAt: null,
      toPhone: [],
    })
    expect(harness.told.toSorted()).toEqual([
      `agenda-changed ${clinic.physicianId}`,
      `agenda-changed ${clinic.otherPhysicianId}`,
    ])
    expect(await fill(session, [2])).toHaveLength(1)
    const log = await harness.store.read.audit.ofAppointment(first ?? '')
    expect(log.at(-1)).toMatchObject({
      action: 'appointment-moved',
      details: { fromSlotId: slotId(session, 0), toSlotId: slotId(other, 2) },
    })
  })

  test('is refused into a slot that somebody took meanwhile', async () => {
    const session = await addSession()
    const [first] = await fill(session, [1, 2])
    expect(await move(first, slotId(session, 1))).toMatchObject({
      status: 409,
      reply: { code: 'slot-taken', at: '/slotId' },
    })
    expect(await move(first, slotId(session, 2), { swapWith: workerId(9) })).toMatchObject({
      status: 409,
    })
  })

  test('is refused where the policy or time forbids it, whatever the planner says', async () => {
    const session = await addSession()
    const [first] = await fill(session, [1])
    harness.clock.set('2026-11-24T09:25:00Z')
    const despite = ['slot-past', 'remote-not-allowed']
    await harness.post(`/remote-policy`, {
      examType: 'periodic',
      employerId: null,
      rule: { kind: 'off' },
    })
    expect(await move(first, slotId(session, 2), { despite })).toMatchObject({
      status: 422,
      reply: { code: 'remote-not-allowed' },
    })
  })

  test('that breaks what the planner may weigh is made once it was shown', async () => {
    const session = await addSession()
    const [first] = await fill(session, [1])
    await harness.post(`/physicians/${clinic.physicianId}/languages`, { languages: ['fr'] })
    expect(await move(first, slotId(session, 1))).toMatchObject({
      status: 409,
      reply: { code: 'breach-not-shown' },
    })
    const despite = ['not-in-their-language']
    expect(await move(first, slotId(session, 1), { despite })).toMatchObject({ status: 200 })
  })

  test('of an invited worker queues one mail for later, its calendar entry the next of the same', async () => {
    const session = await addSession()
    const [first] = await fill(session, [1], true)
    await send('2026-11-24T08:00:00')
    const before = await sequence(first)
    const { reply } = await move(first, slotId(session, 1))
    expect(reply).toMatchObject({ mailsAt: '2026-11-24T08:10:00.000Z' })
    expect(await sequence(first)).toEqual({ uid: before?.uid, sequence: 1 })
    expect(await mails('2026-11-24T08:09:59')).toEqual([])
    await move(first, slotId(session, 2))
    expect(await sequence(first)).toMatchObject({ sequence: 2 })
    expect(await send('2026-11-24T08:10:00')).toEqual(['moved'])
  })

  test('of a worker who never got the invitation sends that, and of one without address says to phone', async () => {
    const session = await addSession()
    const [first] = await fill(session, [1], true)
    await move(first, slotId(session, 1))
    expect(await send('2026-11-24T08:10:00')).toEqual(['invitation'])

    const [fifth] = await fill(session, [5])
    await harness.store.write((writer) =>
      writer.appointments.change(
        fifth ?? '',
        { type: 'invite' },
        { actor: { kind: 'system', id: null }, at: '2026-11-24T08:00:00.000Z' },
      ),
    )
    expect((await move(fifth, slotId(session, 2))).reply).toMatchObject({
      mailsAt: null,
      toPhone: [fifth],
    })
  })

  test('leaves at once when the planner sends it now, and only once', async () => {
    const session = await addSession()
    const [first] = await fill(session, [1], true)
    await send('2026-11-24T08:00:00')
    await move(first, slotId(session, 1))
    await harness.post(`/appointments/${first}/invitation`)
    expect(await send('2026-11-24T08:00:00')).toEqual(['moved'])
    expect(await mails('2026-11-24T09:00:00')).toEqual([])
  })

  test('of one who accepted asks for a new answer: another hour was accepted', async () => {
    const session = await addSession()
    const [first] = await fill(session, [1], true)
    await harness.store.write((writer) =>
      writer.appointments.change(
        first ?? '',
        { type: 'accept' },
        { actor: { kind: 'worker', id: first ?? '' }, at: '2026-11-24T08:00:00.000Z' },
      ),
    )
    expect((await move(first, slotId(session, 1))).reply).toMatchObject({
      appointment: { status: 'invited' },
    })
    expect((await undo(first)).reply).toMatchObject({ appointment: { status: 'accepted' } })
  })
})

test('one half day on everyone’s own phone takes workers of several employers, each named', async () => {
  const { reply } = await harness.post('/employers', { name: "D'Hondt & Zonen" })
  const { id: employerId } = reply as { id: string }
  const other = { ...aWorker(1), id: 'worker-of-the-other', employerId, personnelNumber: null }
  await harness.store.write((writer) => writer.workers.add([other], '2026-11-24T08:00:00.000Z'))
  const session = await addSession()
  await harness.post(`/sessions/${session.id}/fill`, {
    workerIds: [workerId(2), other.id],
    examType: 'periodic',
  })
  const { slots } = (await harness.get(`/sessions/${session.id}`)).reply as Session
  expect(slots.map(({ appointment }) => appointment?.employerName)).toEqual([
    'Proximus',
    "D'Hondt & Zonen",
    undefined,
  ])
  const id = slots[1]?.appointment?.id
  expect(codes(await choices(id), slots[2]?.id ?? '')).toEqual([])
})

describe('a swap', () => {
  test('puts each into the other’s slot, and tells both', async () => {
    const session = await addSession()
    const [first, second] = await fill(session, [1, 2], true)
    await send('2026-11-24T08:00:00')
    const { reply } = await move(first, slotId(session, 1), { swapWith: second })
    expect(reply).toMatchObject({
      appointment: { id: first, slotId: slotId(session, 1), status: 'invited' },
      swapped: { id: second, slotId: slotId(session, 0), status: 'invited' },
    })
    expect(await send('2026-11-24T08:10:00')).toEqual(['moved', 'moved'])
    expect(await harness.store.read.audit.verify()).toMatchObject({ brokenAt: null })
  })

  test('is refused with whom is over', async () => {
    const session = await addSession()
    const [first, second] = await fill(session, [1, 2])
    await harness.store.write((writer) =>
      writer.appointments.change(
        second ?? '',
        { type: 'record-outcome', outcome: 'done-by-video', workerCame: true },
        { actor: { kind: 'system', id: null }, at: '2026-11-24T08:00:00.000Z' },
      ),
    )
    expect(await move(first, slotId(session, 1), { swapWith: second })).toMatchObject({
      status: 409,
      reply: { code: 'slot-past' },
    })
  })
})

describe('undo', () => {
  test('puts a move back and calls its mail off', async () => {
    const session = await addSession()
    const [first] = await fill(session, [1], true)
    await send('2026-11-24T08:00:00')
    const before = await get(first)
    await move(first, slotId(session, 1))
    harness.clock.set('2026-11-24T08:09:59Z')
    const { status, reply } = await undo(first)
    expect(status).toBe(200)
    expect(reply as Moved).toMatchObject({
      appointment: { slotId: before?.slotId, status: 'invited' },
      mailsAt: null,
    })
    expect(await mails('2026-11-24T12:00:00')).toEqual([])
    const log = await harness.store.read.audit.ofAppointment(first ?? '')
    expect(log.at(-1)?.action).toBe('move-taken-back')
  })

  test('puts a swap back from either side', async () => {
    const session = await addSession()
    const [first, second] = await fill(session, [1, 2])
    await move(first, slotId(session, 1), { swapWith: second })
    expect(await undo(second)).toMatchObject({ status: 200 })
    expect(await get(first)).toMatchObject({ slotId: slotId(session, 0) })
    expect(await get(second)).toMatchObject({ slotId: slotId(session, 1) })
  })

  test('of a move whose invitation waited lets the invitation leave', async () => {
    const session = await addSession()
    const [first] = await fill(session, [1], true)
    await move(first, slotId(session, 1))
    await undo(first)
    expect(await send('2026-11-24T08:00:00')).toEqual(['invitation'])
  })

  test('tells who was told: the mail was sent at once', async () => {
    const session = await addSession()
    const [first] = await fill(session, [1], true)
    await send('2026-11-24T08:00:00')
    await move(first, slotId(session, 1))
    await harness.post(`/appointments/${first}/invitation`)
    await send('2026-11-24T08:00:00')
    harness.clock.set('2026-11-24T08:01:00Z')
    expect((await undo(first)).reply).toMatchObject({ mailsAt: '2026-11-24T08:11:00.000Z' })
    expect(await send('2026-11-24T08:11:00')).toEqual(['moved'])
  })

  test.each<[string, (session: Session, first: string) => Promise<unknown>]>([
    ['that was never made', async () => null],
    [
      'ten minutes ago',
      async (session, first) => {
        await move(first, slotId(session, 1))
        harness.clock.set('2026-11-24T08:10:00Z')
      },
    ],
    [
      'twice',
      async (session, first) => {
        await move(first, slotId(session, 1))
        await undo(first)
      },
    ],
    [
      'of two, of whom one was moved on since',
      async (session, first) => {
        const [second] = await fill(session, [2])
        await move(first, slotId(session, 1), { swapWith: second })
        await move(second, slotId(session, 2))
      },
    ],
    [
      'of one who was cancelled since',
      async (session, first) => {
        await move(first, slotId(session, 1))
        await harness.post(`/appointments/${first}/cancel`)
      },
    ],
  ])('is refused of a move %s', async (_name, before) => {
    const session = await addSession()
    const [first = ''] = await fill(session, [1])
    await before(session, first)
    expect(await undo(first)).toMatchObject({ status: 409, reply: { code: 'undo-over' } })
  })

  test('is refused once somebody has the old slot', async () => {
    const session = await addSession()
    const [first] = await fill(session, [1])
    await move(first, slotId(session, 2))
    await fill(session, [2])
    expect(await undo(first)).toMatchObject({ status: 409, reply: { code: 'slot-taken' } })
  })
})

test('of many moves into one free slot at once, one is made and nobody is lost', async () => {
  const session = await addSession({ until: '14:00', slotMinutes: 5 })
  const crowd = Array.from({ length: 47 }, (_, index) => `crowd-00000000000${index + 10}`)
  await harness.store.write((writer) =>
    writer.workers.add(
      crowd.map((id) => ({
        ...aWorker(1),
        id,
        personnelNumber: null,
      })),
      '2026-11-24T08:00:00.000Z',
    ),
  )
  const { reply } = await harness.post(`/sessions/${session.id}/fill`, {
    workerIds: crowd,
    examType: 'periodic',
  })
  const ids = (reply as FillReply).appointments.map(({ id }) => id)
  expect(ids).toHaveLength(47)
  const target = slotId(session, 47)
  const replies = await Promise.all(ids.map((id) => move(id, target)))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(replies.filter(({ status }) => status === 409)).toHaveLength(46)
  const after = await harness.store.read.appointments.ofSession(session.id)
  expect(new Set(after.map((appointment) => appointment.slotId)).size).toBe(47)
})
