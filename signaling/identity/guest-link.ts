/**
 * Guests' links: a signed claim "this guest" in the fragment of a URL. The signature says that we made it and until when it
 * is any good; whether it still opens something is for the guest's row to say: it opens once.
 */
import { jwtVerify, SignJWT } from 'jose'
import { fromInstant, type Clock } from '../clock.ts'
import type { Id, Instant, Locale } from '../protocol/primitives.ts'

export interface GuestLinks {
  readonly tokenFor: (guest: { readonly id: Id; readonly expiresAt: Instant }) => Promise<string>
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

/** As for call links: one algorithm, and a type and an audience of its own (RFC 8725, 3.1 and 3.11). */
const algorithm = 'HS256'
const type = 'visite-guest-link'
const issuer = 'visite'
const audience = 'visite-guest'
const shape = /^[\w-]{1,200}\.[\w-]{1,700}\.[\w-]{43}$/

export function createGuestLinks({ key, publicUrl, clock }: GuestLinkOptions): GuestLinks {
  return {
    tokenFor: ({ id, expiresAt }) =>
      new SignJWT()
        .setProtectedHeader({ alg: algorithm, typ: type })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(id)
        .setExpirationTime(Math.floor(fromInstant(expiresAt) / 1000))
        .sign(key),

    urlFor: (token, locale) => `${publicUrl}/guest/?lang=${locale}#${token}`,

    async read(token) {
      if (!shape.test(token)) return null
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          typ: type,
          issuer,
          audience,
          requiredClaims: ['sub', 'exp'],
          currentDate: new Date(clock.now()),
        })
        return payload.sub ?? null
      } catch {
        // Whatever was wrong with it, the answer is the same.
        return null
      }
    },
  }
}
