import { expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import type { MyAppointment, NearestSlots } from '../protocol/my-appointment.ts'
import type { Session } from '../protocol/planning.ts'
import { buildTestApp } from '../testing/app.ts'

/** A worker with a talk by video in two weeks, and two half days for visits: at the service, and at another company. */
async function open() {
  const world = await buildTestApp({
    config: { serviceAddress: 'Stationsstraat 1, 3000 Leuven' },
  })
  const startsAt = toInstant(world.clock.now() + 14 * 24 * 60 * 60_000)
  const clinic = await world.addClinic({ sessionStart: startsAt, appointments: 1 })
  const other = await world.addClinic({ name: 'Noord', sessionStart: startsAt, appointments: 0 })
  const office = { authorization: await world.addApiKey() }
  const half = async (date: string, roomId: string | null, inPerson = true) => {
    const reply = await world.app.inject({
      method: 'POST',
      url: '/api/sessions',
      headers: office,
      payload: {
        physicianId: clinic.physician.id,
        roomId,
        date,
        from: '09:00',
        until: '10:00',
        slotMinutes: 30,
        inPerson,
      },
    })
    return reply.json<Session>()
  }
  const atOther = await half('2026-11-26', other.room.id)
  const atService = await half('2026-11-27', null)
  const id = clinic.appointments[0]?.id ?? ''
  const ofLink = world.callLinks.urlFor({ id, endsAt: startsAt, linkVersion: 1 }, 'nl')
  const token = new URL(ofLink).hash.slice(1)
  const cookie = await world.signInWorker(id)
  const ask = (method: 'GET' | 'POST', path: string, payload?: object, theirs = cookie) =>
    world.app.inject({
      method,
      url: `/api/my-appointment${path}`,
      headers: { origin: world.origin, cookie: theirs },
      ...(payload && { payload }),
    })
  return {
    ...world,
    ...clinic,
    id,
    token,
    office,
    ask,
    atOther,
    atService,
    visits: async () => (await ask('GET', '/visits')).json<NearestSlots>(),
    preferInPerson: () => ask('POST', '/in-person'),
  }
}

test('whoever chose a visit in person is offered the nearest slots at once, none of another company’s', async () => {
  const { visits, preferInPerson, atService } = await open()
  expect(await visits()).toEqual([])
  const reply = await preferInPerson()
  expect(reply.json<MyAppointment>()).toMatchObject({ state: 'in-person', visit: null })
  expect(await visits()).toMatchObject([
    { slotId: atService.slots[0]?.id, placeName: 'Stationsstraat 1, 3000 Leuven' },
    { slotId: atService.slots[1]?.id },
  ])
})

test('one tap takes a slot: a new appointment in person of the same type, with its mail', async () => {
  const { ask, visits, preferInPerson, atService, store, id, workers, sessionId } = await open()
  await preferInPerson()
  const slotId = atService.slots[1]?.id ?? ''
  const reply = await ask('POST', '/visit', { slotId })
  expect(reply.json<MyAppointment>()).toMatchObject({
    state: 'in-person',
    visit: {
      startsAt: atService.slots[1]?.startsAt,
      placeName: 'Stationsstraat 1, 3000 Leuven',
    },
  })
  const converted = await store.read.appointments.get(id)
  expect(converted).toMatchObject({ status: 'converted', inPersonAskedBy: 'worker' })
  const [visit] = await store.read.appointments.ofSession(atService.id)
  expect(visit).toMatchObject({
    modality: 'in-person',
    status: 'accepted',
    examType: converted?.examType,
    workerId: workers[0]?.id,
  })
  // The time of the talk by video is free for somebody else, and nothing more is offered.
  expect(await store.read.slots.free(sessionId, '2026-11-24T08:00:00.000Z')).toHaveLength(4)
  expect(await visits()).toEqual([])
})

test('the mail about the visit says when and where, and has no link to a call', async () => {
  const { ask, preferInPerson, atService, store, app } = await open()
  await preferInPerson()
  await ask('POST', '/visit', { slotId: atService.slots[0]?.id })
  await app.close()
  const [mail] = await store.read.mailbox.list(5)
  const { text } = (await store.read.mailbox.get(mail?.id ?? '')) ?? {}
  expect(text).toContain('Stationsstraat 1, 3000 Leuven')
  expect(text).toContain('09:00')
  expect(text).not.toContain('/worker/')
  expect(text).not.toMatch(/video/i)
})

test('a slot that somebody else took meanwhile is refused, and the choice stands', async () => {
  const { ask, visits, preferInPerson, atService, atOther } = await open()
  await preferInPerson()
  const taken = await ask('POST', '/visit', { slotId: atOther.slots[0]?.id })
  expect(taken.json()).toMatchObject({ code: 'slot-taken' })
  expect((await ask('POST', '/visit', { slotId: atService.slots[0]?.id })).statusCode).toBe(200)
  const again = await ask('POST', '/visit', { slotId: atService.slots[1]?.id })
  expect(again.json()).toMatchObject({ code: 'slot-taken' })
  expect(await visits()).toEqual([])
})

test('by the mail’s own button too: the choice brings the login that the next tap needs', async () => {
  const { app, origin, token, atService, ask } = await open()
  const chosen = await app.inject({
    method: 'POST',
    url: '/api/call-link/in-person',
    headers: { origin },
    payload: { token },
  })
  expect(chosen.json<MyAppointment>().state).toBe('in-person')
  const cookie = String(chosen.headers['set-cookie']).split(';')[0] ?? ''
  const reply = await ask('POST', '/visit', { slotId: atService.slots[0]?.id }, cookie)
  expect(reply.statusCode).toBe(200)
})

test('whom the service plans into a half day of visits comes in person', async () => {
  const { app, office, atService, workers } = await open()
  const reply = await app.inject({
    method: 'POST',
    url: '/api/appointments',
    headers: office,
    payload: {
      slotId: atService.slots[0]?.id,
      workerId: workers[1]?.id,
      examType: 'spontaneous',
    },
  })
  expect(reply.json()).toMatchObject({ modality: 'in-person', status: 'planned' })
})

test('a consultation that the worker asked for themselves waits for the service: no list may show the visit', async () => {
  const { visits, preferInPerson, ask, atService, store, clock, id, workers } = await open()
  const deed = { actor: systemActor, at: toInstant(clock.now()) }
  const requestId = 'request-0000000000001'
  await store.write(async (writer) => {
    await writer.requests.add(
      {
        id: requestId,
        examType: 'spontaneous',
        askedBy: 'worker',
        notBefore: null,
        askedAt: deed.at,
        dueOn: '2026-12-05',
        firstName: 'Jan',
        lastName: 'D’Hondt',
        birthDate: '1984-02-29',
        employerName: 'Meridiaan',
        email: null,
        phone: '+32470123456',
        language: 'nl',
        moments: { weekdays: [], parts: [] },
        tellEmployer: false,
        workerId: workers[0]?.id ?? null,
      },
      deed,
    )
    await writer.requests.plan(requestId, id, deed)
  })
  await preferInPerson()
  expect(await visits()).toEqual([])
  const reply = await ask('POST', '/visit', { slotId: atService.slots[0]?.id })
  expect(reply.json()).toMatchObject({ code: 'slot-taken' })
  // The clock goes on: the request waits again, with the day that it always had.
  const [waiting] = await store.read.requests.waiting(5)
  expect(waiting).toMatchObject({ id: requestId, dueOn: '2026-12-05' })
})

test('a visit moves between half days of visits alone, whatever the policy says of talks by video', async () => {
  const { ask, preferInPerson, atService, app, office, store } = await open()
  await preferInPerson()
  await ask('POST', '/visit', { slotId: atService.slots[0]?.id })
  await store.write((writer) =>
    writer.remotePolicy.add(
      { examType: 'periodic', employerId: null, rule: { kind: 'off' } },
      '2026-11-24T08:00:00.000Z',
    ),
  )
  const [visit] = await store.read.appointments.ofSession(atService.id)
  const reply = await app.inject({
    url: `/api/appointments/${visit?.id}/moves?from=2026-11-24&until=2026-11-30`,
    headers: office,
  })
  const choices = reply.json<{ slotId: string; breaches: { code: string }[] }[]>()
  const free = choices.filter(({ breaches }) => breaches.length === 0)
  expect(free.map(({ slotId }) => slotId)).toEqual([atService.slots[1]?.id])
})
