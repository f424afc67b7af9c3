/** What the people of a simulated day saw happen, each from their own place; nothing here asks the server. */
import type { Id } from '../../signaling/protocol/primitives.ts'

/** One thing that somebody saw. Moments in milliseconds since 1970. */
export interface Seen {
  readonly what: Sight
  /** The appointment, the offer, or the request; who asks is told no id, and stands there with their number. */
  readonly subject: Id
  readonly at: number
  /** When it was to begin. */
  readonly startsAt: number
}

export const sights = [
  'invited', // the invitation lay in the worker's mailbox
  'reminded', // the appointment once more
  'told-late', // by mail, that the physician is behind
  'called-in', // by mail, that it is nearly their turn after all
  'confirmed', // the worker's page said so
  'moved', // to another time, by the worker's own choice on their page
  'declined', // on their page
  'wished-earlier', // on their page
  'asked', // for a talk of their own accord
  'answered', // with an appointment, as the office saw
  'cancelled', // the office took the worker's word that they cannot come
  'preferred-in-person', // the worker's page said so
  'offered', // a slot that became free, by mail
  'accepted', // it became theirs
  'entered', // the worker was let into the waiting room
  'begun', // both were connected
  'done-by-video',
  'needs-in-person', // as the physician found
  'failed', // the worker was there and no connection stood
  'absent', // the physician, or the clock, gave up waiting
] as const
export type Sight = (typeof sights)[number]

export interface Tally {
  readonly all: readonly Seen[]
  note(seen: Seen): void
  /** Of how many appointments, offers or requests it was seen; twice of one counts once. */
  count(what: Sight): number
}

export function createTally(): Tally {
  const all: Seen[] = []
  return {
    all,
    note: (seen) => void all.push(seen),
    count: (what) =>
      new Set(all.filter((seen) => seen.what === what).map(({ subject }) => subject)).size,
  }
}
