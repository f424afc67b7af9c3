/** Consultations in every kind of state, and events of every type, for the tests of this folder. */
import type { Signal } from '../protocol/signal.ts'
import { newConsultation, type Consultation, type OpenCall } from './consultation.ts'
import type { ConsultationEvent } from './events.ts'
import { ringMs } from './limits.ts'

export const now = 1_000_000

export const ids = {
  appointment: 'appointment-00001',
  otherAppointment: 'appointment-00002',
  workerPage: 'page-of-worker-001',
  physicianPage: 'page-of-physician-1',
  newPage: 'page-that-is-new-1',
  login: 'login-of-the-worker',
  otherLogin: 'login-of-another-device',
  ring: 'ring-000000000001',
  freshRing: 'ring-000000000002',
  call: 'call-000000000001',
  freshCall: 'call-000000000002',
} as const

export const candidate: Signal = {
  kind: 'candidate',
  candidate: 'candidate:1 1 UDP 2122252543 4f1d6ac6.local 53423 typ host',
  sdpMid: '0',
  sdpMLineIndex: 0,
}

const worker = { kind: 'here', page: ids.workerPage, since: now - 60_000 } as const
const physician = { kind: 'here', page: ids.physicianPage, since: now - 90_000 } as const
const away = (page: string) =>
  ({ kind: 'away', page, since: now - 60_000, lostAt: now - 1000 }) as const

const absent = newConsultation(ids.appointment)
const waiting: Consultation = {
  ...absent,
  whereabouts: { worker, physician },
  readiness: 'ready',
  workerCame: true,
  workerLogin: ids.login,
}
const workerAway: Consultation = {
  ...waiting,
  whereabouts: { physician, worker: away(ids.workerPage) },
}
const ringing: Consultation = {
  ...waiting,
  ring: {
    phase: 'ringing',
    id: ids.ring,
    startedAt: now - 1000,
    expiresAt: now - 1000 + ringMs,
    shown: false,
  },
}
const missed: Consultation = {
  ...waiting,
  ring: {
    phase: 'ended',
    id: ids.ring,
    startedAt: now - 50_000,
    endedAt: now - 5000,
    outcome: 'timed-out',
  },
}
const openCall: OpenCall = {
  phase: 'open',
  id: ids.call,
  openedAt: now - 30_000,
  places: {
    worker: { kind: 'in', page: ids.workerPage },
    physician: { kind: 'in', page: ids.physicianPage },
  },
  physicianWas: true,
  attempt: { phase: 'opened', number: 1 },
}
const answered: Consultation = {
  ...waiting,
  ring: {
    phase: 'ended',
    id: ids.ring,
    startedAt: now - 40_000,
    endedAt: now - 30_000,
    outcome: 'answered',
  },
}
const out = { kind: 'out', since: now - 2000 } as const

export const states = {
  'nobody here': absent,
  'worker waiting': waiting,
  'standing by': { ...waiting, standby: { kind: 'open', callId: ids.call, attempt: 1 } },
  'worker away': workerAway,
  'ringing': ringing,
  'ringing, worker away': { ...workerAway, ring: ringing.ring },
  'not answered': missed,
  'deferred': { ...waiting, deferredUntil: now + 60_000 },
  'in call': { ...answered, call: openCall },
  'in call, worker away': {
    ...answered,
    whereabouts: workerAway.whereabouts,
    call: openCall,
  },
  'in call, physician away': {
    ...answered,
    whereabouts: { worker, physician: away(ids.physicianPage) },
    call: openCall,
  },
  'worker left call': {
    ...answered,
    call: { ...openCall, places: { ...openCall.places, worker: out } },
  },
  'physician out of call': {
    ...answered,
    call: { ...openCall, places: { ...openCall.places, physician: out } },
  },
  'new attempt awaited': {
    ...answered,
    whereabouts: workerAway.whereabouts,
    call: { ...openCall, attempt: { phase: 'awaited', last: 1 } },
  },
  'call ended': {
    ...answered,
    call: { phase: 'ended', id: ids.call, endedAt: now - 1000, reason: 'physician-ended' },
  },
  'appointment over': { ...waiting, over: true },
} as const satisfies Record<string, Consultation>
export type StateName = keyof typeof states

const held = { callId: ids.call, attempt: 1 }

export const events = {
  'worker page comes again': arrived('worker', ids.workerPage, null),
  'worker page comes again holding the call': arrived('worker', ids.workerPage, held),
  'worker page resumes its conversation': arrived('worker', ids.workerPage, null, true),
  'new worker page comes': arrived('worker', ids.newPage, null),
  'worker page of another device comes': arrived(
    'worker',
    ids.newPage,
    null,
    false,
    ids.otherLogin,
  ),
  'physician page comes again holding the call': arrived('physician', ids.physicianPage, held),
  'new physician page comes': arrived('physician', ids.newPage, null),
  'worker line lost': { type: 'line-lost', side: 'worker' },
  'physician line lost': { type: 'line-lost', side: 'physician' },
  'readiness reported': { type: 'readiness-reported', readiness: 'sound-only', visible: false },
  'ring': { type: 'ring', ringId: ids.freshRing, elsewhere: 'nothing' },
  'ring while ringing elsewhere': { type: 'ring', ringId: ids.freshRing, elsewhere: 'ringing' },
  'ring while in a call elsewhere': { type: 'ring', ringId: ids.freshRing, elsewhere: 'in-call' },
  'stop ring': { type: 'stop-ring', ringId: ids.ring },
  'ring shown': { type: 'ring-shown', ringId: ids.ring },
  'answer': { type: 'answer', ringId: ids.ring, callId: ids.freshCall },
  'answer another ring': { type: 'answer', ringId: ids.freshRing, callId: ids.freshCall },
  'defer': { type: 'defer', ringId: ids.ring },
  'worker signals': signal('worker', ids.call, 1),
  'physician signals': signal('physician', ids.call, 1),
  'stale signal': signal('worker', ids.call, 2),
  'signal of another call': signal('worker', ids.freshCall, 1),
  'worker renews': { type: 'renew', from: 'worker', callId: ids.call, attempt: 1 },
  'stale renew': { type: 'renew', from: 'worker', callId: ids.call, attempt: 9 },
  'worker rejoins': { type: 'rejoin', from: 'worker', callId: ids.call, elsewhere: 'nothing' },
  'physician rejoins': {
    type: 'rejoin',
    from: 'physician',
    callId: ids.call,
    elsewhere: 'nothing',
  },
  'physician rejoins while in a call elsewhere': {
    type: 'rejoin',
    from: 'physician',
    callId: ids.call,
    elsewhere: 'in-call',
  },
  'worker hangs up': { type: 'hang-up', from: 'worker', callId: ids.call },
  'physician hangs up': { type: 'hang-up', from: 'physician', callId: ids.call },
  'visit in person instead': { type: 'appointment-over', reason: 'in-person-instead' },
  'outcome stored': { type: 'appointment-over', reason: 'completed' },
  'standby wanted': { type: 'standby-wanted', callId: ids.freshCall },
  'standby unwanted': { type: 'standby-unwanted' },
  'a minute passes': { type: 'time-passed' },
} as const satisfies Record<string, ConsultationEvent>
export type EventName = keyof typeof events

function arrived(
  side: 'worker' | 'physician',
  page: string,
  held: HeldOrNone,
  resumed = false,
  login: string = ids.login,
): ConsultationEvent {
  return { type: 'page-arrived', side, page, login, resumed, held }
}
type HeldOrNone = { readonly callId: string; readonly attempt: number } | null

function signal(from: 'worker' | 'physician', callId: string, attempt: number): ConsultationEvent {
  return { type: 'signal', from, callId, attempt, signal: candidate }
}
