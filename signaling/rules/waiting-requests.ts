/**
 * Which free slots the requests that wait can have. They get theirs before the list of what is due gets any: their term is
 * the shortest that the law sets (Code, art. I.4-34, I.4-36, I.4-37).
 */
import type { Modality } from '../protocol/planning.ts'
import type { CalendarDate, Id, Instant, Locale } from '../protocol/primitives.ts'
import type { FreeSlot } from './allocate.ts'
import { overlap, type Span } from './overlap.ts'
import { createSeating } from './seating.ts'

export interface SlotForRequest extends FreeSlot, Span<Instant> {
  readonly modality: Modality
}

export interface WaitingRequest {
  readonly language: Locale
  /** In whose rooms they may be seen; null: in none, since it is not known who they are or the employer may not know. */
  readonly siteId: Id | null
  readonly dueOn: CalendarDate
  /** They work again from this day on, and are not examined before; null where nothing holds it back. */
  readonly notBefore: CalendarDate | null
  /** Nobody is told to come somewhere before the service has said who they are. */
  readonly isKnown: boolean
  /** Their appointments. */
  readonly elsewhere: readonly Span<Instant>[]
  readonly mayBeByVideo: (on: CalendarDate) => boolean
  readonly suits: (startsAt: Instant) => boolean
}

export function canTake(request: WaitingRequest, slot: SlotForRequest): boolean {
  const { language, siteId, notBefore, isKnown, elsewhere, mayBeByVideo } = request
  return (
    (slot.siteId === null || slot.siteId === siteId) &&
    slot.languages.includes(language) &&
    (notBefore === null || slot.on >= notBefore) &&
    (slot.modality === 'remote' ? mayBeByVideo(slot.on) : isKnown) &&
    !elsewhere.some((span) => overlap(span, slot))
  )
}

export interface Choices<Slot extends SlotForRequest> {
  readonly choices: readonly (readonly Slot[])[]
}

/**
 * Returns the slots that can be theirs: in time and at a moment that suits, else in time, else any. They asked for a talk:
 * one by video, and in person where it can't be.
 */
export function choicesOf<Slot extends SlotForRequest>(
  request: WaitingRequest,
  slots: readonly Slot[],
): Choices<Slot> {
  const all = slots.filter((slot) => canTake(request, slot))
  const byVideo = all.filter(({ modality }) => modality === 'remote')
  const possible = byVideo.length > 0 ? byVideo : all
  const inTime = possible.filter(({ on }) => on <= request.dueOn)
  return { choices: [inTime.filter(({ startsAt }) => request.suits(startsAt)), inTime, possible] }
}

/** Returns which of these slots stay free for the requests when so many others want one: those that they cannot do without. */
export function keptSlots<Slot extends SlotForRequest>(
  slots: readonly Slot[],
  others: number,
  waiting: readonly Choices<Slot>[],
): ReadonlySet<Slot> {
  const seating = createSeating<Slot, object>()
  for (const each of waiting) each.choices.some((among) => seating.seat(each, among))
  for (let seated = 0; seated < Math.min(others, slots.length); seated++) seating.seat({}, slots)
  const requests = new Set<object>(waiting)
  return new Set(
    slots.filter((slot) => {
      const holder = seating.holderOf(slot)
      return holder !== undefined && requests.has(holder)
    }),
  )
}
