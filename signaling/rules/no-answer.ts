/**
 * When somebody who does not come has been waited for long enough, so that what is left of their time can be another's.
 *
 *   not awaited yet ──their turn came, the physician is free for them──▶ awaited ──n minutes──▶ no answer
 *          ▲                                                              │
 *          └─────────── physician busy or gone · expected later ──────────┘
 *
 * A physician who is late, or a technical failure, makes nobody a no-show: whoever was seen, or may not have been reached,
 * or was to come while the server was away, is left to the physician.
 */

/** Moments in milliseconds since 1970. */
export interface Awaited {
  readonly startsAt: number
  readonly endsAt: number
  /** When they were told last that they are expected, where that is later. */
  readonly expectedAt: number | null
  /** When something was last done with their appointment: it was moved, accepted, or they were told something. */
  readonly touchedAt: number
  /** Their page was seen, they opened their link, or somebody declared something for them. */
  readonly came: boolean
  /** The latest message that says when left, and no mail server refused it. */
  readonly told: boolean
}

/** The other side, for this person. */
export interface Host {
  /** Since when the physician is at the desk with nobody; null while that is not so. */
  readonly freeSince: number | null
  /** When it is this person's turn: those before them, who are there, come first. */
  readonly turnAt: number
  /** From when the server knows who is there: after a start, pages need a moment to come back. */
  readonly knowsSince: number
}

/** `needless`: this will never be said of them by the clock. */
export type Verdict = 'needless' | 'waiting' | 'no-answer'

/** Who was written to, or answered, shortly before needs so long to come. */
export const comingMs = 10 * 60_000

/** `waitMs` null: nobody is given up by the clock. */
export function judgeAbsence(
  awaited: Awaited,
  host: Host,
  now: number,
  waitMs: number | null,
): Verdict {
  // When the time is over there is nothing left to give away: what it was is the physician's to say.
  if (waitMs === null || awaited.came || now >= awaited.endsAt) return 'needless'
  // The server was away when they were to come: they may have tried, and have left.
  if (host.knowsSince > awaited.startsAt) return 'needless'
  if (!awaited.told || host.freeSince === null || host.turnAt > now) return 'waiting'
  const since = Math.max(
    awaited.startsAt,
    awaited.expectedAt ?? -Infinity,
    awaited.touchedAt + comingMs,
    host.freeSince,
  )
  return now - since >= waitMs ? 'no-answer' : 'waiting'
}
