/** How a call went, for whoever keeps the service running. */
import type { CallRecord } from '../../signaling/protocol/call-records.ts'
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'

/** Goes out even while the page closes. A failure is nobody's concern: the next report says it all again. */
export function sendCallRecord(side: Participant, appointmentId: Id, record: CallRecord): void {
  const path =
    side === 'worker'
      ? '/api/my-appointment/call-record'
      : `/api/appointments/${appointmentId}/call-record`
  fetch(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(record),
    credentials: 'same-origin',
    keepalive: true,
    redirect: 'error',
  }).catch(() => {})
}
