import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import { examTypes, type ExamType } from '../protocol/exam-types.ts'
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

/** Plans one of the workers, and tells them. */
async function convene(index: number, examType: ExamType, slotId = clinic.slotIds[index] ?? '') {
  const id = world.makeId()
  await world.store.write(async ({ appointments }) => {
    await appointments.create(
      {
        id,
        slotId,
        workerId: clinic.workers[index]?.id ?? '',
        modality: 'remote',
        examType,
        calendarUid: `${id}@visite.example`,
      },
      deed(),
    )
    await appointments.change(id, { type: 'invite' }, deed())
  })
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

  test('the same before the talk, after it, and when nobody came', async () => {
    const id = await convene(0, 'periodic')
    const before = await read()
    world.clock.advance(90 * 60_000)
    await world.store.write(({ appointments }) =>
      appointments.change(
        id,
        { type: 'record-outcome', outcome: 'done-by-video', workerCame: true },
        deed(),
      ),
    )
    expect(await read()).toBe(before)
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
