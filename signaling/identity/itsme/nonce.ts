/**
 * The nonce that itsme signs into the ID token. A page may want to be held to something: then the nonce is
 * SHA-256(seed || commitment), and whoever is shown both sees that the token was made for it. Both are 32 bytes.
 */
import { createHash } from 'node:crypto'

export interface Nonce {
  readonly nonce: string
  readonly seed: string
}

/** `seed` is random; all three are base64url. */
export function nonceFrom(seed: string, commitment?: string): Nonce {
  if (commitment === undefined) return { nonce: seed, seed }
  const hash = createHash('sha256')
  for (const part of [seed, commitment]) hash.update(Buffer.from(part, 'base64url'))
  return { nonce: hash.digest('base64url'), seed }
}
