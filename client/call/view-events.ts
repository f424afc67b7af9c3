/** What the server's view of a consultation means for the call. */
import type { ConsultationView, Participant } from '../../signaling/protocol/consultation.ts'
import type { CallEvent } from './call-state.ts'

export function toCallEvent(view: ConsultationView, participant: Participant): CallEvent | null {
  const { appointmentId, call, ring } = view
  if (view.over && call?.phase !== 'ended') {
    return { type: 'call-over', appointmentId, callId: null, reason: 'completed' }
  }
  // Nobody is rung during a call: whatever this page holds is older.
  if (ring?.phase === 'ringing') {
    return { type: 'call-over', appointmentId, callId: null, reason: 'superseded' }
  }
  if (call === null) return null
  if (call.phase === 'ended') {
    return { type: 'call-over', appointmentId, callId: call.id, reason: call.reason }
  }
  const otherIn = participant === 'worker' ? call.physicianIn : call.workerIn
  return { type: 'call-seen', appointmentId, callId: call.id, otherIn }
}
