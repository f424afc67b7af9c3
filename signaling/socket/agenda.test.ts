/** Today, as clocks in the service's zone have it, and what changes while pages are open. */
import { describe, expect, test } from 'vitest'
import type { Appointment } from '../protocol/planning.ts'
import { sampleCallRecord } from '../testing/call-record.ts'
import { createFixedClock } from '../testing/clock.ts'
import { createAgenda } from './agenda.ts'
import { openTestHouse } from './test-house.ts'

const hourMs = 60 * 60_000

describe('the physician’s day', () => {
  async function spanAt(now: string): Promise<readonly string[]> {
    const asked: string[] = []
    const appointments = {
      get: () => Promise.resolve(null),
      ofPhysician(_: string, from: string, until: string): Promise<Appointment[]> {
        asked.push(from, until)
        return Promise.resolve([])
      },
    }
    const timeZone = 'Europe/Brussels'
    const agenda = createAgenda(
      { read: { appointments } },
      { clock: createFixedClock(now), timeZone },
    )
    await agenda.ofToday('physician-00000001')
    return asked
  }

  test.each([
    ['in winter', '2026-11-24T08:00:00Z', ['2026-11-23T23:00:00.000Z', '2026-11-24T23:00:00.000Z']],
    [
      'after midnight there',
      '2026-07-01T22:30:00Z',
      ['2026-07-01T22:00:00.000Z', '2026-07-02T22:00:00.000Z'],
    ],
    [
      'of 23 hours',
      '2026-03-29T08:00:00Z',
      ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ],
    [
      'of 25 hours',
      '2026-10-25T08:00:00Z',
      ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ],
  ])('%s', async (_, now, span) => {
    expect(await spanAt(now)).toEqual(span)
  })
})

test('a desk that is open learns of a new appointment of today, and to read its list again', async () => {
  const house = await openTestHouse()
  const { desk, clinic } = await house.openClinic()
  await desk.hello()
  const planner = await house.signInStaff(clinic.planner.id)
  const reply = await house.app.inject({
    method: 'POST',
    url: '/api/appointments',
    headers: { cookie: planner, origin: house.origin },
    payload: {
      slotId: clinic.slotIds[2],
      workerId: clinic.workers[2]?.id,
      examType: 'periodic',
    },
  })
  expect(reply.json()).not.toHaveProperty('code')
  await desk.next('agenda-changed')
  const told = await desk.next('consultation')
  expect(told.consultation.appointmentId).toBe(reply.json<{ id: string }>().id)
})

test('an outcome ends the consultation on both pages', async () => {
  const house = await openTestHouse()
  const { first, firstId, cookies } = await house.openCall()
  const reply = await house.app.inject({
    method: 'POST',
    url: `/api/appointments/${firstId}/outcome`,
    headers: { cookie: cookies.desk, origin: house.origin },
    payload: { outcome: 'done-by-video' },
  })
  expect(reply.statusCode).toBeLessThan(300)
  for (;;) {
    const { consultation } = await first.next('consultation')
    if (!consultation.over) continue
    expect(consultation.call).toMatchObject({ phase: 'ended', reason: 'completed' })
    return
  }
})

test('a consultation is forgotten at midnight, a day after its end, though no desk is open', async () => {
  const house = await openTestHouse()
  const { firstId, callId, desk, first } = await house.openCall()
  const told = async () => {
    const reply = await house.app.inject({
      method: 'PUT',
      url: '/api/my-appointment/call-record',
      headers: { cookie: await house.signInWorker(firstId), origin: house.origin },
      payload: sampleCallRecord(callId),
    })
    return reply.statusCode
  }
  house.time.advance(14 * hourMs)
  await Promise.all([desk.closed, first.closed])
  expect(await told()).toBe(204)
  await house.store.write(({ callRecords }) => callRecords.forget('2100-01-01T00:00:00.000Z'))
  house.time.advance(34 * hourMs)
  expect(await told()).toBe(404)
})
