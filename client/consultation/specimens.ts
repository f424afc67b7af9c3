/** Examples of what a server says of a consultation, for the tests of the pages. */
import type { CallView, ConsultationView, Ring } from '../../signaling/protocol/consultation.ts'
import { appointmentId, callId, ringId } from '../call/specimens.ts'
import { serverTime } from '../connection/fake-socket.ts'

export const ringing: Extract<Ring, { phase: 'ringing' }> = {
  phase: 'ringing',
  id: ringId,
  startedAt: serverTime,
  expiresAt: serverTime,
  shown: false,
}

export function openCall(part: Partial<CallView & { phase: 'open' }> = {}): CallView {
  return {
    phase: 'open',
    id: callId,
    attempt: 1,
    openedAt: serverTime,
    workerIn: true,
    physicianIn: true,
    physicianWas: true,
    ...part,
  }
}

/** Nobody is there and nothing rings, but for what is said. */
export function viewOf(part: Partial<ConsultationView> = {}): ConsultationView {
  return {
    appointmentId,
    presence: { kind: 'absent', lastSeenAt: null },
    ring: null,
    call: null,
    guest: null,
    deferredUntil: null,
    before: 0,
    over: false,
    ...part,
  }
}
