import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { FillReply, Session } from '../protocol/planning.ts'
import { clinic, openHarness, workerId, type Harness } from './planning-harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(() => harness.reset())
afterAll(() => harness.close())

const now = '2026-11-24T08:00:00.000Z'

/** Two workers planned at 10:00 and 10:20 in Brussels. */
async function filled() {
  const { reply } = await harness.post('/sessions', {
    physicianId: clinic.physicianId,
    roomId: null,
    date: '2026-11-24',
    from: '10:00',
    until: '11:00',
    slotMinutes: 20,
  })
  const session = reply as Session
  const draft = { workerIds: [workerId(1), workerId(2)], examType: 'periodic' }
  const fill = (await harness.post(`/sessions/${session.id}/fill`, draft)).reply as FillReply
  const [first = '', second = ''] = fill.appointments.map(({ id }) => id)
  const undo = (ids: readonly string[] = [first, second]) =>
    harness.post(`/sessions/${session.id}/fill/undo`, { appointmentIds: ids })
  const free = async () => (await harness.store.read.slots.free(session.id, now)).length
  return { session, first, second, undo, free, draft }
}

test('a filling is taken back: the slots are free, offered to nobody, and can be filled anew', async () => {
  const { first, second, undo, free, session, draft } = await filled()
  harness.clock.set('2026-11-24T08:09:59Z')
  harness.told.length = 0
  expect(await undo()).toMatchObject({
    status: 200,
    reply: { takenBack: [first, second], kept: [] },
  })
  expect(harness.told).toEqual([`agenda-changed ${clinic.physicianId}`])
  expect(await free()).toBe(3)
  expect(await harness.store.read.offers.refills()).toEqual([])
  const log = await harness.store.read.audit.ofAppointment(first)
  expect(log.at(-1)).toMatchObject({ action: 'planning-taken-back', details: { to: 'cancelled' } })
  const again = await harness.post(`/sessions/${session.id}/fill`, draft)
  expect((again.reply as FillReply).appointments).toHaveLength(2)
})

test('the invitations that still wait are withdrawn with it', async () => {
  const { session, undo } = await filled()
  await harness.post(`/sessions/${session.id}/invitations`)
  expect((await undo()).status).toBe(200)
  expect(await harness.sendMails('2026-11-24T12:00:00.000Z')).toEqual([])
})

test('whoever was told stays, and so does what changed since', async () => {
  const { session, first, second, undo } = await filled()
  await harness.post(`/appointments/${first}/invitation`)
  await harness.sendMails(now)
  expect(await undo()).toMatchObject({ reply: { takenBack: [second], kept: [first] } })
  const { reply } = await harness.post('/appointments', {
    slotId: session.slots[1]?.id,
    workerId: workerId(3),
    examType: 'periodic',
  })
  const third = (reply as { id: string }).id
  const move = { slotId: session.slots[2]?.id, swapWith: null, despite: [] }
  await harness.post(`/appointments/${third}/move`, move)
  expect(await undo([third])).toMatchObject({ status: 409, reply: { code: 'undo-over' } })
})

test('after ten minutes, or a second time, it is too late', async () => {
  const { undo, first, second } = await filled()
  await undo([first])
  expect(await undo([first])).toMatchObject({ reply: { code: 'undo-over' } })
  harness.clock.set('2026-11-24T08:10:00Z')
  expect(await undo([second])).toMatchObject({ reply: { code: 'undo-over' } })
})

test('an appointment of another session is not known here', async () => {
  const { undo } = await filled()
  expect(await undo(['no-such-appointment-01'])).toMatchObject({ status: 404 })
})
