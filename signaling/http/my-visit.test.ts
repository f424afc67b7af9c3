import { describe, expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import type { MyAppointment, NearestSlots } from '../protocol/my-appointment.ts'
import type { Appointment, Session } from '../protocol/planning.ts'
import type { Request } from '../store/requests.ts'
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
  /** The talk by video answers what the worker asked for. Returns the request. */
  const asked = async (
    change: Pick<Request, 'examType' | 'tellEmployer'> &
      Partial<Pick<Request, 'email' | 'notBefore'>>,
  ) => {
    const deed = { actor: systemActor, at: toInstant(world.clock.now()) }
    const requestId = world.makeId()
    await world.store.write(async (writer) => {
      await writer.requests.add(
        {
          id: requestId,
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
          workerId: clinic.workers[0]?.id ?? null,
          ...change,
        },
        deed,
      )
      await writer.requests.plan(requestId, id, deed)
    })
    return requestId
  }
  const employer = await world.signInStaff(await world.addContact(clinic.employer.id))
  const readEmployer = async () =>
    (await world.app.inject({ url: '/api/employer', headers: { cookie: employer } })).body
  const physician = await world.signInStaff(clinic.physicianStaff.id)
  const needsInPerson = () =>
    world.app.inject({
      method: 'POST',
      url: `/api/appointments/${id}/outcome`,
      headers: { origin: world.origin, cookie: physician },
      payload: { outcome: 'needs-in-person' },
    })
  return {
    ...world,
    ...clinic,
    id,
    token,
    asked,
    half,
    readEmployer,
    needsInPerson,
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

describe('in person instead of a consultation that the worker asked for themselves (art. I.4-37)', () => {
  /** Planned by video on the worker's own phone, as the office does it; `mine` asks with its link. */
  async function openSpontaneous() {
    const world = await open()
    const { app, office, half, workers, signInWorker, ask, room } = world
    const post = async <Reply>(url: string, payload: object) =>
      (await app.inject({ method: 'POST', url, headers: office, payload })).json<Reply>()
    const byVideo = await half('2026-11-30', null, false)
    const { id: requestId } = await post<{ id: string }>('/api/requests', {
      workerId: workers[0]?.id,
      examType: 'spontaneous',
      askedBy: 'worker',
      from: '2026-11-24',
      tellEmployer: false,
    })
    const planned = await post<Appointment>(`/api/requests/${requestId}/plan`, {
      slotId: byVideo.slots[0]?.id,
    })
    const cookie = await signInWorker(planned.id)
    const mine = (method: 'GET' | 'POST', path: string, payload?: object) =>
      ask(method, path, payload, cookie)
    const inCompanyRoom = await half('2026-11-25', room.id)
    return { ...world, mine, requestId, planned, inCompanyRoom }
  }

  test('the nearest moments are offered at once, at the service alone, and the employer reads not one byte of it', async () => {
    const { mine, atService, inCompanyRoom, readEmployer, store, requestId } =
      await openSpontaneous()
    const before = await readEmployer()
    await mine('POST', '/in-person')
    const offered = (await mine('GET', '/visits')).json<NearestSlots>()
    expect(offered.map(({ slotId }) => slotId)).toEqual(atService.slots.map(({ id }) => id))
    const refused = await mine('POST', '/visit', { slotId: inCompanyRoom.slots[0]?.id })
    expect(refused.json()).toMatchObject({ code: 'slot-taken' })
    const booked = await mine('POST', '/visit', { slotId: atService.slots[0]?.id })
    expect(booked.json<MyAppointment>()).toMatchObject({
      visit: { startsAt: atService.slots[0]?.startsAt },
    })
    const [visit] = await store.read.appointments.ofSession(atService.id)
    expect(visit).toMatchObject({ examType: 'spontaneous', modality: 'in-person' })
    expect(await store.read.requests.get(requestId)).toMatchObject({ appointmentId: visit?.id })
    expect(await readEmployer()).toBe(before)
  })

  test('where none is taken the clock goes on: the request waits again, with the day that it always had', async () => {
    const { mine, store, requestId } = await openSpontaneous()
    const before = await store.read.requests.get(requestId)
    await mine('POST', '/in-person')
    const [waiting] = await store.read.requests.waiting(5)
    expect(waiting).toMatchObject({ id: requestId, dueOn: before?.dueOn })
  })

  test('the visit is told by no link of another appointment, whose mail others may read', async () => {
    const { mine, ask, preferInPerson, atService } = await openSpontaneous()
    await mine('POST', '/in-person')
    await mine('POST', '/visit', { slotId: atService.slots[0]?.id })
    const reply = await preferInPerson()
    expect(reply.json<MyAppointment>()).toMatchObject({ state: 'in-person', visit: null })
    const booked = await ask('POST', '/visit', { slotId: atService.slots[1]?.id })
    expect(booked.json<MyAppointment>()).toMatchObject({
      visit: { startsAt: atService.slots[1]?.startsAt },
    })
  })
})

describe('a visit for what the worker asked for without wanting the employer told', () => {
  const untold = { examType: 'return-to-work', tellEmployer: false } as const

  test('is at the service alone, and not before they work again', async () => {
    const { visits, preferInPerson, ask, asked, half, room, atService } = await open()
    const own = await half('2026-11-25', room.id)
    const after = await half('2026-12-02', null)
    await asked({ ...untold, notBefore: '2026-12-01' })
    await preferInPerson()
    expect((await visits()).map(({ slotId }) => slotId)).toEqual(after.slots.map(({ id }) => id))
    for (const { slots } of [own, atService]) {
      const reply = await ask('POST', '/visit', { slotId: slots[0]?.id })
      expect(reply.json()).toMatchObject({ code: 'slot-taken' })
    }
  })

  test('changes not one byte of what the employer reads, though the physician asked for it', async () => {
    const { ask, asked, atService, readEmployer, needsInPerson } = await open()
    await asked(untold)
    const before = await readEmployer()
    await needsInPerson()
    const booked = await ask('POST', '/visit', { slotId: atService.slots[0]?.id })
    expect(booked.statusCode).toBe(200)
    expect(await readEmployer()).toBe(before)
  })

  test('answers the request, which waits no more, and is written to the address that they gave', async () => {
    const { ask, asked, preferInPerson, atService, store, id, app } = await open()
    const requestId = await asked({ ...untold, email: 'jan@thuis.example' })
    await preferInPerson()
    await ask('POST', '/visit', { slotId: atService.slots[0]?.id })
    const [visit] = await store.read.appointments.ofSession(atService.id)
    expect(await store.read.requests.get(requestId)).toMatchObject({ appointmentId: visit?.id })
    expect(await store.read.requests.waiting(5)).toEqual([])
    // Neither does a late mail about the talk by video go elsewhere.
    for (const each of [visit?.id ?? '', id]) {
      const { worker } = (await store.read.appointments.context(each)) ?? {}
      expect(worker?.email).toBe('jan@thuis.example')
    }
    await app.close()
    const mails = await store.read.mailbox.list(5)
    expect(mails.map(({ to }) => to)).toEqual(['Jan D’Hondt <jan@thuis.example>'])
  })

  test('lets the request wait again when it is called off, and nothing else; again it is at the service alone', async () => {
    const { app, office, ask, asked, visits, preferInPerson, half, room, atService, store } =
      await open()
    const requestId = await asked(untold)
    await preferInPerson()
    await ask('POST', '/visit', { slotId: atService.slots[0]?.id })
    const [visit] = await store.read.appointments.ofSession(atService.id)
    await half('2026-11-25', room.id)
    await app.inject({
      method: 'POST',
      url: `/api/appointments/${visit?.id}/cancel`,
      headers: office,
    })
    expect((await store.read.requests.waiting(5)).map(({ id }) => id)).toEqual([requestId])
    expect(await store.read.visitWishes.waiting(5)).toEqual([])
    expect((await visits()).map(({ slotId }) => slotId)).toEqual(
      atService.slots.map(({ id }) => id),
    )
  })

  test('is not theirs to take any more once the service has settled it', async () => {
    const { ask, asked, visits, preferInPerson, atService, store, clock } = await open()
    const requestId = await asked(untold)
    await preferInPerson()
    const deed = { actor: systemActor, at: toInstant(clock.now()) }
    await store.write(({ requests }) => requests.close(requestId, deed))
    expect(await visits()).toEqual([])
    const reply = await ask('POST', '/visit', { slotId: atService.slots[0]?.id })
    expect(reply.json()).toMatchObject({ code: 'slot-taken' })
  })
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
