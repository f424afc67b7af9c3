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
