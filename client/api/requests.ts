/** What workers asked for, as the planner's office works through it. */
import type { Appointment } from '../../signaling/protocol/planning.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type {
  RequestNote,
  RequestNoted,
  RequestRow,
  RequestSlot,
} from '../../signaling/protocol/requests.ts'
import type { VisitSlot, VisitWish } from '../../signaling/protocol/visit-wishes.ts'
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
export function noteRequest(note: RequestNote): Promise<RequestNoted> {
  return request('/api/requests', { body: note })
}

/** Who is to come in person and has no visit yet. */
export function loadVisitWishes(signal?: AbortSignal): Promise<VisitWish[]> {
  return request('/api/visit-wishes', signal === undefined ? {} : { signal })
}
export function loadVisitSlots(id: Id): Promise<VisitSlot[]> {
  return request(`/api/visit-wishes/${encodeURIComponent(id)}/slots`)
}
export function planVisit(id: Id, slotId: Id): Promise<Appointment> {
  return request(`/api/visit-wishes/${encodeURIComponent(id)}/plan`, { body: { slotId } })
}
/** No visit is to be planned any more. */
export function settleVisit(id: Id): Promise<void> {
  return request(`/api/visit-wishes/${encodeURIComponent(id)}/settle`, { method: 'POST' })
}
