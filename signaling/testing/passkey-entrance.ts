/** What a page does with a sign-in link and an authenticator, for whoever speaks HTTP: a test's `inject`, or a simulated browser. */
import type { PasskeyMade, PasskeyOrder } from '../protocol/own-access.ts'
import { createAuthenticator } from './authenticator.ts'

export interface EntranceDraft {
  readonly token: string
  readonly person?: { readonly name: string; readonly email: string }
}

export interface Entrance<Reply> {
  readonly origin: string
  /** Asks what to make; null when that was refused. */
  readonly order: (draft: EntranceDraft) => Promise<PasskeyOrder | null>
  readonly signIn: (draft: EntranceDraft & { readonly passkey?: PasskeyMade }) => Promise<Reply>
}

/** Makes a passkey and signs in with the link. Where nothing may be made, the link alone is tried. */
export async function enterWithNewPasskey<Reply>(
  { origin, order, signIn }: Entrance<Reply>,
  draft: EntranceDraft,
): Promise<Reply> {
  const wanted = await order(draft)
  if (wanted === null) return signIn(draft)
  return signIn({ ...draft, passkey: createAuthenticator({ origin }).make(wanted) })
}
