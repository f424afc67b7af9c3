import type { Service } from '../../signaling/protocol/service.ts'
import { request } from './request.ts'

/** The service's name and telephone number, for pages that nobody has signed in to. */
export function loadService(signal?: AbortSignal): Promise<Service> {
  return request<Service>('/api/service', signal === undefined ? {} : { signal })
}
