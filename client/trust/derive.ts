/** What follows from keys and numbers. SHA-256 over a JSON array: no two different lists are the same text. */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { Keys, Picks } from './exchange-state.ts'

/** A change of the exchange is a change of this: pages that differ in it never agree by accident. */
const protocol = 'visite safety words 1'

/** The call is in it, so that nothing said in one call fits another; keys and role, so that nothing fits the other side. */
export function commitmentOf(
  side: Participant,
  callId: string,
  keys: Keys,
  nonce: string,
  hash: Hash,
) {
  return hash([protocol, 'commitment', side, callId, keys.physician, keys.worker, nonce])
}

export async function picksOf(
  callId: string,
  keys: Keys,
  nonces: Readonly<Record<Participant, string>>,
  hash: Hash,
): Promise<Picks> {
  const { physician, worker } = keys
  const parts = [protocol, 'words', callId, physician, worker, nonces.physician, nonces.worker]
  return toPicks(await hash(parts))
}

/** The first 40 bits, ten for each word. */
export function toPicks(digest: string): Picks {
  const bits = BigInt(`0x${digest.slice(0, 10)}`)
  const pick = (place: bigint) => Number((bits >> (10n * place)) & 1023n)
  return [pick(3n), pick(2n), pick(1n), pick(0n)]
}

/** 256 bits of chance. */
export function makeNonce(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(32)))
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export type Hash = (parts: readonly string[]) => Promise<string>

export const sha256: Hash = async (parts) => {
  const bytes = new TextEncoder().encode(JSON.stringify(parts))
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
