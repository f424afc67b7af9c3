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

  test('ends in a weekend', () => {
    expect(weekOf('2026-11-24').filter(isWeekend)).toEqual(['2026-11-28', '2026-11-29'])
  })
})
