import { describe, expect, test } from 'vitest'
import { addDays, dayOf, isDay, isWeekend, weekOf } from './calendar.ts'

describe('a day', () => {
  test('is the one of the zone, not of UTC', () => {
    expect(dayOf('2026-11-23T23:30:00Z', 'Europe/Brussels')).toBe('2026-11-24')
    expect(dayOf('2026-11-23T22:30:00Z', 'Europe/Brussels')).toBe('2026-11-23')
  })

  test('follows over the end of a month, a year and an hour’s change', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  })

  test.each([
    ['2026-11-24', true],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['24-11-2026', false],
    ['', false],
  ])('%s from an address bar: %s', (text, valid) => {
    expect(isDay(text)).toBe(valid)
  })
})

describe('a week', () => {
  test.each(['2026-11-23', '2026-11-26', '2026-11-29'])('of %s begins on Monday', (day) => {
    const days = weekOf(day)
    expect(days).toHaveLength(7)
    expect([days[0], days[6]]).toEqual(['2026-11-23', '2026-11-29'])
  })

  test('of the year’s end may be the 53rd, and goes on into the next year', () => {
    for (const day of ['2026-12-28', '2026-12-31', '2027-01-01', '2027-01-03']) {
      const days = weekOf(day)
      expect([days[0], days[6]]).toEqual(['2026-12-28', '2027-01-03'])
    }
    expect(weekOf('2027-01-04')[0]).toBe('2027-01-04')
  })

  test('has seven days over both nights in which the clocks turn, and over the leap day', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2028-02-29']) {
      expect(new Set(weekOf(day)).size).toBe(7)
      expect(weekOf(day)).toContain(day)
    }
  })

  test('ends in a weekend', () => {
    expect(weekOf('2026-11-24').filter(isWeekend)).toEqual(['2026-11-28', '2026-11-29'])
  })
})
