import { describe, expect, test } from 'vitest'
import { addDays, clockTimeAt, dateAt, isRealDate, startOfDay } from './calendar.ts'

const brussels = 'Europe/Brussels'
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

describe('a date', () => {
  test.each(['2024-02-29', '2026-12-31', '1926-01-01'])('%s exists', (date) => {
    expect(isRealDate(date)).toBe(true)
  })
  test.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])(
    '%s does not',
    (date) => {
      expect(isRealDate(date)).toBe(false)
    },
  )
  test.each(['0000-01-01', '1899-12-31', '3000-01-01', '9999-12-31'])(
    '%s is no day that anyone means',
    (date) => {
      expect(isRealDate(date)).toBe(false)
    },
  )
  test('follows the year’s end and the leap day', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
  })
  test('is the zone’s, not UTC’s', () => {
    expect(dateAt(Date.parse('2026-11-24T23:30:00Z'), brussels)).toBe('2026-11-25')
    expect(iso(startOfDay('2026-11-25', brussels))).toBe('2026-11-24T23:00:00.000Z')
    expect(iso(startOfDay('2026-07-01', brussels))).toBe('2026-06-30T22:00:00.000Z')
  })
})

describe('a clock time in Brussels and Lisbon', () => {
  test.each([
    ['2026-11-24', '09:30', brussels, '2026-11-24T08:30:00.000Z'],
    ['2026-07-01', '09:30', brussels, '2026-07-01T07:30:00.000Z'],
    // The night to summer time: 02:00 becomes 03:00.
    ['2026-03-29', '01:30', brussels, '2026-03-29T00:30:00.000Z'],
    ['2026-03-29', '01:59', brussels, '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', brussels, null],
    ['2026-03-29', '02:30', brussels, null],
    ['2026-03-29', '02:59', brussels, null],
    ['2026-03-29', '03:00', brussels, '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', '03:30', brussels, '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '01:30', 'Europe/Lisbon', null],
    ['2026-03-29', '02:00', 'Europe/Lisbon', '2026-03-29T01:00:00.000Z'],
    // The night to winter time: 02:00 to 03:00 comes twice, the first is meant.
    ['2026-10-25', '01:30', brussels, '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '02:00', brussels, '2026-10-25T00:00:00.000Z'],
    ['2026-10-25', '02:30', brussels, '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', brussels, '2026-10-25T02:00:00.000Z'],
    ['2026-10-25', '01:30', 'Europe/Lisbon', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '00:30', 'America/New_York', '2026-10-25T04:30:00.000Z'],
    ['2026-10-25', '12:00', 'Asia/Kolkata', '2026-10-25T06:30:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, expected) => {
    expect(iso(clockTimeAt(date, time, zone))).toBe(expected)
  })
})
