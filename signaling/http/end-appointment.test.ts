import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FillReply, Session } from '../protocol/planning.ts'
import { clinic, openHarness, workerId, type Harness } from './planning-harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(() => harness.reset())
afterAll(() => harness.close())

const start = '2026-11-24T08:00:00.000Z'
const later = '2026-11-24T08:10:00.000Z'

/** An invited worker at 10:00 in Brussels, whose invitation has left; `number` 5 has no address. */
async function invited(number = 1) {
  const { reply } = await harness.post('/sessions', {
    physicianId: clinic.physicianId,
    roomId: null,
    date: '2026-11-24',
    from: '10:00',
    until: '11:00',
    slotMinutes: 20,
  })
  const session = reply as Session
  const filled = await fill(session.id, number)
  await harness.post(`/sessions/${session.id}/invitations`)
  await harness.sendMails(start)
  return { session, id: filled.appointments[0]?.id ?? '' }
}

async function fill(sessionId: string, number: number): Promise<FillReply> {
  const draft = { workerIds: [workerId(number)], examType: 'periodic' }
  return (await harness.post(`/sessions/${sessionId}/fill`, draft)).reply as FillReply
}

const end = (id: string, how: 'cancel' | 'in-person') => harness.post(`/appointments/${id}/${how}`)
const undo = (id: string) => harness.post(`/appointments/${id}/end/undo`)
const sequence = async (id: string) =>
  (await harness.store.read.appointments.context(id))?.calendar.sequence

describe.each(['cancel', 'in-person'] as const)('%s', (how) => {
  test('tells an invited worker by a mail that waits while it can be undone', async () => {
    const { id } = await invited()
    expect((await end(id, how)).reply).toMatchObject({ mailsAt: later, toPhone: false })
    expect(await sequence(id)).toBe(1)
    expect(await harness.sendMails('2026-11-24T08:09:59.999Z')).toEqual([])
    expect(await harness.sendMails(later)).toEqual(['called-off'])
  })

  test('tells at once where the planner wants it, once', async () => {
    const { id } = await invited()
    await end(id, how)
    expect(await harness.post(`/appointments/${id}/end/send`)).toMatchObject({ status: 204 })
    expect(await harness.sendMails(start)).toEqual(['called-off'])
    expect(await harness.post(`/appointments/${id}/end/send`)).toMatchObject({ status: 204 })
    expect(await harness.sendMails(later)).toEqual([])
    const log = await harness.store.read.audit.ofAppointment(id)
    expect(log.filter(({ action }) => action === 'end-told-at-once')).toHaveLength(1)
  })

  test('undone in time leaves the worker with what they know: nothing was sent', async () => {
    const { id, session } = await invited()
    await end(id, how)
    harness.clock.set('2026-11-24T08:09:59Z')
    harness.told.length = 0
    expect(await undo(id)).toMatchObject({
      status: 200,
      reply: {
        appointment: { status: 'invited', slotId: session.slots[0]?.id, inPersonAskedBy: null },
        mailsAt: null,
        toPhone: false,
      },
    })
    expect(harness.told).toEqual([`appointment-back ${id}`, `agenda-changed ${clinic.physicianId}`])
    expect(await harness.sendMails('2026-11-24T12:00:00.000Z')).toEqual([])
    expect(await harness.store.read.offers.refills()).toEqual([])
    const log = await harness.store.read.audit.ofAppointment(id)
    expect(log.at(-1)).toMatchObject({ action: 'end-taken-back', details: { to: 'invited' } })
    expect(await harness.store.read.audit.verify()).toMatchObject({ brokenAt: null })
  })

  test('undone after the worker saw it writes that it stands, and asks for a new answer', async () => {
    const { id } = await invited()
    const deed = { actor: { kind: 'worker', id }, at: start } as const
    await harness.store.write((writer) => writer.appointments.change(id, { type: 'accept' }, deed))
    await end(id, how)
    // The mail left, whatever the clock says.
    await harness.sendMails(later)
    expect((await undo(id)).reply).toMatchObject({
      appointment: { status: 'invited' },
      mailsAt: start,
    })
    expect(await harness.sendMails(start)).toEqual(['restored'])
    expect(await sequence(id)).toBe(2)
  })

  test.each([
    ['ten minutes later', async () => harness.clock.set(later)],
    ['twice', async (id: string) => undo(id)],
    [
      'by the service, of what the worker ended',
      async (id: string) => {
        await undo(id)
        const deed = { actor: { kind: 'worker', id }, at: start } as const
        await harness.store.write((writer) =>
          writer.appointments.change(id, { type: 'cancel' }, deed),
        )
      },
    ],
  ])('is not undone %s', async (_when, before) => {
    const { id } = await invited()
    await end(id, how)
    await before(id)
    expect(await undo(id)).toMatchObject({ status: 409, reply: { code: 'undo-over' } })
  })

  test('is not undone once somebody has the slot, or the worker another', async () => {
    const { id, session } = await invited()
    await end(id, how)
    await fill(session.id, 2)
    expect(await undo(id)).toMatchObject({ status: 409, reply: { code: 'slot-taken' } })
    await fill(session.id, 1)
    const [other] = (await harness.store.read.appointments.ofSession(session.id)).filter(
      ({ workerId: holder, status }) => holder === workerId(2) && status === 'planned',
    )
    await end(other?.id ?? '', 'cancel')
    expect(await undo(id)).toMatchObject({
      status: 409,
      reply: { code: 'worker-already-planned' },
    })
  })
})

test('of one who has no address says to phone, of one who never knew says nothing', async () => {
  const { id, session } = await invited(1)
  const filled = await fill(session.id, 5)
  const withoutAddress = filled.appointments[0]?.id ?? ''
  const deed = { actor: { kind: 'system', id: null }, at: start } as const
  await harness.store.write((writer) =>
    writer.appointments.change(withoutAddress, { type: 'invite' }, deed),
  )
  expect((await end(withoutAddress, 'cancel')).reply).toMatchObject({
    mailsAt: null,
    toPhone: true,
  })
  expect((await undo(withoutAddress)).reply).toMatchObject({ mailsAt: null, toPhone: false })

  await end(id, 'cancel')
  const [planned] = (await fill(session.id, 2)).appointments
  expect((await end(planned?.id ?? '', 'cancel')).reply).toMatchObject({
    mailsAt: null,
    toPhone: false,
  })
  expect(await undo(planned?.id ?? '')).toMatchObject({ status: 200 })
})

test('an invitation that was dropped with the removal leaves after its undo', async () => {
  const { session } = await invited(1)
  const id = (await fill(session.id, 2)).appointments[0]?.id ?? ''
  await harness.post(`/appointments/${id}/invitation`)
  await end(id, 'cancel')
  const [waiting] = await harness.store.read.outbox.due(start, 1)
  await harness.store.write((writer) => writer.outbox.supersede(waiting?.id ?? '', start))
  await undo(id)
  expect(await harness.sendMails(start)).toEqual(['invitation'])
})
