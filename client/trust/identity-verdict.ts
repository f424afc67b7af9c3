/** What the physician's browser found of the worker's proof of who they are. */
import type { ProviderChange, Standing } from './known-keys.ts'

export const proofFlaws = [
  'none', // none came
  'malformed',
  'algorithm', // signed in another way than was agreed with itsme
  'unknown-key', // by none of the provider's keys
  'signature',
  'issuer',
  'audience', // signed for another service
  'nonce', // not for this key
  'stale', // too long ago
  'not-yet',
  'connection', // the key is not at the other end of this connection
  'other-person',
  'keys-changed', // the provider, or all of its keys, are others than this browser has known
  'no-keys', // they could not be had
  'failed',
] as const
export type ProofFlaw = (typeof proofFlaws)[number]

export type IdentityVerdict =
  | {
      readonly kind: 'proved'
      /** Of the appointment: it was compared. */
      readonly name: string
      /** Milliseconds since 1970. */
      readonly identifiedAt: number
      readonly keys: Standing
      /** The administrator has laid down which keys count: our server says so, and nothing here can check it. */
      readonly pinned: boolean
    }
  /** Then who it is, is what the server says. */
  | { readonly kind: 'unproved'; readonly code: ProofFlaw; readonly change?: ProviderChange }
