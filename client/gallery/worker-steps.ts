/** What becomes of a screen of the worker's page once it is there: by what the server answers, or by a tap. */
import type { ItsmeOutcome } from '../../signaling/protocol/identification.ts'
import type { OfferOnPage } from '../../signaling/protocol/offers.ts'
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

/** One that has begun is "now"; what is answered is taken, refused, or too late by the end of the address. */
export function sampleOffer(address: string, now: number): OfferOnPage {
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString() as Instant
  const begins = address.includes('now') ? -4 : 3
  const answered = address.endsWith('/decline') ? 'declined' : 'accepted'
  return {
    state: address.includes('/accept') || address.includes('/decline') ? answered : 'open',
    startsAt: at(begins),
    endsAt: at(begins + 20),
    until: at(5),
    physicianName: 'Dr. Maximiliaan Vandenbroucke-Castermans',
    placeName: address.includes('now') ? null : 'Brussel, torens 4.12',
    insteadOf: at(12),
    service: { name: 'Zorgpost', phone: '02 555 01 00' },
    timeZone: 'Europe/Brussels',
    serverTime: at(0),
  }
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
  'identity-sms': {
    tap: [otherWays, 'identity-steps h2 ~ button:nth-of-type(2)'],
    shows: '#identity-code',
  },
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
  'waiting-asked': { shows: 'own-consents h2' },
  'waiting-agreed': { shows: 'own-consents .link' },
  'waiting-changing': { tap: 'own-consents .link', shows: 'own-consents h2' },
  'waiting-not-told': { tap: 'own-consents .primary', shows: 'own-consents .banner' },
  'arrival-choices': { shows: 'visit-choices button' },
  'arrival-confirmed': { shows: 'visit-choices button' },
  'arrival-move': { tap: 'visit-choices button:nth-of-type(2)', shows: 'visit-choices .muted' },
  'arrival-decline': { tap: 'visit-choices button:nth-of-type(3)', shows: 'visit-choices .link' },
  'waiting-offer': { shows: 'visit-offer .primary' },
  'waiting-offer-now': { shows: 'visit-offer .primary' },
  'waiting-offer-taken': { tap: 'visit-offer .primary', shows: 'visit-offer p > strong' },
  'camera-offer': { shows: 'visit-offer .primary' },
  'after-room': { shows: 'leave-device .link' },
  'in-person-room': { shows: 'leave-device .link' },
  'in-person-planned': { shows: 'visit-in-person strong' },
  'in-person-offers': { shows: 'visit-in-person button' },
  'in-person-offer-taken': { tap: 'visit-in-person button', shows: 'visit-in-person .banner' },
}
