/** Every code that a page may turn into a sentence. */
import type { ErrorCode } from '../../signaling/protocol/codes.ts'

/**
 * Ours, the server never sends them. `offline`: no answer came from the server at all. The others are a browser's or an
 * authenticator's: `passkey-cancelled` also when it took too long, and `passkey-known-here` when it holds one already.
 */
export type PageErrorCode =
  'offline' | 'passkey-cancelled' | 'passkey-known-here' | 'passkey-not-possible'
export type ApiErrorCode = ErrorCode | PageErrorCode
