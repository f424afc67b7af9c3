import type { Id } from '../../signaling/protocol/primitives.ts'
import type { StaffLink, StaffLinkDraft, StaffRow } from '../../signaling/protocol/staff.ts'
import { request } from './request.ts'

export function loadStaff(signal?: AbortSignal): Promise<StaffRow[]> {
  return request('/api/staff', signal === undefined ? {} : { signal })
}

/** Makes a link that signs one person in, once. The server keeps only its hash: this reply is the only copy. */
export function createStaffLink(draft: StaffLinkDraft): Promise<StaffLink> {
  return request('/api/staff-links', { body: draft })
}

/** Signs them out everywhere, and lets them in no more. */
export function disableStaff(id: Id): Promise<void> {
  return request(`/api/staff/${id}/disable`, { method: 'POST' })
}

export function enableStaff(id: Id): Promise<void> {
  return request(`/api/staff/${id}/enable`, { method: 'POST' })
}
