import { expect, test } from 'vitest'
import { dateAt } from '../../signaling/rules/calendar.ts'
import { openStore } from '../../signaling/store/store.ts'
import { seedClinic } from './seed.ts'

/** An hour ahead of UTC in November. */
const timeZone = 'Europe/Brussels'

test.each([
  ['in the morning', '2026-11-24T08:42:10.000Z'],
  ['five minutes past midnight', '2026-11-23T23:05:00.000Z'],
  ['just before midnight', '2026-11-24T22:58:00.000Z'],
])(
  'a demonstration begun %s has a session of today and three workers who may come in',
  async (_when, at) => {
    const now = Date.parse(at)
    const store = await openStore(':memory:')
    let made = 0
    const makeId = () => `id-${String(++made).padStart(20, '0')}`
    const seeded = await seedClinic(store, {
      clock: { now: () => now },
      makeId,
      makeToken: makeId,
      timeZone,
    })
    const starts = await Promise.all(
      seeded.appointmentIds
        .slice(0, 3)
        .map(async (id) => (await store.read.appointments.context(id))?.appointment.startsAt ?? ''),
    )
    const [first = ''] = starts
    expect(dateAt(Date.parse(first), timeZone)).toBe(dateAt(now, timeZone))
    // The waiting room opens fifteen minutes before; at midnight the third worker has five more to go.
    expect(starts.every((start) => Date.parse(start) - now <= 20 * 60_000)).toBe(true)
    await store.close()
  },
)

test('a demonstration has workers who are due, late ones first, and free half days to invite them to', async () => {
  const now = Date.parse('2026-11-24T08:42:10.000Z')
  const store = await openStore(':memory:')
  let made = 0
  const makeId = () => `id-${String(++made).padStart(20, '0')}`
  await seedClinic(store, { clock: { now: () => now }, makeId, makeToken: makeId, timeZone })
  const search = { employerId: null, until: null, unplanned: true, after: null, limit: 400 }
  const due = await store.read.examsDue.list(search)
  expect(due.length).toBeGreaterThan(140)
  expect((due[0]?.dueOn ?? '') < '2026-11-24').toBe(true)
  const free = await store.read.slots.open(
    'remote',
    '2026-11-25T00:00:00.000Z',
    '2026-12-31T00:00:00.000Z',
    400,
  )
  expect(free.length).toBeGreaterThan(150)
  await store.close()
})
