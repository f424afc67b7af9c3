/** One's own passkeys, and where one is signed in. */
import type { OwnAccess, PasskeyId, PasskeyOrder } from '../../signaling/protocol/own-access.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { makePasskey } from './passkeys.ts'
import { request } from './request.ts'

const passkey = (id: PasskeyId) => `/api/my-passkeys/${id}`

export const ownAccessApi = {
  load: () => request<OwnAccess>('/api/my-access'),
  /** Makes one on whatever authenticator the person chooses. */
  async addPasskey(): Promise<void> {
    const order = await request<PasskeyOrder>('/api/my-passkeys/order', { method: 'POST' })
    await request('/api/my-passkeys', { body: { passkey: await makePasskey(order) } })
  },
  renamePasskey: (id: PasskeyId, name: string): Promise<void> =>
    request(passkey(id), { method: 'PUT', body: { name } }),
  removePasskey: (id: PasskeyId): Promise<void> => request(passkey(id), { method: 'DELETE' }),
  endLogin: (id: Id): Promise<void> => request(`/api/my-logins/${id}/end`, { method: 'POST' }),
  endOtherLogins: (): Promise<void> => request('/api/my-logins/end-others', { method: 'POST' }),
}
export type OwnAccessApi = Readonly<typeof ownAccessApi>
