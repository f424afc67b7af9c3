import { describe, expect, test } from 'vitest'
import { easterSunday, publicHolidays } from './public-holidays.ts'

describe('Easter Sunday', () => {
  // Both ends of its range, both exceptions of the tables (1954, 1981), and the years in which Visite is first used.
  test.each([
    ['1818', '1818-03-22'],
    ['1943', '1943-04-25'],
    ['1954', '1954-04-18'],
    ['1981', '1981-04-19'],
    ['2000', '2000-04-23'],
    ['2008', '2008-03-23'],
    ['2024', '2024-03-31'],
    ['2025', '2025-04-20'],
    ['2026', '2026-04-05'],
    ['2027', '2027-03-28'],
    ['2038', '2038-04-25'],
    ['2100', '2100-03-28'],
  ])('of %s is %s', (year, date) => {
    expect(easterSunday(Number(year))).toBe(date)
  })

  test('is a Sunday between 22 March and 25 April for four centuries', () => {
    for (let year = 1900; year < 2300; year++) {
      const date = easterSunday(year)
      expect(new Date(`${date}T00:00Z`).getUTCDay()).toBe(0)
      expect(date >= `${year}-03-22` && date <= `${year}-04-25`).toBe(true)
    }
  })
})

test('law of 4 January 1974, art. 4: ten public holidays, three of which follow Easter', () => {
  expect(publicHolidays(2026)).toEqual([
    '2026-01-01',
    '2026-04-06', // Easter Monday
    '2026-05-01',
    '2026-05-14', // Ascension
    '2026-05-25', // Whit Monday
    '2026-07-21',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
})

test('Ascension and the first of May may be one day', () => {
  expect(publicHolidays(2008).filter((day) => day === '2008-05-01')).toHaveLength(2)
})
