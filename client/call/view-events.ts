/** What the server's view of a consultation means for the call. */
import type { ConsultationView, Participant } from '../../signaling/protocol/consultation.ts'
import type { CallEvent } from './call-state.ts'

export function toCallEvent(view: ConsultationView, participant: Participant): CallEvent | null {
  const { appointmentId, call, ring } = view
  if (call?.phase === 'open') {
    const otherIn = participant === 'worker' ? call.physicianIn : call.workerIn
    return { type: 'call-seen', appointmentId, callId: call.id, otherIn }
  }
  // Without an open call, whatever this page still holds is older than these.
  if (ring?.phase === 'ringing') {
    return { type: 'call-over', appointmentId, callId: null, reason: 'superseded' }
  }
  if (call !== null) {
    return { type: 'call-over', appointmentId, callId: call.id, reason: call.reason }
  }
  // No call at all is no end: a server that has restarted learns of it from this page.
  return view.over ? { type: 'call-over', appointmentId, callId: null, reason: 'completed' } : null
}
