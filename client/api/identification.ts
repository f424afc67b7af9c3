/** How the worker who has entered says who they are. */
import type { CodeBySms, ItsmeAddress } from '../../signaling/protocol/identification.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import { request } from './request.ts'

/**
 * Returns where itsme is: the browser goes there, and comes back to this page. With a commitment, the SHA-256 of something in
 * base64url, itsme signs that as well.
 */
export function startItsme(locale: Locale, commitment?: string): Promise<ItsmeAddress> {
  return request<ItsmeAddress>('/api/identification/itsme', {
    body: { locale, ...(commitment !== undefined && { commitment }) },
  })
}

export async function sendCode(): Promise<void> {
  await request('/api/identification/code', { method: 'POST' })
}

/** Returns the last two digits of the number to which it went. */
export async function sendCodeBySms(): Promise<string> {
  const { numberEnd } = await request<CodeBySms>('/api/identification/code-by-sms', {
    method: 'POST',
  })
  return numberEnd
}

export async function checkCode(code: string): Promise<void> {
  await request('/api/identification/code/check', { body: { code } })
}

export async function promiseCard(): Promise<void> {
  await request('/api/identification/card', { method: 'POST' })
}
