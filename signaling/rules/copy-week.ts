/** Which of a week's sessions are made again in another week, and when: at the same clock times, whatever the season. */
import type { SessionSkipped } from '../protocol/planning.ts'
import { addDays, clockTimeAt, dateAt, timeAt } from './calendar.ts'
import type { SlotSpan } from './slots.ts'
import { dayOff, type WorkingDays } from './working-days.ts'

export type Copy =
  | { readonly kind: 'slots'; readonly slots: readonly SlotSpan[] }
  | { readonly kind: 'skipped'; readonly reason: Exclude<SessionSkipped['reason'], 'overlaps'> }

export interface CopyOptions {
  readonly days: number
  readonly now: number
  readonly timeZone: string
  readonly workingDays: WorkingDays
}

/** `slots` of one session, in order; a slot that begins in an hour which the clocks skip is left out. */
export function copySession(
  slots: readonly SlotSpan[],
  { days, now, timeZone, workingDays }: CopyOptions,
): Copy {
  const copied = slots.flatMap((slot) => copySlot(slot, days, timeZone))
  const [first] = copied
  if (first === undefined || first.startsAt <= now) return { kind: 'skipped', reason: 'past' }
  const reason = dayOff(dateAt(first.startsAt, timeZone), workingDays)
  return reason === null ? { kind: 'slots', slots: copied } : { kind: 'skipped', reason }
}

function copySlot({ startsAt, endsAt }: SlotSpan, days: number, timeZone: string): SlotSpan[] {
  const date = addDays(dateAt(startsAt, timeZone), days)
  const start = clockTimeAt(date, timeAt(startsAt, timeZone), timeZone)
  return start === null ? [] : [{ startsAt: start, endsAt: start + (endsAt - startsAt) }]
}
