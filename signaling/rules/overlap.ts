/** Whether two times have a moment in common; one that begins as the other ends has none. */
import type { Instant } from '../protocol/primitives.ts'

/** From, and until but not with; milliseconds since 1970, or instants, whose texts sort as they follow each other. */
export interface Span<At extends number | Instant> {
  readonly startsAt: At
  readonly endsAt: At
}

export function overlap<At extends number | Instant>(one: Span<At>, other: Span<At>): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}
