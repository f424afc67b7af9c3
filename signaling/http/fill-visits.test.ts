import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { FillReply, Session } from '../protocol/planning.ts'
import { clinic, openHarness, workerId, type Harness } from './planning-harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(() => harness.reset())
afterAll(() => harness.close())

async function addVisits(): Promise<Session> {
  const { reply } = await harness.post('/sessions', {
    physicianId: clinic.physicianId,
    roomId: clinic.roomId,
    date: '2026-11-24',
    from: '10:00',
    until: '11:00',
    slotMinutes: 20,
    inPerson: true,
  })
  return reply as Session
}

test('a half day of visits is filled as one by video is, whatever the policy says of video', async () => {
  const session = await addVisits()
  const { status, reply } = await harness.post(`/sessions/${session.id}/fill`, {
    workerIds: [workerId(1), workerId(2)],
    // Never by video: Code, art. I.4-26.
    examType: 'pre-assignment',
  })
  expect(status).toBe(200)
  const { appointments, leftOut } = reply as FillReply
  expect(leftOut).toEqual([])
  expect(appointments.map(({ modality, slotId }) => [modality, slotId])).toEqual(
    session.slots.slice(0, 2).map(({ id }) => ['in-person', id]),
  )
  await harness.post(`/sessions/${session.id}/invitations`)
  const due = await harness.store.read.outbox.due('2026-11-24T08:00:00.000Z', 10)
  expect(due.map(({ kind }) => kind)).toEqual(['invitation', 'invitation'])
})

test('one worker is put into one slot of visits', async () => {
  const session = await addVisits()
  const draft = { slotId: session.slots[2]?.id, workerId: workerId(1), examType: 'periodic' }
  expect(await harness.post('/appointments', draft)).toMatchObject({
    status: 201,
    reply: { modality: 'in-person', status: 'planned' },
  })
})
