import type { ProviderAcceptance, ProviderKeys } from '../../signaling/protocol/provider-keys.ts'
import { request } from './request.ts'

/** With which keys itsme signs, as far as our server says. */
export function loadProviderKeys(): Promise<ProviderKeys> {
  return request<ProviderKeys>('/api/desk/itsme-keys')
}

/** For the audit log: this browser was told to believe itsme as it is now. */
export async function noteAcceptance(acceptance: ProviderAcceptance): Promise<void> {
  await request('/api/desk/itsme-keys/accepted', { body: acceptance })
}
