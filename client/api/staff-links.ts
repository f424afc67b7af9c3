import type { Staff, StaffLink, StaffLinkDraft } from '../../signaling/protocol/staff.ts'
import { request } from './request.ts'

export function loadStaff(signal?: AbortSignal): Promise<Staff[]> {
  return request('/api/staff', signal === undefined ? {} : { signal })
}

/** Makes a link that signs one person in, once. The server keeps only its hash: this reply is the only copy. */
export function createStaffLink(draft: StaffLinkDraft): Promise<StaffLink> {
  return request('/api/staff-links', { body: draft })
}
