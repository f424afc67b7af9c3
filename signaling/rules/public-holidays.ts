/** Belgium's ten public holidays: law of 4 January 1974, art. 4; royal decree of 18 April 1974, art. 1. */
import type { CalendarDate } from '../protocol/primitives.ts'
import { addDays } from './calendar.ts'

/** Days after Easter Sunday. */
const movable = {
  easterMonday: 1,
  ascension: 39,
  whitMonday: 50,
} as const

const fixed = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'] as const

/** Returns the year's holidays in order; no replacement day for one on a Sunday: each employer fixes its own (art. 6). */
export function publicHolidays(year: number): readonly CalendarDate[] {
  const easter = easterSunday(year)
  return [
    ...fixed.map((day) => `${year}-${day}`),
    ...Object.values(movable).map((days) => addDays(easter, days)),
  ].toSorted()
}

/**
 * The first Sunday after the first ecclesiastical full moon from 21 March on, by the tables of the Gregorian calendar
 * (the anonymous algorithm of *Nature*, 20 April 1876).
 */
export function easterSunday(year: number): CalendarDate {
  const moonYear = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moonAge = (19 * moonYear + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - moonAge - (yearOfCentury % 4)) % 7
  const late = Math.floor((moonYear + 11 * moonAge + 22 * toSunday) / 451)
  return addDays(`${year}-03-22`, moonAge + toSunday - 7 * late)
}
