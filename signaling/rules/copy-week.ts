/** Which of a week's sessions are made again in another week, and when: at the same clock times, whatever the season. */
import type { SessionSkipped } from '../protocol/planning.ts'
import type { CalendarDate } from '../protocol/primitives.ts'
import { addDays, clockTimeAt, dateAt, timeAt } from './calendar.ts'
import { publicHolidays } from './public-holidays.ts'
import type { SlotSpan } from './slots.ts'

export type Copy =
  | { readonly kind: 'slots'; readonly slots: readonly SlotSpan[] }
  | { readonly kind: 'skipped'; readonly reason: Exclude<SessionSkipped['reason'], 'overlaps'> }

/** `slots` of one session, in order; a slot that begins in an hour which the clocks skip is left out. */
export function copySession(
  slots: readonly SlotSpan[],
  { days, now, timeZone }: { days: number; now: number; timeZone: string },
): Copy {
  const copied = slots.flatMap((slot) => copySlot(slot, days, timeZone))
  const [first] = copied
  if (first === undefined || first.startsAt <= now) return { kind: 'skipped', reason: 'past' }
  return isPublicHoliday(dateAt(first.startsAt, timeZone))
    ? { kind: 'skipped', reason: 'public-holiday' }
    : { kind: 'slots', slots: copied }
}

function copySlot({ startsAt, endsAt }: SlotSpan, days: number, timeZone: string): SlotSpan[] {
  const date = addDays(dateAt(startsAt, timeZone), days)
  const start = clockTimeAt(date, timeAt(startsAt, timeZone), timeZone)
  return start === null ? [] : [{ startsAt: start, endsAt: start + (endsAt - startsAt) }]
}

/** Law of 4 January 1974, art. 4: nobody works then. */
function isPublicHoliday(date: CalendarDate): boolean {
  return publicHolidays(Number(date.slice(0, 4))).includes(date)
}
