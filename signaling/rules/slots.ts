/** Cuts a physician's half day, as it was typed in clock times, into slots of equal length. */
import type { SessionDraft } from '../protocol/planning.ts'
import { clockTimeAt, isRealDate } from './calendar.ts'

/** Moments in milliseconds since 1970. */
export interface SlotSpan {
  readonly startsAt: number
  readonly endsAt: number
}

export type Cut =
  | { readonly ok: true; readonly slots: readonly SlotSpan[] }
  /** The field of the draft that cannot be. */
  | { readonly ok: false; readonly field: 'date' | 'from' | 'until' | 'slotMinutes' }

/** What the wire allows in a session. */
const maxSlots = 200

/** Minutes are real ones: in the night to summer time a session from 01:00 to 04:00 lasts two hours. A rest is left free. */
export function cutSlots(
  draft: Pick<SessionDraft, 'date' | 'from' | 'until' | 'slotMinutes'>,
  timeZone: string,
): Cut {
  if (!isRealDate(draft.date)) return { ok: false, field: 'date' }
  const from = clockTimeAt(draft.date, draft.from, timeZone)
  if (from === null) return { ok: false, field: 'from' }
  const until = clockTimeAt(draft.date, draft.until, timeZone)
  if (until === null || until <= from) return { ok: false, field: 'until' }

  const slotMs = draft.slotMinutes * 60_000
  const count = Math.floor((until - from) / slotMs)
  if (count === 0 || count > maxSlots) return { ok: false, field: 'slotMinutes' }
  const slots = Array.from({ length: count }, (_, index) => ({
    startsAt: from + index * slotMs,
    endsAt: from + (index + 1) * slotMs,
  }))
  return { ok: true, slots }
}
