/**
 * What a move on the board would break, so that the planner reads it before it is made. What the law or time forbids
 * cannot be done; the rest is the planner's to weigh: a late examination is better than none, and an interpreter may come.
 */
import type { BreachCode } from '../protocol/board.ts'
import type { CalendarDate, Id, Locale } from '../protocol/primitives.ts'
import { remoteRefusals, type RemoteRefusal } from '../protocol/remote-policy.ts'
import { spokenLanguages } from './languages.ts'
import { overlap, type Span } from './overlap.ts'

/** Milliseconds since 1970. */
export type TimeSpan = Span<number>

export interface MovedWorker {
  readonly id: Id
  readonly language: Locale
  readonly siteId: Id | null
  /** Their other appointments. */
  readonly elsewhere: readonly TimeSpan[]
  /** Whether the employer may see them go to a company room. */
  readonly mayUseRoom: boolean
  /** The last day in time; null where there is none. */
  readonly dueOn: CalendarDate | null
  /** Why the policy does not let this examination be by video on that day; null where it does. */
  readonly refusal: (on: CalendarDate) => RemoteRefusal | null
}

export interface MoveTarget extends TimeSpan {
  /** The day in the service's zone. */
  readonly on: CalendarDate
  /** Who is asked for the slot just now; null: nobody. */
  readonly offeredTo: Id | null
  /** As told for the physician; empty while nobody has. */
  readonly languages: readonly Locale[]
  /** A company room serves the workers of its site; null: everyone uses their own phone, whoever employs them. */
  readonly siteId: Id | null
}

/** Returns the gravest first. */
export function findBreaches(
  worker: MovedWorker,
  target: MoveTarget,
  now: number,
): readonly BreachCode[] {
  const { on, siteId } = target
  const found: readonly (BreachCode | null)[] = [
    // As for planning: a slot that has begun can still be used.
    target.endsAt <= now ? 'slot-past' : null,
    worker.refusal(on),
    worker.elsewhere.some((span) => overlap(span, target)) ? 'worker-already-planned' : null,
    siteId === null || worker.mayUseRoom ? null : 'seen-by-employer',
    siteId === null || siteId === worker.siteId ? null : 'not-at-their-site',
    spokenLanguages(target.languages).includes(worker.language) ? null : 'not-in-their-language',
    target.offeredTo === null || target.offeredTo === worker.id ? null : 'offered-to-other',
    worker.dueOn === null || on <= worker.dueOn ? null : 'not-in-time',
  ]
  return found.filter((code) => code !== null)
}

const forbidding = [
  ...remoteRefusals,
  'slot-past',
  'worker-already-planned',
  'seen-by-employer',
] as const
export type ForbiddingCode = (typeof forbidding)[number]

/** Whether a breach keeps the move from being made. */
export function forbids(code: BreachCode): code is ForbiddingCode {
  return forbidding.some((each) => each === code)
}

/** Whether a move of that moment can still be taken back: from the moment on at which its mail may leave, no more. Milliseconds. */
export function canUndo(movedAt: number, now: number, undoMs: number): boolean {
  return now - movedAt < undoMs
}
