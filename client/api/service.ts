import type { ServiceContact } from '../../signaling/protocol/my-appointment.ts'
import { request } from './request.ts'

/** The service's name and telephone number, for pages that nobody has signed in to. */
export function loadService(signal?: AbortSignal): Promise<ServiceContact> {
  return request<ServiceContact>('/api/service', signal === undefined ? {} : { signal })
}
