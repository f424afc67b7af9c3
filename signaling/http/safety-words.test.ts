import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/app.ts'
import { sampleCallRecord } from '../testing/call-record.ts'
import { toInstant } from '../clock.ts'
import type { Id } from '../protocol/primitives.ts'

const callId = 'call-000000000000001'
let world: TestApp
let appointmentId: Id
let physicianId: Id
let other: Id

beforeAll(async () => {
  world = await openTestApp()
  const clinic = await world.addClinic({ appointments: 2 })
  appointmentId = clinic.appointments[0]?.id ?? ''
  other = clinic.appointments[1]?.id ?? ''
  physicianId = clinic.physicianStaff.id
  const at = toInstant(world.clock.now())
  await world.store.write(({ callRecords }) =>
    callRecords.put({
      appointmentId,
      side: 'physician',
      at,
      keepUntil: at,
      record: sampleCallRecord(callId),
    }),
  )
})
afterAll(() => world.close())

async function tell(payload: object, id = appointmentId): Promise<number> {
  const reply = await world.app.inject({
    method: 'POST',
    url: `/api/appointments/${id}/safety-words`,
    headers: { origin: world.origin, cookie: await world.signInStaff(physicianId) },
    payload,
  })
  return reply.statusCode
}

async function logged(id = appointmentId) {
  const entries = await world.store.read.audit.ofAppointment(id)
  return entries.filter(({ action }) => action.startsWith('safety-words'))
}

describe('the comparison of the safety words', () => {
  test('is written into the audit log, by whom and of which call, without a word', async () => {
    expect(await tell({ callId, result: 'same' })).toBe(204)
    expect(await tell({ callId, result: 'different' })).toBe(204)
    expect(await logged()).toMatchObject([
      {
        action: 'safety-words-same',
        actor: { kind: 'staff', id: physicianId },
        details: { callId },
      },
      { action: 'safety-words-different', details: { callId } },
    ])
  })

  test('is refused of a call that this appointment never had, and then not logged', async () => {
    expect(await tell({ callId: 'call-000000000000002', result: 'stopped' })).toBe(404)
    expect(await tell({ callId, result: 'stopped' }, other)).toBe(404)
    expect(await logged(other)).toEqual([])
  })

  test.each([
    { callId, result: 'maybe' },
    { callId, result: 'same', words: ['apple', 'lemon', 'dog', 'sun'] },
  ])('has no room for %j', async (payload) => {
    expect(await tell(payload)).toBe(400)
  })
})
