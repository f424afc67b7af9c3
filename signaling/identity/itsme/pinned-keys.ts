/**
 * The keys of itsme that the administrator has laid down. They guard against a false list of keys, from wherever it came, as
 * long as our server is honest: a token counts only where one of these signed it.
 */
import { calculateJwkThumbprint, compactVerify, createLocalJWKSet } from 'jose'
import type { ProviderKeys } from '../../protocol/provider-keys.ts'
import { OidcFailure } from '../oidc/failure.ts'
import { isForSignature } from './published-keys.ts'

type SigningKey = ProviderKeys['keys'][number]

/** `pinned`: thumbprints (RFC 7638); none: every key that is published counts. */
export function createPins(pinned: readonly string[]) {
  /** Of what itsme publishes, the keys that sign and count. */
  async function counting(published: readonly unknown[]): Promise<SigningKey[]> {
    const allowed: SigningKey[] = []
    for (const { kid, n, e } of published.filter(isForSignature)) {
      const thumbprint = await calculateJwkThumbprint({ kty: 'RSA', n, e })
      if (pinned.length === 0 || pinned.includes(thumbprint)) allowed.push({ kid, n, e })
    }
    return allowed
  }

  return {
    areSet: pinned.length > 0,
    counting,

    /** After a token's signature was found right: whether by a key that counts. Throws `OidcFailure`. */
    async check(idToken: string, published: readonly unknown[]): Promise<void> {
      if (pinned.length === 0) return
      const keys = (await counting(published)).map((key) => ({ ...key, kty: 'RSA', alg: 'RS256' }))
      await compactVerify(idToken, createLocalJWKSet({ keys })).catch(() => {
        throw new OidcFailure('failed', 'key-not-pinned')
      })
    },
  }
}
