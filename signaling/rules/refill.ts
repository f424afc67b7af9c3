/**
 * A slot that became free is offered to one person after another; who accepts first has it.
 *
 *   seeking ──candidate──▶ offered ──accepted──▶ filled
 *      ▲                      │
 *      └──declined · expired──┘
 *      └──nobody left · too late──▶ lost
 */
import type { CalendarDate, Id, Instant, Locale } from '../protocol/primitives.ts'
import { refillReasons, type RefillReason } from '../protocol/offers.ts'
import { byClock } from './legal-clocks.ts'

export interface Candidate {
  readonly workerId: Id
  readonly reason: RefillReason
  readonly language: Locale
  readonly siteId: Id | null
  readonly dueOn: CalendarDate | null
  readonly askedAt: Instant
  /** Whether the policy lets their examination be by video on the slot's day, with no act due. */
  readonly eligible: boolean
  /** An e-mail address or a telephone number, or a page that is open. */
  readonly reachable: boolean
}

export interface FreedSlot {
  readonly languages: readonly Locale[]
  /** null: everyone uses their own phone. */
  readonly siteId: Id | null
}

/** Returns who is asked, in order; each person once, for the best of their reasons. */
export function refillOrder(
  slot: FreedSlot,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const asked = new Set<Id>()
  return candidates
    .filter((candidate) => suits(slot, candidate))
    .toSorted((a, b) => rank(a) - rank(b) || byClock(a, b))
    .filter(({ workerId }) => !asked.has(workerId) && asked.add(workerId))
}

function suits(slot: FreedSlot, { eligible, reachable, language, siteId }: Candidate): boolean {
  return (
    eligible &&
    reachable &&
    slot.languages.includes(language) &&
    (slot.siteId === null || slot.siteId === siteId)
  )
}

const rank = ({ reason }: Candidate) => refillReasons.indexOf(reason)

export interface OfferTimes {
  /** How long someone has to accept. */
  readonly answerMs: number
  /** Who accepts needs so long until the slot begins: to find a quiet place and to try the camera. */
  readonly comingMs: number
  /** Who is on their page already needs less. */
  readonly comingOnlineMs: number
  /** What is left of the slot after a late start must suffice for an examination. */
  readonly shortestMs: number
}

export const defaultOfferTimes: OfferTimes = {
  answerMs: 10 * 60_000,
  comingMs: 10 * 60_000,
  comingOnlineMs: 0,
  shortestMs: 10 * 60_000,
}

/**
 * Returns until when an offer made now holds, or null where it makes no sense any more: whoever took it would come when
 * too little of the slot is left. Moments in milliseconds since 1970.
 */
export function offerUntil(
  slot: { readonly endsAt: number },
  reason: RefillReason,
  now: number,
  times: OfferTimes = defaultOfferTimes,
): number | null {
  const comingMs = reason === 'online' ? times.comingOnlineMs : times.comingMs
  const latest = slot.endsAt - times.shortestMs - comingMs
  const until = Math.min(now + times.answerMs, latest)
  return until - now >= Math.min(times.answerMs, shortestAnswerMs) ? until : null
}

/** Nobody reads a message and decides in less. */
const shortestAnswerMs = 2 * 60_000

/** For a slot that is weeks away nobody has to decide within minutes, perhaps at night; a day is enough for anybody. */
const longestAnswerMs = 24 * 60 * 60_000
const shareOfLead = 1 / 8

/** Returns how long somebody has to answer when the slot begins after this time; at least what the service set. */
export function answerMsFor(leadMs: number, leastMs: number): number {
  return Math.max(leastMs, Math.min(longestAnswerMs, Math.round(leadMs * shareOfLead)))
}
