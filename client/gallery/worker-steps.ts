/** What becomes of a screen of the worker's page once it is there: by what the server answers, or by a tap. */
import type { ItsmeOutcome } from '../../signaling/protocol/identification.ts'
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

/** What is tapped for a screen, one thing after the other, and what is on it once all that it fetches has come. */
export interface WorkerStep {
  readonly tap?: string | readonly string[]
  readonly shows: string
  /** With what the browser came back from itsme. */
  readonly itsme?: ItsmeOutcome
}

const otherWays = 'identity-steps .button:not(.primary)'
const back = (itsme: ItsmeOutcome): WorkerStep => ({ shows: 'identity-steps .banner', itsme })

export const workerSteps: Readonly<Record<string, WorkerStep>> = {
  'arrival': { shows: otherWays },
  'identity-ways': { tap: otherWays, shows: 'identity-steps .link' },
  'identity-code': { tap: [otherWays, 'identity-steps h2 + button'], shows: '#identity-code' },
  'identity-code-wrong': {
    tap: [otherWays, 'identity-steps h2 + button', 'identity-steps form .primary'],
    shows: 'identity-steps .banner',
  },
  'identity-cancelled': back('cancelled'),
  'identity-again': back('again'),
  'identity-unclear': back('unclear'),
  'identity-other-browser': back('other-browser'),
  'identity-down': back('itsme-unavailable'),
  'identity-failed': back('failed'),
  'identity-other-person': { shows: 'identity-steps h1', itsme: 'other-person' },
  'identity-none': { shows: 'identity-steps p' },
  'camera-refused': { shows: 'allow-steps li' },
  'camera-refused-by-system': { shows: 'allow-steps li' },
  'camera-known': { shows: 'known-as .banner' },
  'arrival-choices': { shows: 'visit-choices button' },
  'arrival-confirmed': { shows: 'visit-choices button' },
  'arrival-move': { tap: 'visit-choices button:nth-of-type(2)', shows: 'visit-choices .muted' },
  'arrival-decline': { tap: 'visit-choices button:nth-of-type(3)', shows: 'visit-choices .link' },
  'after-room': { shows: 'leave-device .link' },
  'in-person-room': { shows: 'leave-device .link' },
  'in-person-planned': { shows: 'visit-in-person strong' },
  'in-person-offers': { shows: 'visit-in-person button' },
  'in-person-offer-taken': { tap: 'visit-in-person button', shows: 'visit-in-person .banner' },
}
