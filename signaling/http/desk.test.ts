import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import type { DeskDay } from '../protocol/desk.ts'
import type { FillReply, Session } from '../protocol/planning.ts'
import { callLinkEntered } from '../store/audit.ts'
import { asPhysician, clinic, openHarness, workerId, type Harness } from './planning-harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(() => harness.reset())
afterAll(() => harness.close())

async function planDay(date: string, numbers: number[], physicianId: string = clinic.physicianId) {
  const draft = { physicianId, roomId: null, date, from: '10:00', until: '12:00', slotMinutes: 15 }
  const session = (await harness.post('/sessions', draft)).reply as Session
  const fill = { workerIds: numbers.map(workerId), examType: 'periodic' }
  if (numbers.length === 0) return []
  const { reply } = await harness.post(`/sessions/${session.id}/fill`, fill)
  return (reply as FillReply).appointments.map((appointment) => appointment.id)
}

async function readDay(): Promise<DeskDay> {
  harness.signIn(asPhysician)
  const { status, reply } = await harness.get('/desk/day')
  expect(status).toBe(200)
  return reply as DeskDay
}

test('the desk shows today’s own sessions, and nobody who was cancelled', async () => {
  const [, cancelled] = await planDay('2026-11-24', [1, 2, 3])
  await planDay('2026-11-24', [4], clinic.otherPhysicianId)
  await planDay('2026-11-25', [5])
  await harness.post(`/appointments/${cancelled ?? ''}/cancel`)
  const day = await readDay()
  expect(day).toMatchObject({ physicianName: 'Dr. Lien Claes', next: null })
  expect(day.sessions).toHaveLength(1)
  expect(day.sessions[0]?.rows.map((row) => row.worker.lastName)).toEqual(["D'Hondt", "O'Brien"])
})

test('the desk tells which calls begin with the picture before all', async () => {
  await planDay('2026-11-24', [1, 2])
  await harness.post(`/workers/${workerId(2)}/needs-picture`, { needed: true })
  const day = await readDay()
  expect(day.sessions[0]?.rows.map((row) => row.needsPicture)).toEqual([false, true])
})

test('without a session today the desk names the next one', async () => {
  await planDay('2026-11-25', [])
  expect(await readDay()).toMatchObject({
    sessions: [],
    next: { startsAt: '2026-11-25T09:00:00.000Z', placeName: null },
  })
})

test('today ends at midnight in the service’s zone', async () => {
  await planDay('2026-11-25', [1])
  harness.clock.set('2026-11-24T22:59:00Z')
  expect((await readDay()).sessions).toEqual([])
  harness.clock.set('2026-11-24T23:00:00Z')
  expect((await readDay()).sessions).toHaveLength(1)
})

test.each([
  ['done-by-video', true, 'completed', 'completed'],
  ['needs-in-person', true, 'converted', 'in-person-instead'],
  ['not-reached', true, 'cancelled', 'completed'],
  ['not-reached', false, 'no-show', 'completed'],
] as const)(
  'the outcome %s, worker came: %s, ends it as %s',
  async (outcome, came, status, end) => {
    const [id = ''] = await planDay('2026-11-24', [1])
    if (came) harness.came.add(id)
    harness.signIn(asPhysician)
    harness.told.length = 0
    expect(await harness.post(`/appointments/${id}/outcome`, { outcome })).toMatchObject({
      status: 204,
    })
    expect(harness.told).toEqual([
      `appointment-over ${id} ${end}`,
      `agenda-changed ${clinic.physicianId}`,
    ])
    expect((await readDay()).sessions[0]?.rows).toMatchObject([{ status, outcome }])
  },
)

test.each([
  ['once the waiting room was open', '2026-11-24T08:45:00Z', 'cancelled'],
  ['days before only', '2026-11-22T18:00:00Z', 'no-show'],
] as const)(
  'after a restart, a worker who entered %s was not reached: %s, %s',
  async (_, enteredAt, status) => {
    // At 10:00 in Brussels: the waiting room opens at 08:45 UTC. Nothing is known of a page: the live side is new.
    const [id = ''] = await planDay('2026-11-24', [1])
    const at = toInstant(Date.parse(enteredAt))
    await harness.store.write((writer) =>
      writer.audit.append({
        at,
        actor: { kind: 'worker', id },
        appointmentId: id,
        action: callLinkEntered,
      }),
    )
    harness.signIn(asPhysician)
    harness.clock.set('2026-11-24T13:00:00Z')
    await harness.post(`/appointments/${id}/outcome`, { outcome: 'not-reached' })
    expect((await readDay()).sessions[0]?.rows).toMatchObject([{ status, outcome: 'not-reached' }])
  },
)

test('an outcome is recorded once', async () => {
  const [id = ''] = await planDay('2026-11-24', [1])
  harness.signIn(asPhysician)
  await harness.post(`/appointments/${id}/outcome`, { outcome: 'done-by-video' })
  expect(
    await harness.post(`/appointments/${id}/outcome`, { outcome: 'not-reached' }),
  ).toMatchObject({ status: 409, reply: { code: 'transition-refused' } })
})

test('a colleague’s appointment looks like one that does not exist', async () => {
  const [id = ''] = await planDay('2026-11-24', [1])
  harness.signIn({ ...asPhysician, physicianId: clinic.otherPhysicianId })
  const foreign = await harness.post(`/appointments/${id}/outcome`, { outcome: 'done-by-video' })
  const unknown = await harness.post('/appointments/nobody-0000000000/outcome', {
    outcome: 'done-by-video',
  })
  expect(foreign.status).toBe(404)
  expect({ ...(foreign.reply as object), reference: '' }).toEqual({
    ...(unknown.reply as object),
    reference: '',
  })
})

test('a planner has no desk', async () => {
  expect(await harness.get('/desk/day')).toMatchObject({
    status: 403,
    reply: { code: 'not-allowed' },
  })
})
