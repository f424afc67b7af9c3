import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import { examTypes, type ExamType } from '../protocol/exam-types.ts'
import type { EmployerPage } from '../protocol/employer.ts'
import type { Outcome } from '../protocol/planning.ts'
import { callLinkEntered } from '../store/audit.ts'
import { knownToEmployer } from '../store/employer-planning.ts'
import { openTestApp, type TestApp } from '../testing/app.ts'
import type { Clinic } from '../testing/fixtures.ts'

let world: TestApp
let clinic: Clinic
let cookie: string
beforeEach(async () => {
  world = await openTestApp()
  onTestFinished(() => world.close())
  clinic = await world.addClinic({ appointments: 0 })
  cookie = await world.signInStaff(await world.addContact(clinic.employer.id))
})

const deed = () => ({ actor: systemActor, at: toInstant(world.clock.now()) })
const read = async () =>
  (await world.app.inject({ url: '/api/employer', headers: { cookie } })).body
const page = async () => JSON.parse(await read()) as Record<string, unknown>

/** Plans one of the workers. */
async function plan(index: number, examType: ExamType, slotId = clinic.slotIds[index] ?? '') {
  const id = world.makeId()
  const workerId = clinic.workers[index]?.id ?? ''
  const calendarUid = `${id}@visite.example`
  await world.store.write(({ appointments }) =>
    appointments.create(
      { id, slotId, workerId, modality: 'remote', examType, calendarUid },
      deed(),
    ),
  )
  return id
}

/** … and tells them. */
async function convene(...planned: Parameters<typeof plan>) {
  const id = await plan(...planned)
  await world.store.write(({ appointments }) => appointments.change(id, { type: 'invite' }, deed()))
  return id
}

/** A half day outside of the employer's rooms, on everyone's own phone. */
async function addOwnPhoneSession(): Promise<string> {
  const slotId = world.makeId()
  const startsAt = toInstant(world.clock.now() + 26 * 60 * 60_000)
  const endsAt = toInstant(world.clock.now() + 26.25 * 60 * 60_000)
  await world.store.write(({ sessions }) =>
    sessions.add(
      {
        id: world.makeId(),
        physicianId: clinic.physician.id,
        roomId: null,
        slotMinutes: 15,
        slots: [{ id: slotId, startsAt, endsAt }],
      },
      deed().at,
    ),
  )
  return slotId
}

describe('an employer’s contact reads', () => {
  test('its rooms, the half days in them, and when which worker is away: these fields and no other', async () => {
    await convene(0, 'periodic')
    const place = `${clinic.site.name} ${clinic.room.name}`
    expect(await page()).toEqual({
      employerName: 'Meridiaan',
      service: world.config.service,
      timeZone: 'Europe/Brussels',
      rooms: [{ id: clinic.room.id, placeName: place, lastCheck: null }],
      sessions: [
        {
          startsAt: '2026-11-24T09:00:00.000Z',
          endsAt: '2026-11-24T10:00:00.000Z',
          placeName: place,
          physicianName: clinic.physician.name,
        },
      ],
      absences: [
        {
          startsAt: '2026-11-24T09:00:00.000Z',
          endsAt: '2026-11-24T09:15:00.000Z',
          workerName: 'Jan D’Hondt',
          placeName: place,
        },
      ],
    })
  })

  test('the same whatever the kind of examination is that it has to have done', async () => {
    const pages = new Set<string>()
    for (const examType of knownToEmployer) {
      const id = await convene(0, examType)
      pages.add(await read())
      await world.store.write(({ appointments }) =>
        appointments.change(id, { type: 'cancel' }, deed()),
      )
    }
    expect([...pages]).toHaveLength(1)
  })

  test('no place of who talks on their own phone', async () => {
    await convene(0, 'periodic', await addOwnPhoneSession())
    expect(await page()).toMatchObject({ absences: [{ placeName: null }] })
  })

  test('nothing of another employer’s', async () => {
    const other = await world.addClinic({ appointments: 2, name: 'Elders' })
    const told = await read()
    for (const word of ['Elders', other.room.id, other.employer.id])
      expect(told).not.toContain(word)
    expect(await page()).toMatchObject({ absences: [] })
  })
})

describe('how an appointment ends', () => {
  const minute = 60_000
  const ask = async (url: string, headers: Record<string, string>, payload?: object) => {
    const reply = await world.app.inject({
      method: 'POST',
      url,
      headers: { origin: world.origin, ...headers },
      ...(payload !== undefined && { payload }),
    })
    expect([url, reply.statusCode < 300, reply.body]).toEqual([url, true, reply.body])
  }
  const record = async (id: string, outcome: Outcome) =>
    ask(
      `/api/appointments/${id}/outcome`,
      { cookie: await world.signInStaff(clinic.physicianStaff.id) },
      { outcome },
    )
  const endByPlanner = async (id: string, what: 'cancel' | 'in-person') =>
    ask(`/api/appointments/${id}/${what}`, { cookie: await world.signInStaff(clinic.planner.id) })
  const enter = (id: string) =>
    world.store.write(({ audit }) =>
      audit.append({
        at: deed().at,
        actor: { kind: 'worker', id },
        appointmentId: id,
        action: callLinkEntered,
      }),
    )

  const recorded: Record<string, (id: string) => Promise<void>> = {
    'done by video': (id) => record(id, 'done-by-video'),
    'nobody came': (id) => record(id, 'not-reached'),
    'the technique failed': async (id) => {
      await enter(id)
      await record(id, 'not-reached')
    },
    'the physician wants to see them in person': (id) => record(id, 'needs-in-person'),
  }
  const chosen: Record<string, (id: string) => Promise<void>> = {
    'the worker chooses a visit in person': async (id) =>
      ask('/api/my-appointment/in-person', { cookie: await world.signInWorker(id) }),
    'the planner makes it a visit in person': (id) => endByPlanner(id, 'in-person'),
    'the planner calls it off': (id) => endByPlanner(id, 'cancel'),
  }
  const all = { ...recorded, ...chosen }

  /** One after the other, each to a worker of their own, so many minutes after their hour. Returns what is read after each. */
  async function endAll(ends: typeof all, minutes: number, isTold = true) {
    const seats = Object.entries(ends)
    clinic = await world.addClinic({ appointments: 0, slots: seats.length, name: 'Zenit' })
    cookie = await world.signInStaff(await world.addContact(clinic.employer.id, 'z@zenit.example'))
    const ids: string[] = []
    for (const index of seats.keys()) {
      ids.push(await (isTold ? convene : plan)(index, 'periodic'))
    }
    const before = await read()
    const pages: { how: string; page: string; status: string | undefined }[] = []
    for (const [index, [how, end]] of seats.entries()) {
      const id = ids[index] ?? ''
      const appointment = await world.store.read.appointments.get(id)
      const startsAt = Date.parse(appointment?.startsAt ?? '')
      world.clock.advance(startsAt + minutes * minute - world.clock.now())
      await end(id)
      const { status } = (await world.store.read.appointments.get(id)) ?? {}
      pages.push({ how, page: await read(), status })
    }
    return { before, pages }
  }

  test.each([
    ['in a talk that began early', -10],
    ['at the hour', 0],
    ['in the talk', 5],
    ['long after it', 45],
  ])('%s, not one byte tells', async (_when, minutes) => {
    const { before, pages } = await endAll(all, minutes)
    for (const { how, page } of pages) expect([how, page]).toEqual([how, before])
    const statuses = pages.map(({ status }) => status)
    const [called, visit] = ['cancelled', 'converted']
    expect(statuses).toEqual(['completed', 'no-show', called, visit, visit, visit, called])
    expect(JSON.parse(before)).toHaveProperty('absences.length', 7)
  })

  test('not one byte tells what a physician records before anybody could come', async () => {
    const { before, pages } = await endAll(recorded, -30)
    for (const { how, page } of pages) expect([how, page]).toEqual([how, before])
  })

  test('an hour that held no longer when its waiting room opened is gone, as if it had never been', async () => {
    const { pages } = await endAll(chosen, -16)
    const left = pages.map(({ page }) => (JSON.parse(page) as EmployerPage).absences.length)
    expect(left).toEqual([2, 1, 0])
  })

  test('a worker who was told nothing appears by no end', async () => {
    const { before, pages } = await endAll(all, 5, false)
    for (const { how, page } of pages) expect([how, page]).toEqual([how, before])
    expect(JSON.parse(before)).toHaveProperty('absences', [])
  })
})

describe('a consultation that a worker asked for changes not one byte of what the employer reads', () => {
  const kept = examTypes.filter((type) => !knownToEmployer.some((known) => known === type))

  test('these kinds are kept from it', () => {
    expect(kept).toEqual(['pre-resumption', 'spontaneous'])
  })

  test.each(kept)('%s', async (examType) => {
    await convene(0, 'periodic')
    const slotId = await addOwnPhoneSession()
    const before = await read()
    const id = await convene(1, examType, slotId)
    expect(await read()).toBe(before)
    // Not even where a mistake put it into a company room.
    await convene(2, examType)
    expect(await read()).toBe(before)
    await world.store.write(({ appointments }) =>
      appointments.change(id, { type: 'prefer-in-person' }, deed()),
    )
    expect(await read()).toBe(before)
  })

  test('nor does an examination of another kind that was asked for without wanting the employer told', async () => {
    await convene(0, 'periodic')
    const before = await read()
    const id = await convene(1, 'return-to-work')
    expect(await read()).not.toBe(before)
    const requestId = world.makeId()
    await world.store.write(({ requests }) =>
      requests.add(
        {
          id: requestId,
          examType: 'return-to-work',
          askedBy: 'worker',
          notBefore: null,
          askedAt: deed().at,
          dueOn: '2026-12-08',
          firstName: 'Aoife',
          lastName: "O'Brien",
          birthDate: '1984-02-29',
          employerName: 'Meridiaan',
          email: null,
          phone: '+32470123456',
          language: 'nl',
          moments: { weekdays: [], parts: [] },
          tellEmployer: false,
          workerId: clinic.workers[1]?.id ?? null,
        },
        deed(),
      ),
    )
    await world.store.write(({ requests }) => requests.plan(requestId, id, deed()))
    expect(await read()).toBe(before)

    // Nobody came, and it is planned anew: the request has another appointment, and the old hour stays untold.
    const event = { type: 'record-outcome', outcome: 'not-reached', workerCame: false } as const
    await world.store.write(({ appointments }) => appointments.change(id, event, deed()))
    const anew = await convene(1, 'return-to-work', clinic.slotIds[3])
    await world.store.write(({ requests }) => requests.plan(requestId, anew, deed()))
    expect(await read()).toBe(before)
  })
})

describe('a room', () => {
  const check = (roomId: string, fit: boolean) =>
    world.app.inject({
      method: 'POST',
      url: `/api/employer/rooms/${roomId}/check`,
      headers: { cookie, origin: world.origin },
      payload: { fit },
    })

  test('is fit or not as it was last said, with the time, and in the log', async () => {
    expect((await check(clinic.room.id, false)).statusCode).toBe(204)
    world.clock.advance(60_000)
    expect((await check(clinic.room.id, true)).statusCode).toBe(204)
    expect(await page()).toMatchObject({
      rooms: [{ lastCheck: { fit: true, at: '2026-11-24T08:01:00.000Z' } }],
    })
    const planner = await world.signInStaff(clinic.planner.id)
    const rooms = await world.app.inject({ url: '/api/rooms', headers: { cookie: planner } })
    expect(rooms.json()).toMatchObject([{ lastCheck: { fit: true } }])
  })

  test('of another employer is not found', async () => {
    const other = await world.addClinic({ appointments: 0, name: 'Elders' })
    expect((await check(other.room.id, true)).statusCode).toBe(404)
  })
})
