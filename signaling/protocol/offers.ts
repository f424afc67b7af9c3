/** A slot that became free, offered to one person after another. */
import * as Type from 'typebox'
import { ServiceContact } from './my-appointment.ts'
import { Id, Instant, Line, Name, nullable, PlaceName, strict } from './primitives.ts'

/** Why someone may want the slot, in the order in which they are asked. */
export const refillReasons = ['online', 'asked-for-earlier', 'spontaneous', 'due'] as const
export type RefillReason = (typeof refillReasons)[number]
export const RefillReason = Type.Unsafe<RefillReason>(
  Type.Union(refillReasons.map((reason) => Type.Literal(reason))),
)

/** `withdrawn`: somebody else was planned there, the worker elsewhere, or it may not be by video any more. */
export const offerStates = ['open', 'accepted', 'declined', 'expired', 'withdrawn'] as const
export type OfferState = (typeof offerStates)[number]

/** The token that an offer's link carries in its fragment. */
export const OfferLinkBody = strict({ token: Type.String({ minLength: 1, maxLength: 1000 }) })

const seen = {
  state: Type.Unsafe<OfferState>(Type.Union(offerStates.map((state) => Type.Literal(state)))),
  startsAt: Instant,
  endsAt: Instant,
  until: Instant,
  physicianName: Name,
  /** Null: on the worker's own phone. */
  placeName: nullable(PlaceName),
  /** The worker's own appointment that would move here; null where this is a new one. */
  insteadOf: nullable(Instant),
  service: ServiceContact,
  timeZone: Line,
  serverTime: Instant,
}

/** What the worker's own page shows of it: nobody's name, no motive. */
export const OfferOnPage = strict(seen)
export type OfferOnPage = Type.Static<typeof OfferOnPage>

/** What the link shows. */
export const MyOffer = strict({
  ...seen,
  /** Opens the appointment that was accepted; null before. */
  callLink: nullable(Type.String({ maxLength: 1500 })),
})
export type MyOffer = Type.Static<typeof MyOffer>

/** What the desk and the office see of a slot that is being filled again. */
export const RefillNews = strict({
  slotId: Id,
  startsAt: Instant,
  endsAt: Instant,
  /** Null while nobody is asked. */
  offer: nullable(strict({ workerName: Name, reason: RefillReason, until: Instant })),
})
export type RefillNews = Type.Static<typeof RefillNews>
