/** Days and weeks for the planner. A day is text, `2026-11-24`: it has no zone, and an hour's change cannot move it. */
import type { CalendarDate, Instant } from '../../signaling/protocol/primitives.ts'

/** Returns the day that a moment falls on in a zone. */
export function dayOf(moment: Instant | number, timeZone: string): CalendarDate {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(moment))
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** Returns the seven days, from Monday, of the week that a day belongs to. */
export function weekOf(day: CalendarDate): readonly CalendarDate[] {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = addDays(day, -sinceMonday)
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days))
}

export function isWeekend(day: CalendarDate): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

/** Whether text from an address bar names a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** A moment of the day that is on this day in every zone of Europe: for formatting. */
export function noonOf(day: CalendarDate): Instant {
  return `${day}T12:00:00Z`
}
