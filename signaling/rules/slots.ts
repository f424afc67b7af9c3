/** Cuts a physician's half day, as it was typed in clock times, into slots of equal length around its breaks. */
import type { Break, SessionDraft } from '../protocol/planning.ts'
import { clockTimeAt, isRealDate } from './calendar.ts'

/** Moments in milliseconds since 1970. */
export interface SlotSpan {
  readonly startsAt: number
  readonly endsAt: number
}

export type HalfDay = Pick<SessionDraft, 'date' | 'from' | 'until' | 'slotMinutes'> & {
  readonly breaks?: readonly Break[]
}

export type Cut =
  | { readonly ok: true; readonly slots: readonly SlotSpan[] }
  /** The field of the draft that cannot be. */
  | { readonly ok: false; readonly field: keyof HalfDay }

/** What the wire allows in a session. */
const maxSlots = 200

/**
 * Minutes are real ones: in the night to summer time a session from 01:00 to 04:00 lasts two hours. A rest, before a break
 * or at the end, is left free.
 */
export function cutSlots(draft: HalfDay, timeZone: string): Cut {
  if (!isRealDate(draft.date)) return { ok: false, field: 'date' }
  const from = clockTimeAt(draft.date, draft.from, timeZone)
  if (from === null) return { ok: false, field: 'from' }
  const until = clockTimeAt(draft.date, draft.until, timeZone)
  if (until === null || until <= from) return { ok: false, field: 'until' }
  const day = { startsAt: from, endsAt: until }
  const breaks = toBreaks(draft, day, timeZone)
  if (breaks === null) return { ok: false, field: 'breaks' }

  const slots = stretchesBetween(breaks, day).flatMap((stretch) =>
    cutStretch(stretch, draft.slotMinutes * 60_000),
  )
  return slots.length === 0 || slots.length > maxSlots
    ? { ok: false, field: 'slotMinutes' }
    : { ok: true, slots }
}

/** Returns null where a break has no length, or lies outside the half day. */
function toBreaks(
  { date, breaks = [] }: HalfDay,
  day: SlotSpan,
  timeZone: string,
): readonly SlotSpan[] | null {
  const spans: SlotSpan[] = []
  for (const { from, until } of breaks) {
    const startsAt = clockTimeAt(date, from, timeZone)
    const endsAt = clockTimeAt(date, until, timeZone)
    if (startsAt === null || endsAt === null || endsAt <= startsAt) return null
    if (startsAt < day.startsAt || endsAt > day.endsAt) return null
    spans.push({ startsAt, endsAt })
  }
  return spans.toSorted((a, b) => a.startsAt - b.startsAt)
}

/** Breaks may touch or overlap. */
function stretchesBetween(breaks: readonly SlotSpan[], day: SlotSpan): readonly SlotSpan[] {
  const stretches: SlotSpan[] = []
  let from = day.startsAt
  for (const { startsAt, endsAt } of breaks) {
    if (startsAt > from) stretches.push({ startsAt: from, endsAt: startsAt })
    from = Math.max(from, endsAt)
  }
  return [...stretches, { startsAt: from, endsAt: day.endsAt }]
}

function cutStretch({ startsAt, endsAt }: SlotSpan, slotMs: number): readonly SlotSpan[] {
  const count = Math.max(0, Math.floor((endsAt - startsAt) / slotMs))
  return Array.from({ length: count }, (_, index) => ({
    startsAt: startsAt + index * slotMs,
    endsAt: startsAt + (index + 1) * slotMs,
  }))
}
