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
  // Somebody may be in the call before their turn: nobody else begins until that talk is over.
  let freeAt = Math.max(now, ...appointments.map(endOfCall))
  for (const { appointmentId, startsAt, endsAt, progress } of appointments) {
    if (progress.kind !== 'to-come') continue
    const begins = Math.max(startsAt, freeAt)
    expected.push({ appointmentId, startsAt: begins, lateMs: begins - startsAt })
    freeAt = begins + endsAt - startsAt
  }
  return expected
}

/** As long as planned; a talk that takes longer may end at any moment. */
function endOfCall({ startsAt, endsAt, progress }: Planned): number {
  return progress.kind === 'in-call' ? progress.since + endsAt - startsAt : -Infinity
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

/** What a person was told last. */
export type Told =
  | { readonly kind: 'none' }
  | { readonly kind: 'late'; readonly lateMs: number }
  | { readonly kind: 'come-now' }

/** What to tell them now; who was on time all along needs no call. */
export function lateNotice(
  { startsAt, lateMs }: Expected,
  told: Told,
  now: number,
  rules: LateRules = defaultLateRules,
): Told['kind'] {
  switch (told.kind) {
    case 'come-now':
      return 'none'
    case 'none':
      return lateMs >= rules.tellFromMs ? 'late' : 'none'
    case 'late':
      if (startsAt - now <= rules.callInMs) return 'come-now'
      // Who was told of a long delay has to hear that it became short.
      return Math.abs(lateMs - told.lateMs) >= rules.tellAgainMs ? 'late' : 'none'
  }
}
