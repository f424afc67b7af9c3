/** What the people of a simulated day saw happen, each from their own place; nothing here asks the server. */

/** One thing that somebody saw. `subject` is the worker's personnel number, `at` and `startsAt` milliseconds since 1970. */
export interface Seen {
  readonly what: Sight
  readonly subject: string
  readonly at: number
  /** When the appointment in question was to begin. */
  readonly startsAt: number
}

export const sights = [
  'invited', // the invitation lay in the worker's mailbox
  'reminded', // a mail more with the same link
  'cancelled', // the office took the worker's word that they cannot come
  'preferred-in-person', // the worker's page said so
  'entered', // the worker was let into the waiting room
  'begun', // both were connected
  'done-by-video',
  'needs-in-person', // as the physician found
  'failed', // the worker was there and no connection stood
  'absent', // the physician gave up waiting
] as const
export type Sight = (typeof sights)[number]

export interface Tally {
  readonly all: readonly Seen[]
  note(seen: Seen): void
  /** In how many appointments it was seen; twice in one counts once. */
  count(what: Sight): number
}

export function createTally(): Tally {
  const all: Seen[] = []
  return {
    all,
    note: (seen) => void all.push(seen),
    count: (what) =>
      new Set(
        all
          .filter((seen) => seen.what === what)
          .map(({ subject, startsAt }) => `${subject} ${startsAt}`),
      ).size,
  }
}
