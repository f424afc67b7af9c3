/** The third seat in every kind of state, and every event that may move it, for its table. */
import type { Participant } from '../protocol/consultation.ts'
import type { Consultation, OpenCall } from './consultation.ts'
import type { ConsultationEvent } from './events.ts'
import { nothingOpened, type Guest, type GuestConnection, type Standing } from './guest.ts'
import { candidate, ids, now, states as pairs } from './specimens.ts'

const guestId = 'guest-00000000001'
const guestPage = 'page-of-guest-0001'
const admissionId = 'admission-0000001'

const here = { kind: 'here', page: guestPage, since: now - 50_000 } as const
const away = { kind: 'away', page: guestPage, since: now - 50_000, lostAt: now - 1000 } as const
const gone = {
  kind: 'absent',
  last: { page: guestPage, since: now - 90_000, lostAt: now - 80_000 },
} as const

const guest: Guest = {
  id: guestId,
  role: 'interpreter',
  name: 'Elif Kaya',
  whereabouts: here,
  standing: { phase: 'waiting' },
}

const opened = (otherPage: string): GuestConnection => ({
  phase: 'opened',
  number: 1,
  guestPage,
  otherPage,
})
const both = { worker: opened(ids.workerPage), physician: opened(ids.physicianPage) }
const onlyPhysician = {
  worker: { phase: 'awaited', last: 1 },
  physician: opened(ids.physicianPage),
} as const
const noneNow = {
  worker: { phase: 'awaited', last: 1 },
  physician: { phase: 'awaited', last: 1 },
} as const
const lettingIn = (connections: Record<Participant, GuestConnection>): Standing => ({
  phase: 'admitted',
  id: admissionId,
  callId: ids.call,
  connections,
})

const inCall: Consultation & { call: OpenCall } = pairs['in call']
const workerLeft: Consultation = pairs['worker left call']
const physicianOut: Consultation = pairs['physician out of call']
const withGuest = (c: Consultation, part: Partial<Guest>): Consultation => ({
  ...c,
  guest: { ...guest, ...part },
})

export const guestStates = {
  'nobody asked, nobody called': pairs['worker waiting'],
  'nobody asked, in a call': inCall,
  'waiting, nobody called': withGuest(pairs['worker waiting'], {}),
  'waiting, in a call': withGuest(inCall, {}),
  'waiting, their line lost': withGuest(inCall, { whereabouts: away }),
  'waiting, gone for long': withGuest(inCall, { whereabouts: gone }),
  'admitted': withGuest(inCall, { standing: lettingIn(both) }),
  'admitted, nothing opened yet': withGuest(
    { ...inCall, call: { ...inCall.call, attempt: { phase: 'awaited', last: 0 } } },
    { standing: lettingIn(nothingOpened) },
  ),
  'admitted, their line lost': withGuest(inCall, {
    whereabouts: away,
    standing: lettingIn(both),
  }),
  'admitted, worker left the call': withGuest(workerLeft, { standing: lettingIn(onlyPhysician) }),
  'admitted, physician out of the call': withGuest(physicianOut, { standing: lettingIn(noneNow) }),
  'objected to': withGuest(inCall, { standing: { phase: 'objected' } }),
  'over': withGuest(inCall, { standing: { phase: 'over', reason: 'removed' } }),
} as const satisfies Record<string, Consultation>
export type GuestStateName = keyof typeof guestStates

const arrived = {
  type: 'guest-arrived',
  id: guestId,
  role: 'interpreter',
  name: 'Elif Kaya',
} as const
const fresh = { page: guestPage, admittedTo: null, admissionId: 'admission-0000002' } as const
const signal = { type: 'guest-signal', admissionId, attempt: 1, signal: candidate } as const
const renew = { type: 'guest-renew', admissionId, attempt: 1 } as const

export const guestEvents = {
  'their page comes': { ...arrived, ...fresh },
  'their new page comes': { ...arrived, ...fresh, page: ids.newPage },
  'their page comes, let into this call before': { ...arrived, ...fresh, admittedTo: ids.call },
  'their page comes, let into another call before': {
    ...arrived,
    ...fresh,
    admittedTo: ids.freshCall,
  },
  'another guest comes': { ...arrived, ...fresh, id: 'guest-00000000002', page: ids.newPage },
  'their line is lost': { type: 'guest-line-lost', guestId },
  'another guest’s line is lost': { type: 'guest-line-lost', guestId: 'guest-00000000002' },
  'admit': { type: 'admit-guest', guestId, admissionId: 'admission-0000002' },
  'admit another': {
    type: 'admit-guest',
    guestId: 'guest-00000000002',
    admissionId: 'admission-0000002',
  },
  'object': { type: 'object-to-guest', guestId },
  'remove': { type: 'end-guest', guestId, reason: 'removed' },
  'leave': { type: 'end-guest', guestId, reason: 'left' },
  'guest signals to the worker': { ...signal, from: 'guest', with: 'worker' },
  'worker signals to the guest': { ...signal, from: 'worker', with: 'guest' },
  'guest signals to the physician': { ...signal, from: 'guest', with: 'physician' },
  'worker signals to the physician here': { ...signal, from: 'worker', with: 'physician' },
  'stale signal': { ...signal, from: 'guest', with: 'worker', attempt: 2 },
  'signal of another admission': {
    ...signal,
    from: 'guest',
    with: 'worker',
    admissionId: 'admission-0000002',
  },
  'guest renews with the worker': { ...renew, from: 'guest', with: 'worker' },
  'physician renews with the guest': { ...renew, from: 'physician', with: 'guest' },
  'stale renew': { ...renew, from: 'guest', with: 'worker', attempt: 2 },
  'new worker page comes': {
    type: 'page-arrived',
    side: 'worker',
    page: ids.newPage,
    login: null,
    resumed: false,
    held: null,
  },
  'worker line lost': { type: 'line-lost', side: 'worker' },
  'physician line lost': { type: 'line-lost', side: 'physician' },
  'worker rejoins': { type: 'rejoin', from: 'worker', callId: ids.call, elsewhere: 'nothing' },
  'physician rejoins': {
    type: 'rejoin',
    from: 'physician',
    callId: ids.call,
    elsewhere: 'nothing',
  },
  'worker hangs up': { type: 'hang-up', from: 'worker', callId: ids.call },
  'physician hangs up': { type: 'hang-up', from: 'physician', callId: ids.call },
  'the appointment is over': { type: 'appointment-over', reason: 'completed' },
  'a minute passes': { type: 'time-passed' },
} as const satisfies Record<string, ConsultationEvent>
export type GuestEventName = keyof typeof guestEvents
