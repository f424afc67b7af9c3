import { describe, expect, test } from 'vitest'
import { fromInstant, toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import type { MyAppointment, NearestSlots } from '../protocol/my-appointment.ts'
import type { Id } from '../protocol/primitives.ts'
import { buildTestApp } from '../testing/app.ts'

const hour = 60 * 60_000
const twoWeeks = 14 * 24 * hour

/** Four slots in two weeks, the first two taken by invited workers, unless said otherwise. */
async function open({ appointments = 2, invited = true } = {}) {
  const world = await buildTestApp()
  const startsAt = toInstant(world.clock.now() + twoWeeks)
  const clinic = await world.addClinic({ sessionStart: startsAt, appointments })
  const deed = { actor: systemActor, at: toInstant(world.clock.now()) }
  const ids = clinic.appointments.map(({ id }) => id)
  await world.store.write(async (writer) => {
    for (const id of invited ? ids : []) {
      await writer.appointments.change(id, { type: 'invite' }, deed)
    }
  })
  const id = ids[0] ?? ''
  const cookie = await world.signInWorker(id)
  const headersOf = (theirs: string) => ({ origin: world.origin, cookie: theirs })
  const ask = (method: 'GET' | 'POST', path: string, payload?: object, theirs = cookie) =>
    world.app.inject({
      method,
      url: `/api/my-appointment${path}`,
      headers: headersOf(theirs),
      ...(payload && { payload }),
    })
  const mine = async () => (await ask('GET', '')).json<MyAppointment>()
  return {
    ...world,
    ...clinic,
    id,
    ids,
    ask,
    mine,
    slots: async () => (await ask('GET', '/slots')).json<NearestSlots>(),
    statusOf: async (which: Id = id) => (await world.store.read.appointments.get(which))?.status,
    actions: async () =>
      (await world.store.read.audit.ofAppointment(id)).map(
        ({ action, actor }) => `${action} by ${actor.kind}`,
      ),
    startsAt,
  }
}

describe('an invited worker', () => {
  test('is told until when they may choose', async () => {
    const { mine, startsAt } = await open()
    const until = toInstant(fromInstant(startsAt) - 24 * hour)
    expect(await mine()).toMatchObject({ choice: { confirmed: false, until } })
  })

  test('confirms, once or twice, with one entry in the log', async () => {
    const { ask, statusOf, actions } = await open()
    for (const _ of [1, 2]) {
      const reply = await ask('POST', '/confirm')
      expect(reply.json<MyAppointment>()).toMatchObject({ choice: { confirmed: true } })
    }
    expect(await statusOf()).toBe('accepted')
    expect((await actions()).filter((entry) => entry.endsWith('by worker'))).toEqual([
      'appointment-accepted by worker',
    ])
  })

  test('declines: the appointment is cancelled, the slot is free, one entry in the log', async () => {
    const { ask, statusOf, actions, store, sessionId, slotIds } = await open()
    const reply = await ask('POST', '/decline')
    expect(reply.json<MyAppointment>().state).toBe('over')
    expect(await statusOf()).toBe('cancelled')
    expect((await actions()).at(-1)).toBe('appointment-cancelled by worker')
    const free = await store.read.slots.free(sessionId, '2026-11-24T08:00:00.000Z')
    expect(free.map(({ id }) => id)).toContain(slotIds[0])
  })

  test('moves to a free slot: accepted there, one entry in the log, a mail with the new time', async () => {
    const { ask, slots, slotIds, statusOf, actions, store, id } = await open()
    const offered = await slots()
    expect(offered.map(({ slotId }) => slotId)).toEqual([slotIds[2], slotIds[3]])
    const reply = await ask('POST', '/slot', { slotId: slotIds[3] })
    expect(reply.json<MyAppointment>()).toMatchObject({
      startsAt: offered[1]?.startsAt,
      choice: { confirmed: true },
    })
    expect(await statusOf()).toBe('accepted')
    expect((await actions()).at(-1)).toBe('slot-chosen by worker')
    const context = await store.read.appointments.context(id)
    expect(context?.calendar.sequence).toBe(1)
    expect(await store.read.outbox.latestAboutTime(id)).toMatchObject({ kind: 'moved' })
  })

  test('moves, and the slot that they leave is offered to others', async () => {
    const { ask, slotIds, store } = await open()
    await ask('POST', '/slot', { slotId: slotIds[3] })
    const seeking = await store.read.offers.refills()
    expect(seeking.map(({ slotId }) => slotId)).toEqual([slotIds[0]])
  })

  test('is not shown a slot that somebody else is being asked for, nor gets it', async () => {
    const { ask, slots, slotIds, ids, workers, store, clock, makeId } = await open()
    const at = toInstant(clock.now())
    const until = toInstant(clock.now() + hour)
    const deed = { actor: systemActor, at }
    const [, , third] = workers
    const offer = {
      id: makeId(),
      slotId: slotIds[1] ?? '',
      workerId: third?.id ?? '',
      requestId: null,
      reason: 'due',
      examType: 'periodic',
      madeAt: at,
      until,
    } as const
    await store.write(async (writer) => {
      await writer.appointments.change(ids[1] ?? '', { type: 'cancel' }, deed)
      await writer.offers.make(offer, deed)
    })
    expect((await slots()).map(({ slotId }) => slotId)).toEqual([slotIds[2], slotIds[3]])
    const reply = await ask('POST', '/slot', { slotId: slotIds[1] })
    expect(reply.json()).toMatchObject({ code: 'slot-taken' })
    clock.set(fromInstant(until))
    expect((await slots()).map(({ slotId }) => slotId)).toEqual(slotIds.slice(1))
  })

  test('is not shown a slot at the time of another appointment of theirs', async () => {
    const { slots, slotIds, store, clock, makeId, workers, physician, startsAt } = await open()
    const at = toInstant(clock.now())
    const span = (from: number) => ({
      startsAt: toInstant(fromInstant(startsAt) + from * 60_000),
      endsAt: toInstant(fromInstant(startsAt) + (from + 10) * 60_000),
    })
    const other = { id: makeId(), name: 'Dr. Amir Haddad', languages: [] }
    await store.write(async (writer) => {
      await writer.physicians.add({ ...physician, ...other, email: 'amir@zorgpost.example' }, at)
      const slot = { id: makeId(), ...span(35) }
      const session = { id: makeId(), physicianId: other.id, roomId: null, slotMinutes: 10 }
      await writer.sessions.add({ ...session, slots: [slot] }, at)
      const talk = { modality: 'remote', examType: 'spontaneous', calendarUid: makeId() } as const
      const workerId = workers[0]?.id ?? ''
      const addition = { id: makeId(), slotId: slot.id, workerId, ...talk }
      await writer.appointments.create(addition, { actor: systemActor, at })
    })
    expect((await slots()).map(({ slotId }) => slotId)).toEqual([slotIds[3]])
  })

  test('may not take a slot that somebody has, nor one that does not exist', async () => {
    const { ask, slotIds, statusOf } = await open()
    for (const slotId of [slotIds[1], 'no-such-slot-00000001']) {
      const reply = await ask('POST', '/slot', { slotId })
      expect(reply.json()).toMatchObject({ code: 'slot-taken' })
    }
    expect(await statusOf()).toBe('invited')
  })

  test('who wants the same slot as another gets it, or is told that it is gone', async () => {
    const { ask, slotIds, ids, signInWorker, store } = await open()
    const cookies = await Promise.all(ids.map((each) => signInWorker(each)))
    const replies = await Promise.all(
      cookies.map((cookie) => ask('POST', '/slot', { slotId: slotIds[2] }, cookie)),
    )
    expect(replies.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409,
    ])
    const held = await Promise.all(ids.map((each) => store.read.appointments.get(each)))
    expect(held.filter((each) => each?.slotId === slotIds[2])).toHaveLength(1)
  })
})

test('after the cut-off nothing can be changed here, and the page offers nothing', async () => {
  const { ask, mine, clock, startsAt, id, signInWorker, statusOf, slotIds } = await open()
  clock.set(fromInstant(startsAt) - 24 * hour)
  const cookie = await signInWorker(id)
  expect(await mine()).toEqual({ code: 'signed-out', reference: expect.any(String) })
  const late = async (method: 'GET' | 'POST', path: string, payload?: object) =>
    (await ask(method, path, payload, cookie)).json<{ code: string }>().code
  expect(await late('POST', '/confirm')).toBe('choice-over')
  expect(await late('POST', '/decline')).toBe('choice-over')
  expect(await late('GET', '/slots')).toBe('choice-over')
  expect(await late('POST', '/slot', { slotId: slotIds[3] })).toBe('choice-over')
  expect((await ask('GET', '', undefined, cookie)).json<MyAppointment>().choice).toBeUndefined()
  expect(await statusOf()).toBe('invited')
})

test('who was not invited yet has nothing to answer', async () => {
  const { ask, mine } = await open({ invited: false })
  expect((await mine()).choice).toBeUndefined()
  expect((await ask('POST', '/confirm')).json()).toMatchObject({ code: 'choice-over' })
})

test('only slots that the policy, the language and the place allow are offered', async () => {
  const { slots, physician, store } = await open()
  expect(await slots()).toHaveLength(2)
  await store.write((writer) => writer.physicians.setLanguages(physician.id, ['fr']))
  expect(await slots()).toEqual([])
})
