/**
 * When a worker is reminded of an appointment. A day before is the same time on the clock of the day before, whatever the
 * clocks did in the night between; an hour before is sixty minutes.
 */
import { addDays, clockTimeAtOrAfter, dateAt, timeAt } from './calendar.ts'

/** How long before the appointment. */
export interface Lead {
  readonly count: number
  readonly unit: 'days' | 'hours'
}

export interface Reminder {
  readonly lead: Lead
  /** Milliseconds since 1970. */
  readonly at: number
}

const hourMs = 60 * 60_000

export function momentBefore(startsAt: number, { count, unit }: Lead, timeZone: string): number {
  if (unit === 'hours') return startsAt - count * hourMs
  const day = addDays(dateAt(startsAt, timeZone), -count)
  return clockTimeAtOrAfter(day, timeAt(startsAt, timeZone), timeZone)
}

/**
 * Returns the reminders that someone who was invited at this moment gets, the earliest first. One that comes sooner after
 * the invitation than half its own lead would tell nothing new.
 */
export function remindersOf(
  { startsAt, invitedAt }: { readonly startsAt: number; readonly invitedAt: number },
  leads: readonly Lead[],
  timeZone: string,
): Reminder[] {
  return leads
    .map((lead) => ({ lead, at: momentBefore(startsAt, lead, timeZone) }))
    .filter(({ at }) => at - invitedAt >= (startsAt - at) / 2)
    .toSorted((a, b) => a.at - b.at)
}

/**
 * Whether a reminder whose moment has come should still be sent: not once the appointment began, and not when a later one
 * is due as well, since the server was away that long.
 */
export function isWorthSending(
  lead: Lead,
  startsAt: number,
  leads: readonly Lead[],
  timeZone: string,
  now: number,
): boolean {
  if (now >= startsAt) return false
  const own = momentBefore(startsAt, lead, timeZone)
  return !leads.some((other) => {
    const at = momentBefore(startsAt, other, timeZone)
    return at > own && at <= now
  })
}

/** "7d", "1h". */
export function leadToText({ count, unit }: Lead): string {
  return `${count}${unit === 'days' ? 'd' : 'h'}`
}

/** Null: that is no lead. */
export function parseLead(text: string): Lead | null {
  const [, digits, letter] = /^([1-9]\d{0,2})([dh])$/.exec(text) ?? []
  if (digits === undefined) return null
  return { count: Number(digits), unit: letter === 'd' ? 'days' : 'hours' }
}
