/** The public keys with which itsme signs, for the physician's browser: it checks by itself what itsme said of a worker. */
import * as Type from 'typebox'
import { strict } from './primitives.ts'

/** Of RSA, in base64url (RFC 7518, 6.3.1). */
const ProviderKey = strict({
  kid: Type.String({ maxLength: 200 }),
  n: Type.String({ maxLength: 2048 }),
  e: Type.String({ maxLength: 16 }),
})

export const ProviderKeys = strict({
  issuer: Type.String({ maxLength: 500 }),
  /** As whom the service asks: what is signed for another one does not count. */
  clientId: Type.String({ maxLength: 100 }),
  /** Whether the administrator has laid down which keys count: then these are no others. */
  pinned: Type.Boolean(),
  keys: Type.Array(ProviderKey, { maxItems: 20 }),
})
export type ProviderKeys = Type.Static<typeof ProviderKeys>

/** RFC 7638, SHA-256, base64url. */
const Thumbprint = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })
const issuer = Type.String({ maxLength: 500 })
const clientId = Type.String({ maxLength: 100 })

/** A physician's browser knew another provider, or other keys of it, and was told that these are right. */
export const ProviderAcceptance = strict({
  before: strict({ issuer, clientId, keys: Type.Array(Thumbprint, { maxItems: 20 }) }),
  now: strict({ issuer, clientId, key: Thumbprint }),
})
export type ProviderAcceptance = Type.Static<typeof ProviderAcceptance>
