import type { ProviderKeys } from '../../signaling/protocol/provider-keys.ts'
import { request } from './request.ts'

/** With which keys itsme signs, as far as our server says. */
export function loadProviderKeys(): Promise<ProviderKeys> {
  return request<ProviderKeys>('/api/desk/itsme-keys')
}
