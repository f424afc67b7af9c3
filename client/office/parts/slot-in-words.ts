import type { Instant } from '../../../signaling/protocol/primitives.ts'
import { dayAndTime } from './day-and-time.ts'
import type { Office } from './office-element.ts'
import { placeOf } from './place-of.ts'

/** "Tue 24 Nov, 09:30 · Dr Peeters · Own phone", for a choice. */
export function slotInWords(
  slot: {
    readonly startsAt: Instant
    readonly physicianName: string
    readonly placeName: string | null
    readonly inPerson?: true
  },
  { texts, format }: Pick<Office, 'texts' | 'format'>,
): string {
  return [dayAndTime(slot.startsAt, format), slot.physicianName, placeOf(slot, texts)].join(' · ')
}
