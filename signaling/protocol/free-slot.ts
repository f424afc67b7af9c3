import * as Type from 'typebox'
import { Id, Instant, Name, nullable, PlaceName, strict } from './primitives.ts'

/** A slot that nobody holds, offered for a choice. */
export const FreeSlot = strict({
  slotId: Id,
  startsAt: Instant,
  endsAt: Instant,
  physicianName: Name,
  /** Null for own phone; of a visit in person, at the service itself. */
  placeName: nullable(PlaceName),
})
export type FreeSlot = Type.Static<typeof FreeSlot>
