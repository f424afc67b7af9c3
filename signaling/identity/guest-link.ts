/**
 * Guests' links: a signed claim "this guest" in the fragment of a URL. The signature says that we made it and until when it
 * is any good; whether it still opens something is for the guest's row to say: it opens once.
 */
import { fromInstant, type Clock } from '../clock.ts'
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import { createSignedClaims } from './signed-claim.ts'

export interface GuestLinks {
  readonly tokenFor: (guest: { readonly id: Id; readonly expiresAt: Instant }) => string
  readonly urlFor: (token: string, locale: Locale) => string
  /** Returns the guest's id; null for every token that is not ours, not whole, not a guest's, or expired. */
  readonly read: (token: string) => Promise<Id | null>
}

export interface GuestLinkOptions {
  /** 32 bytes, used for nothing else. */
  readonly key: Uint8Array
  readonly publicUrl: string
  readonly clock: Clock
}

export function createGuestLinks({ key, publicUrl, clock }: GuestLinkOptions): GuestLinks {
  const type = 'visite-guest-link'
  const claims = createSignedClaims({ key, type, audience: 'visite-guest', clock })
  return {
    tokenFor: ({ id, expiresAt }) =>
      claims.sign({ subject: id, expiresAt: Math.floor(fromInstant(expiresAt) / 1000) }),

    urlFor: (token, locale) => `${publicUrl}/guest/?lang=${locale}#${token}`,

    read: async (token) => (await claims.read(token))?.sub ?? null,
  }
}
