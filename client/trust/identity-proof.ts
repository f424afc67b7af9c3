/**
 * What a worker's page shows so that the physician's browser need not believe our server about who it is: what itsme signed,
 * and a signature over this connection's own keys by the key that itsme's nonce commits to. Both pages use these formulas.
 */
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { Keys } from './exchange-state.ts'

/** All but `idToken`, a compact JWS, in base64url. */
export interface IdentityProof {
  readonly idToken: string
  readonly nonceSeed: string
  /** Of a key of ECDSA P-256. */
  readonly publicKey: { readonly x: string; readonly y: string }
  readonly signature: string
}

/** The connection that a proof is for: it is worth nothing on another one. */
export interface ProofContext {
  readonly appointmentId: Id
  readonly callId: Id
  readonly keys: Keys
}

export const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
export const signAlgorithm = { name: 'ECDSA', hash: 'SHA-256' } as const

/** A JSON array: no two different contexts are the same text. */
export function signedText({ appointmentId, callId, keys }: ProofContext): Uint8Array<ArrayBuffer> {
  const parts = ['visite identity proof 1', appointmentId, callId, keys.physician, keys.worker]
  return new TextEncoder().encode(JSON.stringify(parts))
}

/** What itsme is asked to sign along: the key's thumbprint (RFC 7638). */
export async function commitmentTo({ x, y }: IdentityProof['publicKey']): Promise<string> {
  return toBase64url(await digest(encode(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))))
}

/** The nonce that a token for this key has; as the server makes it. */
export async function nonceOf(seed: string, commitment: string): Promise<string> {
  const parts = new Uint8Array([...fromBase64url(seed), ...fromBase64url(commitment)])
  return toBase64url(await digest(parts))
}

export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Throws for what is none. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(letters, (letter) => letter.codePointAt(0) ?? 0)
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}
