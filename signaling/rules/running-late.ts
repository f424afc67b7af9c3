/**
 * When each of a session's appointments is expected to begin, given how far the physician really is. A physician who is
 * behind catches up in the breaks and in slots that nobody has; nobody is expected before their own time.
 */
import type { Id } from '../protocol/primitives.ts'

/** Moments in milliseconds since 1970. `slots` of one session, by time; a free slot and a break are not among them. */
export interface Planned {
  readonly appointmentId: Id
  readonly startsAt: number
  readonly endsAt: number
  readonly progress: Progress
}

export type Progress =
  | { readonly kind: 'to-come' }
  | { readonly kind: 'in-call'; readonly since: number }
  | { readonly kind: 'over' }

export interface Expected {
  readonly appointmentId: Id
  readonly startsAt: number
  /** How much later than planned; 0 where on time. */
  readonly lateMs: number
}

/** Returns the expected starts of those who are to come, in order. */
export function expectedStarts(appointments: readonly Planned[], now: number): Expected[] {
  const expected: Expected[] = []
  let freeAt = now
  for (const { appointmentId, startsAt, endsAt, progress } of appointments) {
    const lengthMs = endsAt - startsAt
    if (progress.kind === 'over') continue
    if (progress.kind === 'in-call') {
      // A talk that takes longer than planned may end at any moment.
      freeAt = Math.max(now, progress.since + lengthMs)
      continue
    }
    const begins = Math.max(startsAt, freeAt)
    expected.push({ appointmentId, startsAt: begins, lateMs: begins - startsAt })
    freeAt = begins + lengthMs
  }
  return expected
}

export interface LateRules {
  /** From this delay on, people who are not there yet are told. */
  readonly tellFromMs: number
  /** They are told again only when it changed by so much. */
  readonly tellAgainMs: number
  /** So long before the expected start: "go to the room now". */
  readonly callInMs: number
}

export const defaultLateRules: LateRules = {
  tellFromMs: 15 * 60_000,
  tellAgainMs: 10 * 60_000,
  callInMs: 10 * 60_000,
}

/** `toldMs`: the delay that this person was last told of, 0 for none. */
export function lateNotice(
  { startsAt, lateMs }: Expected,
  toldMs: number,
  now: number,
  rules: LateRules = defaultLateRules,
): 'none' | 'late' | 'come-now' {
  if (toldMs > 0 && startsAt - now <= rules.callInMs) return 'come-now'
  // Who was told of a long delay has to hear that it became short.
  const worthTelling =
    toldMs > 0 ? Math.abs(lateMs - toldMs) >= rules.tellAgainMs : lateMs >= rules.tellFromMs
  return worthTelling ? 'late' : 'none'
}
