import type { PasskeyOrder, PasskeyQuestion } from '../../signaling/protocol/own-access.ts'
import type { LinkDraft, Me, SignInLinkView, SignInWay } from '../../signaling/protocol/staff.ts'
import type { StaffOidcAddress, StaffPage } from '../../signaling/protocol/staff-oidc.ts'
import { toLocale } from '../i18n/locale.ts'
import { makePasskey, usePasskey } from './passkeys.ts'
import { request } from './request.ts'

/** Who is signed in here; fails with `signed-out` when nobody is. */
export function loadMe(signal?: AbortSignal): Promise<Me> {
  return request<Me>('/api/me', signal === undefined ? {} : { signal })
}

/** Tells what a sign-in link is for, without spending it. */
export function lookAtSignInLink(token: string): Promise<SignInLinkView> {
  return request<SignInLinkView>('/api/sign-in/look', { body: { token } })
}

/** Spends the link, with a passkey made by it where it asks for one: from here on the login's cookie speaks for this browser. */
export async function signIn(draft: LinkDraft, way: SignInWay): Promise<void> {
  if (way === 'direct') return request('/api/sign-in', { body: draft })
  const order = await request<PasskeyOrder>('/api/sign-in/passkey', { body: draft })
  await request('/api/sign-in', { body: { ...draft, passkey: await makePasskey(order) } })
}

/** Signs in with whichever passkey the person chooses. */
export async function signInWithPasskey(): Promise<void> {
  const question = await request<PasskeyQuestion>('/api/passkey-sign-in/question', {
    method: 'POST',
  })
  await request('/api/passkey-sign-in', { body: await usePasskey(question) })
}

/** What signing in takes on a page of the staff. An employer's contact has no sign-in of the service's own. */
export function staffSignIn(page: StaffPage) {
  return {
    look: lookAtSignInLink,
    signIn,
    signInWithPasskey,
    goToOwnSignIn: () => goToOwnSignIn(page),
  }
}

/** Goes to the sign-in that the service has of its own; the browser comes back to this page. */
async function goToOwnSignIn(page: StaffPage): Promise<void> {
  const locale = toLocale(document.documentElement.lang) ?? 'en'
  const body = { page, locale }
  const { url } = await request<StaffOidcAddress>('/api/staff-oidc/start', { body })
  location.assign(url)
}

export async function signOut(): Promise<void> {
  await request('/api/sign-out', { method: 'POST' })
}
