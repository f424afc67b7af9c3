/** One state of the page for each screen that somebody who asks for a talk, or answers an offer, may see. */
import type { MyOffer } from '../../signaling/protocol/offers.ts'
import type { AskPhase } from '../ask/ask-phase.ts'

const asking = {
  phase: 'asking',
  token: null,
  mayBeEarlier: false,
  busy: false,
  problem: null,
} as const
const service = { name: 'Preventiedienst Voorbeeld', phone: '02 555 01 00' }
const offer: MyOffer = {
  state: 'open',
  startsAt: '2026-11-24T09:00:00.000Z',
  endsAt: '2026-11-24T09:20:00.000Z',
  until: '2026-11-24T08:40:00.000Z',
  physicianName: 'Dr. Lien Claes-Vandenbroucke',
  placeName: null,
  insteadOf: null,
  callLink: null,
  service,
  timeZone: 'Europe/Brussels',
  serverTime: '2026-11-24T08:30:00.000Z',
}
const offered = (change: Partial<MyOffer>): AskPhase => ({
  phase: 'offered',
  offer: { ...offer, ...change },
  token: 'token',
  busy: false,
})

export const askSamples: Readonly<Record<string, AskPhase>> = {
  'looking': { phase: 'looking' },
  'asking': asking,
  'asking-problem': { ...asking, problem: 'reach' },
  'asking-busy': { ...asking, busy: true },
  'asking-known': { ...asking, token: 'token', mayBeEarlier: true },
  'earlier': { phase: 'earlier' },
  'received': { phase: 'received', dueOn: '2026-12-05', service },
  'offer': offered({}),
  'offer-instead': offered({
    insteadOf: '2026-11-24T13:00:00.000Z',
    placeName: 'Proximus Towers 4.12',
  }),
  'offer-accepted': offered({ state: 'accepted', callLink: '/worker/#token' }),
  'offer-declined': offered({ state: 'declined' }),
  'offer-expired': offered({ state: 'expired' }),
  'offer-withdrawn': offered({ state: 'withdrawn' }),
  'invalid': { phase: 'invalid' },
  'failed': { phase: 'failed' },
}
