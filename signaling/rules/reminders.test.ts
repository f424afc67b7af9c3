import { describe, expect, test } from 'vitest'
import {
  isWorthSending,
  leadToText,
  momentBefore,
  parseLead,
  remindersOf,
  type Lead,
} from './reminders.ts'

const brussels = 'Europe/Brussels'
const week: Lead = { count: 7, unit: 'days' }
const day: Lead = { count: 1, unit: 'days' }
const hour: Lead = { count: 1, unit: 'hours' }
const leads = [week, day, hour]
const at = (instant: string) => Date.parse(instant)
const iso = (moment: number) => new Date(moment).toISOString().slice(0, 16)
const before = (instant: string, lead: Lead, zone = brussels) =>
  iso(momentBefore(at(`${instant}Z`), lead, zone))

describe('a reminder', () => {
  test.each([
    // appointment (UTC), lead, zone, reminder (UTC)
    ['2026-11-24T08:30', week, brussels, '2026-11-17T08:30'],
    ['2026-11-24T08:30', day, brussels, '2026-11-23T08:30'],
    ['2026-11-24T08:30', hour, brussels, '2026-11-24T07:30'],
  ])('of the appointment of %s, %o before, in %s, leaves at %s', (start, lead, zone, expected) => {
    expect(before(start, lead, zone)).toBe(expected)
  })

  test.each([
    // In the night of 28 to 29 March 2026 clocks go from 02:00 to 03:00.
    ['the morning after, 09:30', '2026-03-29T07:30', day, brussels, '2026-03-28T08:30'],
    ['the morning after, an hour', '2026-03-29T07:30', hour, brussels, '2026-03-29T06:30'],
    ['03:30 after the skip, an hour', '2026-03-29T01:30', hour, brussels, '2026-03-29T00:30'],
    ['01:30 before the skip, a day', '2026-03-29T00:30', day, brussels, '2026-03-28T00:30'],
    [
      '02:30 the day after, which was skipped',
      '2026-03-30T00:30',
      day,
      brussels,
      '2026-03-29T01:30',
    ],
    ['02:00 the day after', '2026-03-30T00:00', day, brussels, '2026-03-29T01:00'],
    ['a week over the skip', '2026-04-02T07:30', week, brussels, '2026-03-26T08:30'],
    // Lisbon goes from 01:00 to 02:00 at the same moment.
    [
      '01:30 in Lisbon, which was skipped',
      '2026-03-30T00:30',
      day,
      'Europe/Lisbon',
      '2026-03-29T01:30',
    ],
  ])('knows summer time: %s', (_name, start, lead, zone, expected) => {
    expect(before(start, lead, zone)).toBe(expected)
  })

  test.each([
    // In the night of 24 to 25 October 2026 clocks go from 03:00 back to 02:00.
    ['the morning after, 09:30', '2026-10-25T08:30', day, brussels, '2026-10-24T07:30'],
    ['the morning after, an hour', '2026-10-25T08:30', hour, brussels, '2026-10-25T07:30'],
    ['the first 02:30, an hour', '2026-10-25T00:30', hour, brussels, '2026-10-24T23:30'],
    ['the second 02:30, an hour', '2026-10-25T01:30', hour, brussels, '2026-10-25T00:30'],
    ['the second 02:30, a day', '2026-10-25T01:30', day, brussels, '2026-10-24T00:30'],
    [
      '02:30 the day after: the first of the two',
      '2026-10-26T01:30',
      day,
      brussels,
      '2026-10-25T00:30',
    ],
    ['a week over the turn', '2026-10-29T08:30', week, brussels, '2026-10-22T07:30'],
  ])('knows winter time: %s', (_name, start, lead, zone, expected) => {
    expect(before(start, lead, zone)).toBe(expected)
  })

  test.each([
    ['2028-03-01T08:30', day, '2028-02-29T08:30'],
    ['2028-02-29T08:30', day, '2028-02-28T08:30'],
    ['2028-03-07T08:30', week, '2028-02-29T08:30'],
    ['2026-03-01T08:30', day, '2026-02-28T08:30'],
    ['2027-01-01T08:30', day, '2026-12-31T08:30'],
  ])('knows the leap day and the year’s end: %s, %o before, is %s', (start, lead, expected) => {
    expect(before(start, lead)).toBe(expected)
  })

  test.each([brussels, 'Europe/Lisbon'])(
    'is at the same time on the clock of %s, for 40 slots over both nights',
    (zone) => {
      const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' })
      for (const night of ['2026-03-28T22:00Z', '2026-10-24T22:00Z']) {
        for (let slot = 0; slot < 40; slot += 1) {
          const start = at(night) + slot * 15 * 60_000
          const reminder = momentBefore(start, day, zone)
          expect(clock.format(reminder)).toBe(clock.format(start))
          expect(momentBefore(start, hour, zone)).toBe(start - 3_600_000)
        }
      }
    },
  )
})

describe('who was invited', () => {
  const of = (invited: string) =>
    remindersOf(
      { startsAt: at('2026-11-24T08:30Z'), invitedAt: at(`${invited}Z`) },
      [hour, week, day],
      brussels,
    ).map(({ lead, at: moment }) => `${leadToText(lead)} at ${iso(moment)}`)

  test('two weeks before is reminded three times, the earliest first', () => {
    expect(of('2026-11-10T08:30')).toEqual([
      '7d at 2026-11-17T08:30',
      '1d at 2026-11-23T08:30',
      '1h at 2026-11-24T07:30',
    ])
  })
  test.each([
    ['2026-11-16T08:30', 2], // a day before the week's reminder
    ['2026-11-22T20:30', 2], // twelve hours before the day's
    ['2026-11-22T20:31', 1],
    ['2026-11-24T07:00', 1], // half an hour before the hour's
    ['2026-11-24T07:01', 0],
  ])('on %s gets %i: none that would tell nothing new', (invited, count) => {
    expect(of(invited)).toHaveLength(count)
  })
})

describe('a reminder whose moment passed while the server was away', () => {
  const worth = (lead: Lead, now: string) =>
    isWorthSending(lead, at('2026-11-24T08:30Z'), leads, brussels, at(`${now}Z`))

  test('is sent late', () => expect(worth(week, '2026-11-20T03:00')).toBe(true))
  test('is left out where a later one is due too', () => {
    expect(worth(week, '2026-11-23T08:30')).toBe(false)
    expect(worth(day, '2026-11-23T08:30')).toBe(true)
  })
  test('is left out once the appointment began', () => {
    expect(worth(hour, '2026-11-24T08:29')).toBe(true)
    expect(worth(hour, '2026-11-24T08:30')).toBe(false)
  })
})

test.each([week, day, hour, { count: 48, unit: 'hours' } as const])(
  '%o is read as written',
  (lead) => expect(parseLead(leadToText(lead))).toEqual(lead),
)
test.each(['', 'd', '0d', '1', '1w', '-1d', '1000d', '1.5h', ' 1h'])('"%s" is no lead', (text) =>
  expect(parseLead(text)).toBeNull(),
)
