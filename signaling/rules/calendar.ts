/** Days and clock times in a time zone, as instants. A clock time that the zone skips is no time; one that it repeats is the first. */
import type { CalendarDate, ClockTime } from '../protocol/primitives.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Nobody who lives was born before, and nothing is planned after; beyond these, zones and days of four digits end. */
const firstYear = '1900'
const lastYear = '2999'

/** Whether the calendar has this day: `2026-02-29` is well-formed and does not exist. */
export function isRealDate(date: CalendarDate): boolean {
  const year = date.slice(0, 4)
  if (year < firstYear || year > lastYear) return false
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}

/** Returns the day that clocks in the zone show at this moment. */
export function dateAt(at: number, timeZone: string): CalendarDate {
  return wallClock(at, timeZone).slice(0, 10)
}

/** Returns what clocks in the zone show at this moment, to the minute. */
export function timeAt(at: number, timeZone: string): ClockTime {
  return wallClock(at, timeZone).slice(11, 16)
}

/** Returns the day after, or so many days after; negative for before. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** Returns the same day of a later month, or that month's last day where it has none: 31 August and half a year. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
    .toISOString()
    .slice(0, 10)
}

/** Returns the moment at which the zone's clocks show this, or null when they skip it (the night to summer time). */
export function clockTimeAt(date: CalendarDate, time: ClockTime, timeZone: string): number | null {
  const wanted = `${date}T${time}`
  const asIfUtc = Date.parse(`${wanted}:00Z`)
  // The offset is one of those in force a day before and a day after; the larger one gives the earlier moment.
  const offsets = [offsetAt(asIfUtc - dayMs, timeZone), offsetAt(asIfUtc + dayMs, timeZone)]
  const moments = offsets.toSorted((a, b) => b - a).map((offset) => asIfUtc - offset)
  return moments.find((at) => wallClock(at, timeZone) === wanted) ?? null
}

/** As above; where clocks skip the time, the moment that is as long after the skip as it would have been (RFC 5545, 3.3.5). */
export function clockTimeAtOrAfter(date: CalendarDate, time: ClockTime, timeZone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const wanted = hours * 60 + minutes
  for (let minute = wanted; minute >= 0; minute -= 30) {
    const at = clockTimeAt(date, toClockTime(minute), timeZone)
    if (at !== null) return at + (wanted - minute) * 60_000
  }
  return startOfDay(date, timeZone)
}

/** Returns the moment at which the day begins; where midnight is skipped, the first moment after it. */
export function startOfDay(date: CalendarDate, timeZone: string): number {
  for (const time of ['00:00', '00:30', '01:00']) {
    const at = clockTimeAt(date, time, timeZone)
    if (at !== null) return at
  }
  return Date.parse(`${date}T00:00:00Z`)
}

function toClockTime(minuteOfDay: number): ClockTime {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`
}

function offsetAt(at: number, timeZone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000
  return Date.parse(`${wallClock(minute, timeZone)}:00Z`) - minute
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** "2026-11-24T09:30": Swedish writes dates in ISO order. */
function wallClock(at: number, timeZone: string): string {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(timeZone, format)
  }
  return format.format(at).replace(' ', 'T')
}
