/** The check of a proof with what this browser and our server have for it. The library that checks is fetched with the first. */
import type { DeskDay } from '../../signaling/protocol/desk.ts'
import { loadProviderKeys } from '../api/provider-keys.ts'
import { request } from '../api/request.ts'
import { browserMemory } from './known-keys.ts'
import type { TrustCall } from './trust.ts'

export const checkInBrowser: NonNullable<TrustCall['check']> = async (body, context) => {
  const { checkIdentity } = await import('./check-identity.ts')
  return checkIdentity(body, context, {
    providerKeys: loadProviderKeys,
    expected: findWorker,
    memory: browserMemory,
    now: () => Date.now(),
  })
}

async function findWorker(appointmentId: string) {
  // Not by `api/desk.ts`: shared, that would be one request more before the page's first picture.
  const { sessions } = await request<DeskDay>('/api/desk/day')
  const rows = sessions.flatMap((session) => session.rows)
  const row = rows.find((each) => each.appointmentId === appointmentId)
  if (row === undefined) throw new Error('not on the list of today')
  return row.worker
}
