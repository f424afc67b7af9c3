import type { ItsmeToken } from '../../signaling/protocol/identification.ts'
import { request } from './request.ts'

/** Returns what itsme signed of this page's worker: once, within four hours after they came back. Else refused, `not-found`. */
export async function takeItsmeToken(): Promise<string> {
  const reply = await request<ItsmeToken>('/api/identification/itsme/token', { method: 'POST' })
  return reply.idToken
}
