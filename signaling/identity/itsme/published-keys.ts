/** What itsme publishes of its keys, as far as it is of use: whatever else stands there is passed over. */
import * as Type from 'typebox'
import { Check } from 'typebox/value'
import { OidcFailure } from '../oidc/failure.ts'

const KeySet = Type.Object({ keys: Type.Array(Type.Unknown()) })

/** RSA, the parts in base64url (RFC 7518, 6.3.1): that is what itsme has. */
const rsa = {
  kty: Type.Literal('RSA'),
  n: Type.String({ maxLength: 2048 }),
  e: Type.String({ maxLength: 16 }),
}

const EncryptionKey = Type.Object({
  ...rsa,
  use: Type.Literal('enc'),
  alg: Type.Optional(Type.Literal('RSA-OAEP-256')),
  kid: Type.Optional(Type.String({ maxLength: 200 })),
})
export type EncryptionKey = Type.Static<typeof EncryptionKey>

const SigningKey = Type.Object({
  ...rsa,
  use: Type.Optional(Type.Literal('sig')),
  alg: Type.Optional(Type.Literal('RS256')),
  kid: Type.String({ maxLength: 200 }),
})
type SigningKey = Type.Static<typeof SigningKey>

/** Throws `OidcFailure` where it is no set of keys (RFC 7517, 5). */
export function keysOf(published: unknown): readonly unknown[] {
  if (!Check(KeySet, published)) throw new OidcFailure('failed', 'jwks-malformed')
  return published.keys
}

export function isForEncryption(key: unknown): key is EncryptionKey {
  return Check(EncryptionKey, key)
}

export function isForSignature(key: unknown): key is SigningKey {
  return Check(SigningKey, key)
}
