/** Working days as the service counts them: days of the week, less public holidays, less the days that it adds. */
import type { CalendarDate } from '../protocol/primitives.ts'
import { addDays } from './calendar.ts'
import { publicHolidays } from './public-holidays.ts'

/** ISO 8601: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export interface WorkingDays {
  readonly weekdays: readonly Weekday[]
  /** Regional days (11 July, 27 September, 15 November), bridge days, replacement days. */
  readonly closed: readonly CalendarDate[]
}

/**
 * No text was found that says whether Saturday counts. With it a due date comes earlier, which is late for nobody;
 * the service may set another week.
 */
export const defaultWorkingDays: WorkingDays = { weekdays: [1, 2, 3, 4, 5, 6], closed: [] }

export function isWorkingDay(date: CalendarDate, { weekdays, closed }: WorkingDays): boolean {
  return weekdays.includes(weekdayOf(date)) && dayOff(date, { closed }) === null
}

/** Why nobody is expected to work that day, whatever day of the week it is; null on the others. */
export type DayOff = 'public-holiday' | 'closed-day'

export function dayOff(date: CalendarDate, { closed }: Pick<WorkingDays, 'closed'>): DayOff | null {
  // Law of 4 January 1974, art. 4.
  if (holidaysOf(date.slice(0, 4)).includes(date)) return 'public-holiday'
  return closed.includes(date) ? 'closed-day' : null
}

/** A due list asks for the same two years thousands of times. */
const holidays = new Map<string, readonly CalendarDate[]>()

function holidaysOf(year: string): readonly CalendarDate[] {
  const known = holidays.get(year) ?? publicHolidays(Number(year))
  holidays.set(year, known)
  return known
}

/**
 * Returns the last day of a term of so many working days; the day that starts it does not count (Judicial Code, art. 52).
 * Throws a RangeError where no day of the week is a working day.
 */
export function addWorkingDays(
  from: CalendarDate,
  days: number,
  calendar: WorkingDays,
): CalendarDate {
  if (calendar.weekdays.length === 0) throw new RangeError('no working day in the week')
  let date = from
  for (let left = days; left > 0;) {
    date = addDays(date, 1)
    if (isWorkingDay(date, calendar)) left--
  }
  return date
}

/** Returns how many working days come after `from`, up to and with `until`; negative where `until` lies before. */
export function workingDaysBetween(
  from: CalendarDate,
  until: CalendarDate,
  calendar: WorkingDays,
): number {
  if (until < from) return -workingDaysBetween(until, from, calendar)
  let count = 0
  for (let date = from; date < until;) {
    date = addDays(date, 1)
    if (isWorkingDay(date, calendar)) count++
  }
  return count
}

export function weekdayOf(date: CalendarDate): Weekday {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return (day === 0 ? 7 : day) as Weekday
}
