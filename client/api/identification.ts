/** How the worker who has entered says who they are. */
import type { ItsmeAddress } from '../../signaling/protocol/identification.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import { request } from './request.ts'

/** Returns where itsme is: the browser goes there, and comes back to this page. */
export function startItsme(locale: Locale): Promise<ItsmeAddress> {
  return request<ItsmeAddress>('/api/identification/itsme', { body: { locale } })
}

export async function sendCode(): Promise<void> {
  await request('/api/identification/code', { method: 'POST' })
}

export async function checkCode(code: string): Promise<void> {
  await request('/api/identification/code/check', { body: { code } })
}

export async function promiseCard(): Promise<void> {
  await request('/api/identification/card', { method: 'POST' })
}
