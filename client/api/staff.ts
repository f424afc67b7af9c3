import type { Me, SignInDraft, SignInLinkView } from '../../signaling/protocol/staff.ts'
import { request } from './request.ts'

/** Who is signed in here; fails with `signed-out` when nobody is. */
export function loadMe(signal?: AbortSignal): Promise<Me> {
  return request<Me>('/api/me', signal === undefined ? {} : { signal })
}

/** Tells what a sign-in link is for, without spending it. */
export function lookAtSignInLink(token: string): Promise<SignInLinkView> {
  return request<SignInLinkView>('/api/sign-in/look', { body: { token } })
}

/** Spends the link: from here on the login's cookie speaks for this browser. */
export async function signIn(draft: SignInDraft): Promise<void> {
  await request('/api/sign-in', { body: draft })
}

export async function signOut(): Promise<void> {
  await request('/api/sign-out', { method: 'POST' })
}
