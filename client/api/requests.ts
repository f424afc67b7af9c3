/** What workers asked for, as the planner's office works through it. */
import type { Appointment } from '../../signaling/protocol/planning.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { RequestSlot, RequestRow } from '../../signaling/protocol/requests.ts'
import { request } from './request.ts'

export function loadRequests(signal?: AbortSignal): Promise<RequestRow[]> {
  return request('/api/requests', signal === undefined ? {} : { signal })
}
export function loadSlotsFor(id: Id): Promise<RequestSlot[]> {
  return request(`/api/requests/${encodeURIComponent(id)}/slots`)
}
/** Says which worker it is who asked. */
export function identifyRequest(id: Id, workerId: Id): Promise<void> {
  return request(`/api/requests/${encodeURIComponent(id)}/worker`, { body: { workerId } })
}
export function planRequest(id: Id, slotId: Id): Promise<Appointment> {
  return request(`/api/requests/${encodeURIComponent(id)}/plan`, { body: { slotId } })
}
export function closeRequest(id: Id): Promise<void> {
  return request(`/api/requests/${encodeURIComponent(id)}/close`, { method: 'POST' })
}
