/** Secrets that the server hands out. It keeps only their SHA-256: a stolen database opens nothing. */
import { createHash, randomBytes } from 'node:crypto'

/** Makes 256 random bits, base64url: 43 characters. */
export type MakeToken = () => string
export const randomToken: MakeToken = () => randomBytes(32).toString('base64url')

/** No salt and no slow hash: 256 random bits cannot be guessed, and the row must be found by its hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
