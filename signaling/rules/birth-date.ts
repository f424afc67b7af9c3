/** Whether somebody born then can be a worker. */
import type { CalendarDate } from '../protocol/primitives.ts'

/** Student jobs begin at 15; one year of grace. Above a hundred, a year was mistyped. */
const minAge = 14
const maxAge = 100

export function isPlausibleBirthDate(date: CalendarDate, today: CalendarDate): boolean {
  return date <= yearsBefore(today, minAge) && date >= yearsBefore(today, maxAge)
}

/** As text: days compare as they sort, and 29 February needs no special care. */
function yearsBefore(date: CalendarDate, years: number): string {
  return `${String(Number(date.slice(0, 4)) - years).padStart(4, '0')}${date.slice(4)}`
}
