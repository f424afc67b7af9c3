/** What becomes of a screen of the worker's page once it is there: by what the server answers, or by a tap. */
import type { NearestSlots } from '../../signaling/protocol/my-appointment.ts'
import type { Instant } from '../../signaling/protocol/primitives.ts'

/** The nearest moments that are free. */
export function sampleSlots(now: number): NearestSlots {
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString() as Instant
  return [4000, 4100, 9800].map((minutes, index) => ({
    slotId: `slot-000000000000000${index}`,
    startsAt: at(minutes),
    endsAt: at(minutes + 20),
    physicianName: index === 1 ? 'Dr. Maximiliaan Vandenbroucke-Castermans' : 'Dr. Lien Claes',
    placeName: index === 2 ? null : 'Stationsstraat 1, 3000 Leuven',
  }))
}

/** What is tapped for a screen, and what is on it once all that it fetches has come. */
export const workerSteps: Readonly<
  Record<string, { readonly tap?: string; readonly shows: string }>
> = {
  'arrival-choices': { shows: 'visit-choices button' },
  'arrival-confirmed': { shows: 'visit-choices button' },
  'arrival-move': { tap: 'visit-choices button:nth-of-type(2)', shows: 'visit-choices .muted' },
  'arrival-decline': { tap: 'visit-choices button:nth-of-type(3)', shows: 'visit-choices .link' },
  'in-person-planned': { shows: 'visit-in-person strong' },
  'in-person-offers': { shows: 'visit-in-person button' },
  'in-person-offer-taken': { tap: 'visit-in-person button', shows: 'visit-in-person .banner' },
}
