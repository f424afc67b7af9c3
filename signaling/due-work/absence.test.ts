/** Somebody who does not come, through the real server and real sockets, with the clock in the test's hands. */
import { describe, expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import type { Mailer } from '../outreach/mailer.ts'
import type { MyAppointment } from '../protocol/my-appointment.ts'
import { silentLog } from '../outreach/testing.ts'
import { openTestHouse, ringOf, type TestPage } from '../socket/test-house.ts'
import { createAbsence, type AbsenceOptions } from './absence.ts'
import { startDueWork, type DueKeeper } from './due-work.ts'

const minute = 60_000
const idle: DueKeeper = { foresee: async () => {}, carryOut: async () => 'needless' }

/** Of a server that was just started: the physicians are free, and of the workers it has seen nobody. */
function liveThatForgot(told: string[]): AbsenceOptions['live'] {
  return {
    agendaChanged: (physicianId) => told.push(`agenda-changed ${physicianId}`),
    appointmentOver: (id) => told.push(`over ${id}`),
    freeSince: () => 0,
    progress: () => ({ inCallSince: null, workerHere: false }),
    workerCame: () => false,
  }
}

interface Given {
  readonly noAnswerMs?: number | null
  readonly mailer?: Mailer
}

/** It is 08:00; two are invited, for 08:10 to 08:25 and the quarter of an hour after that. */
async function open({ noAnswerMs = 3 * minute, mailer }: Given = {}) {
  const house = await openTestHouse({ config: { noAnswerMs }, ...(mailer && { mailer }) })
  const { app, store, time, origin } = house
  const clinic = await house.addClinic({
    sessionStart: toInstant(time.clock.now() + 10 * minute),
    appointments: 2,
  })
  const [first, second] = clinic.appointments
  if (first === undefined || second === undefined) throw new Error('no appointments')
  const planner = await house.signInStaff(clinic.planner.id)
  const post = (url: string, payload: object = {}, cookie = planner) =>
    app.inject({ method: 'POST', url: `/api${url}`, headers: { origin, cookie }, payload })
  const told = mailer === undefined ? 'sent' : 'failed'
  for (const { id } of clinic.appointments) {
    await post(`/appointments/${id}/invitation`)
    await expect
      .poll(async () => (await store.read.appointments.get(id))?.delivery.state)
      .toBe(told)
  }
  await house.minutePassed()
  const toldAnew: string[] = []
  const keeper = createAbsence({
    store,
    live: liveThatForgot(toldAnew),
    waitMs: noAnswerMs,
    knowsSince: 0,
    timeZone: house.config.timeZone,
    wakeRefiller: () => toldAnew.push('slot-free'),
  })
  const pages: TestPage[] = []
  const enter = async (path: '/ws/desk' | '/ws/worker', cookie: string) => {
    const page = await house.upgrade(path, cookie)
    await page.hello()
    pages.push(page)
    return page
  }
  return {
    ...house,
    /** Another server on the same store, which has forgotten who came; and what its pages are told. */
    keeper,
    toldAnew,
    /** Its due work begins, and a minute passes. */
    startAnew: async () => {
      const looks: (() => Promise<void>)[] = []
      const worker = startDueWork({
        store,
        clock: time.clock,
        keepers: {
          'reminder': idle,
          'no-answer': idle,
          'absence': keeper,
          'approval-ending': idle,
        },
        wakeOutbox: () => {},
        eachMinute: (look) => {
          looks.push(look)
          return () => {}
        },
        log: silentLog,
      })
      for (const look of looks) await look()
      await worker.close()
    },
    clinic,
    first,
    second,
    post,
    /** The physician opens the desk, and begins. */
    openDesk: async ({ begins = true } = {}) => {
      const desk = await enter('/ws/desk', await house.signInStaff(clinic.physicianStaff.id))
      if (begins) desk.say({ type: 'readiness', readiness: 'ready', visible: true })
      await desk.settled()
      return desk
    },
    openPage: async (id: string) => enter('/ws/worker', await house.signInWorker(id)),
    leave: async (page: TestPage) => {
      page.socket.close()
      await page.closed
      pages.splice(pages.indexOf(page), 1)
    },
    /** Lets the minutes pass until then, as "08:13". */
    until: async (clock: string) => {
      const end = Date.parse(`2026-11-24T${clock}:00Z`)
      while (time.clock.now() < end) {
        time.stall(minute)
        for (const page of pages) await page.settled()
        await house.minutePassed()
      }
    },
    statusOf: async ({ id }: { id: string }) => (await store.read.appointments.get(id))?.status,
    actionsOf: async ({ id }: { id: string }) =>
      (await store.read.audit.ofAppointment(id)).map(({ action }) => action),
    enterByLink: async (appointment: typeof first, what: 'look' | 'enter' | 'cannot-call') => {
      const token = house.callLinks.tokenFor({ ...appointment, linkVersion: 1 })
      const reply = await post(`/call-link/${what}`, { token }, '')
      return reply.statusCode === 204 ? null : reply.json<MyAppointment>().state
    },
  }
}

describe('somebody who does not come while the physician is free for them', () => {
  test('is noted as a no-show when the time is over, by the clock, and the desk reads its list anew', async () => {
    const { openDesk, until, first, statusOf, store } = await open()
    const desk = await openDesk()
    await until('08:12')
    expect(await statusOf(first)).toBe('invited')
    const before = desk.received.filter(({ type }) => type === 'agenda-changed').length
    await until('08:13')
    expect(await store.read.appointments.get(first.id)).toMatchObject({
      status: 'no-show',
      outcome: null,
    })
    const last = (await store.read.audit.ofAppointment(first.id)).at(-1)
    expect(last).toMatchObject({ actor: systemActor, action: 'waiting-given-up' })
    await expect
      .poll(() => desk.received.filter(({ type }) => type === 'agenda-changed').length)
      .toBeGreaterThan(before)
    expect((await store.read.audit.verify()).brokenAt).toBeNull()
  })

  test('leaves the rest of the slot to who is on their page already', async () => {
    const { openDesk, openPage, until, first, second, store } = await open()
    await openDesk()
    await until('08:11')
    const page = await openPage(second.id)
    await until('08:13')
    await expect.poll(() => store.read.offers.open()).toHaveLength(1)
    const [offer] = await store.read.offers.open()
    expect(offer).toMatchObject({
      slotId: first.slotId,
      workerId: second.workerId,
      reason: 'online',
      until: '2026-11-24T08:15:00.000Z',
    })
    const { consultation } = await page.next('consultation')
    expect(consultation.offerId).toBe(offer?.id)
  })

  test('is noted once, whatever restarts, and not again after they came', async () => {
    const { openDesk, until, first, actionsOf, statusOf, enterByLink, startAnew } = await open()
    const given = async () =>
      (await actionsOf(first)).filter((action) => action === 'waiting-given-up').length
    await openDesk()
    await until('08:13')
    await startAnew()
    expect(await given()).toBe(1)
    await enterByLink(first, 'enter')
    await until('08:24')
    await startAnew()
    expect(await given()).toBe(1)
    expect(await statusOf(first)).toBe('invited')
  })

  test('has it again by a page that is loaded once more: its link is spent, its login is not', async () => {
    const { app, openDesk, until, first, statusOf, post, signInWorker, startAnew } = await open()
    const cookie = await signInWorker(first.id)
    await openDesk()
    await until('08:13')
    const mine = await app.inject({ url: '/api/my-appointment', headers: { cookie } })
    expect(mine.json()).toMatchObject({ state: 'over' })
    const come = await post('/my-appointment/come', {}, cookie)
    expect(come.json()).toMatchObject({ state: 'open' })
    expect(await statusOf(first)).toBe('invited')
    await until('08:24')
    await startAnew()
    expect(await statusOf(first)).toBe('invited')
  })

  test('who came after all at that very moment finds the waiting room open', async () => {
    const { keeper, toldAnew, openDesk, until, first, enterByLink } = await open()
    await openDesk()
    await until('08:13')
    await enterByLink(first, 'enter')
    const work = { kind: 'absence', subject: first.id, occasion: first.startsAt } as const
    await keeper.afterwards?.({ ...work, dueAt: first.startsAt })
    expect(toldAnew).toEqual([])
  })

  test('has it again when they come after all, and is no no-show any more', async () => {
    const { openDesk, openPage, until, first, statusOf, enterByLink } = await open()
    const desk = await openDesk()
    await until('08:13')
    expect(await enterByLink(first, 'look')).toBe('open')
    expect(await statusOf(first)).toBe('no-show')
    expect(await enterByLink(first, 'enter')).toBe('open')
    expect(await statusOf(first)).toBe('invited')
    const page = await openPage(first.id)
    desk.say({ type: 'ring', appointmentId: first.id })
    expect(await ringOf(page)).toMatch(/./)
    await until('08:24')
    expect(await statusOf(first)).toBe('invited')
  })

  test('comes too late once somebody else has the slot', async () => {
    const { openDesk, until, first, statusOf, enterByLink, post, clinic } = await open()
    await openDesk()
    await until('08:13')
    const workerId = clinic.workers[3]?.id
    const plan = { slotId: first.slotId, workerId, examType: 'periodic' }
    expect((await post('/appointments', plan)).statusCode).toBe(201)
    expect(await enterByLink(first, 'enter')).toBe('over')
    expect(await statusOf(first)).toBe('no-show')
  })

  test('is put back by the planner too', async () => {
    const { openDesk, until, first, statusOf, post } = await open()
    await openDesk()
    await until('08:13')
    expect((await post(`/appointments/${first.id}/end/undo`)).statusCode).toBe(200)
    expect(await statusOf(first)).toBe('invited')
  })
})

describe('nobody is a no-show by the clock', () => {
  test('whose physician is not there', async () => {
    const { until, first, statusOf } = await open()
    await until('08:30')
    expect(await statusOf(first)).toBe('invited')
  })

  test('whose physician opened the desk, and has not begun', async () => {
    const { openDesk, until, first, statusOf } = await open()
    await openDesk({ begins: false })
    await until('08:24')
    expect(await statusOf(first)).toBe('invited')
  })

  test('whose physician came late, before they had their whole time', async () => {
    const { openDesk, until, first, statusOf } = await open()
    await until('08:12')
    await openDesk()
    await until('08:14')
    expect(await statusOf(first)).toBe('invited')
    await until('08:15')
    expect(await statusOf(first)).toBe('no-show')
  })

  test('while the physician talks with somebody else, or owes their result', async () => {
    const { openDesk, openPage, until, first, second, statusOf } = await open()
    const desk = await openDesk()
    const page = await openPage(second.id)
    await until('08:09')
    desk.say({ type: 'ring', appointmentId: second.id })
    page.say({ type: 'answer', appointmentId: second.id, ringId: await ringOf(page) })
    const { callId } = await page.next('call-opened')
    await until('08:16')
    expect(await statusOf(first)).toBe('invited')
    desk.say({ type: 'hang-up', appointmentId: second.id, callId })
    await until('08:24')
    expect(await statusOf(first)).toBe('invited')
  })

  test('who came, and whose page is gone again: that may be the technique', async () => {
    const { openDesk, openPage, leave, until, first, statusOf } = await open()
    await openDesk()
    const page = await openPage(first.id)
    await until('08:09')
    await leave(page)
    await until('08:24')
    expect(await statusOf(first)).toBe('invited')
  })

  test('who opened their link and got no further', async () => {
    const { openDesk, until, first, statusOf, enterByLink } = await open()
    await openDesk()
    await enterByLink(first, 'enter')
    await until('08:24')
    expect(await statusOf(first)).toBe('invited')
  })

  test('who opened their link where nobody can call, in the window of a mail app', async () => {
    const { openDesk, until, first, statusOf, enterByLink, actionsOf } = await open()
    await openDesk()
    await enterByLink(first, 'cannot-call')
    await enterByLink(first, 'cannot-call')
    await until('08:24')
    expect(await statusOf(first)).toBe('invited')
    const noted = (await actionsOf(first)).filter((action) => action === 'call-link-cannot-call')
    expect(noted).toHaveLength(1)
  })

  test('who opened it there after the clock had given them up', async () => {
    const { openDesk, until, first, statusOf, enterByLink } = await open()
    await openDesk()
    await until('08:13')
    expect(await statusOf(first)).toBe('no-show')
    await enterByLink(first, 'cannot-call')
    expect(await statusOf(first)).toBe('invited')
  })

  test('whose page came by the login of another day, and got no line', async () => {
    const { openDesk, until, first, statusOf, post, signInWorker } = await open()
    const cookie = await signInWorker(first.id)
    await openDesk()
    await post('/my-appointment/come', {}, cookie)
    await until('08:24')
    expect(await statusOf(first)).toBe('invited')
  })

  test('who entered early, before the waiting room opened, and left the page', async () => {
    const { openDesk, until, second, statusOf, enterByLink } = await open()
    await openDesk()
    expect(await enterByLink(second, 'enter')).toBe('upcoming')
    await until('08:39')
    expect(await statusOf(second)).toBe('invited')
  })

  test('whom no mail server took the invitation for', async () => {
    const mailer: Mailer = { send: async () => ({ kind: 'refused', error: 'no such mailbox' }) }
    const { openDesk, until, first, statusOf } = await open({ mailer })
    await openDesk()
    await until('08:24')
    expect(await statusOf(first)).toBe('invited')
  })

  test('where the service does not want that', async () => {
    const { openDesk, until, first, statusOf } = await open({ noAnswerMs: null })
    await openDesk()
    await until('08:24')
    expect(await statusOf(first)).toBe('invited')
  })
})
