import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './calendar.ts'
import {
  addWorkingDays,
  defaultWorkingDays,
  isWorkingDay,
  workingDaysBetween,
  type WorkingDays,
} from './working-days.ts'

const fiveDays: WorkingDays = { weekdays: [1, 2, 3, 4, 5], closed: [] }

describe('a working day', () => {
  test.each([
    ['a Monday', '2026-11-23', true],
    ['a Saturday, while the service counts it', '2026-11-28', true],
    ['a Sunday', '2026-11-29', false],
    ['Armistice Day', '2026-11-11', false],
    ['the Monday after Easter', '2026-04-06', false],
  ])('%s (%s): %s', (_name, date, expected) => {
    expect(isWorkingDay(date, defaultWorkingDays)).toBe(expected)
  })

  test('is none where the service is closed: a bridge day, a regional day', () => {
    expect(isWorkingDay('2026-05-15', { ...fiveDays, closed: ['2026-05-15'] })).toBe(false)
  })
})

describe('a term of ten working days', () => {
  test.each([
    ['of six a week', '2026-11-23', defaultWorkingDays, '2026-12-04'],
    ['of five a week', '2026-11-23', fiveDays, '2026-12-07'],
    [
      'over All Saints’ (a Sunday) and Armistice Day',
      '2026-10-30',
      defaultWorkingDays,
      '2026-11-12',
    ],
    ['over Christmas and New Year', '2026-12-23', fiveDays, '2027-01-08'],
    ['from a Sunday', '2026-11-29', defaultWorkingDays, '2026-12-10'],
    ['over a leap day', '2028-02-24', fiveDays, '2028-03-09'],
  ])('%s, from %s', (_name, from, calendar, until) => {
    expect(addWorkingDays(from, 10, calendar)).toBe(until)
  })

  test('needs a week that has a working day', () => {
    expect(() => addWorkingDays('2026-11-23', 10, { weekdays: [], closed: [] })).toThrow(RangeError)
  })
})

test('counting forth and back gives the same, from any day', () => {
  const someDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days))
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 60 }), (from, days) => {
      const until = addWorkingDays(from, days, defaultWorkingDays)
      expect(workingDaysBetween(from, until, defaultWorkingDays)).toBe(days)
      expect(workingDaysBetween(until, from, defaultWorkingDays)).toBe(days === 0 ? 0 : -days)
      if (days > 0) expect(isWorkingDay(until, defaultWorkingDays)).toBe(true)
    }),
  )
})
