import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Session, WeekCopyReply } from '../protocol/planning.ts'
import { clinic, openHarness, workerId, type Harness } from './planning-harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(() => harness.reset())
afterAll(() => harness.close())

const halfDay = {
  physicianId: clinic.physicianId,
  roomId: clinic.roomId,
  from: '10:00',
  until: '11:00',
  slotMinutes: 20,
  breaks: [{ from: '10:20', until: '10:40' }],
}
const add = async (date: string, change: object = {}) => {
  const { status, reply } = await harness.post('/sessions', { ...halfDay, date, ...change })
  expect(status).toBe(201)
  return reply as Session
}
const copy = async (from: string, to: string) =>
  (await harness.post('/sessions/copy', { from, to })).reply as WeekCopyReply
const week = async (from: string, until: string) =>
  (await harness.get(`/sessions?from=${from}&until=${until}`)).reply as Session[]

test('a week’s sessions are made again with their place and breaks, all slots free', async () => {
  const tuesday = await add('2026-11-24')
  const sunday = await add('2026-11-29', { roomId: null })
  await harness.post(`/sessions/${tuesday.id}/fill`, {
    workerIds: [workerId(1)],
    examType: 'periodic',
  })
  const { made, skipped } = await copy('2026-11-23', '2026-11-30')
  expect(skipped).toEqual([])
  const next = await week('2026-11-30', '2026-12-06')
  expect(next.map(({ id }) => id)).toEqual(made)
  expect(next.map(({ physicianId, roomId }) => [physicianId, roomId])).toEqual([
    [clinic.physicianId, clinic.roomId],
    [sunday.physicianId, null],
  ])
  expect(next[0]?.slots.map(({ startsAt }) => startsAt)).toEqual([
    '2026-12-01T09:00:00.000Z',
    '2026-12-01T09:40:00.000Z',
  ])
  expect(next.flatMap(({ slots }) => slots.map(({ appointment }) => appointment))).toEqual(
    Array.from({ length: 4 }, () => null),
  )
})

test('what exists already is left alone, and said: copying twice makes one', async () => {
  const session = await add('2026-11-24')
  const first = await copy('2026-11-23', '2026-11-30')
  expect(first.made).toHaveLength(1)
  expect(await copy('2026-11-23', '2026-11-30')).toEqual({
    made: [],
    skipped: [{ sessionId: session.id, on: '2026-12-01', reason: 'overlaps' }],
  })
  expect(await week('2026-11-30', '2026-12-06')).toHaveLength(1)
})

test('two of the week that overlap nobody else are both made; a public holiday has no session', async () => {
  await add('2026-12-17')
  const friday = await add('2026-12-18')
  const reply = await copy('2026-12-14', '2026-12-21')
  expect(reply.made).toHaveLength(1)
  expect(reply.skipped).toEqual([
    { sessionId: friday.id, on: '2026-12-25', reason: 'public-holiday' },
  ])
})

test('each copied session has its audit entry, and the desk is told', async () => {
  await add('2026-11-24')
  harness.told.length = 0
  await copy('2026-11-23', '2026-11-30')
  expect(harness.told).toEqual([`agenda-changed ${clinic.physicianId}`])
  expect(await harness.store.read.audit.verify()).toMatchObject({ entries: 2, brokenAt: null })
})

test.each([
  [{ from: '2026-02-30', to: '2026-11-30' }, '/from'],
  [{ from: '2026-11-23', to: '2026-11-31' }, '/to'],
  [{ from: '2026-11-23', to: '2026-11-23' }, '/to'],
])('%j is refused', async (body, at) => {
  expect(await harness.post('/sessions/copy', body)).toMatchObject({ status: 400, reply: { at } })
})

test('a day on which the service is closed is left out and said, and a session there is asked for twice', async () => {
  harness.closedDays.push('2026-12-01')
  const session = await add('2026-11-24')
  expect(await copy('2026-11-23', '2026-11-30')).toEqual({
    made: [],
    skipped: [{ sessionId: session.id, on: '2026-12-01', reason: 'closed-day' }],
  })
  const draft = { ...halfDay, date: '2026-12-01' }
  expect(await harness.post('/sessions', draft)).toMatchObject({
    status: 409,
    reply: { code: 'closed-day', at: '/date' },
  })
  expect(await harness.post('/sessions', { ...draft, date: '2026-12-25' })).toMatchObject({
    reply: { code: 'public-holiday' },
  })
  expect(await harness.post('/sessions', { ...draft, onDayOff: true })).toMatchObject({
    status: 201,
  })
})
