/**
 * Our keys towards itsme, which reads their public halves from an address of ours and keeps what it read for up to a day:
 *
 *   signing      made ──24 h──▶ in use ──the next one is in use for an hour──▶ gone
 *   encryption   made, shown alone and used by itsme as soon as it looks ──the next one was made a day ago──▶ gone
 *
 * So nothing that is signed or encrypted while they change is unreadable to either side. What a key is at a moment follows
 * from when it was made, and nothing else is kept.
 */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Clock } from '../../clock.ts'

export interface ItsmeKey {
  readonly use: 'sig' | 'enc'
  /** Its thumbprint (RFC 7638). */
  readonly kid: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
  /** The private key. */
  readonly jwk: JWK
}

/** The half that others may have. */
export type PublicKey = Record<'kty' | 'use' | 'kid' | 'alg' | 'n' | 'e', string>

const hourMs = 60 * 60_000
/** itsme's documentation: it keeps our keys for 30 minutes to 24 hours. */
export const keptByItsmeMs = 24 * hourMs
const overlapMs = keptByItsmeMs + hourMs

/** itsme takes RSA only. */
const algorithms = { sig: 'RS256', enc: 'RSA-OAEP-256' } as const

export async function makeKey(use: ItsmeKey['use'], clock: Clock): Promise<ItsmeKey> {
  const { privateKey } = await generateKeyPair(algorithms[use], {
    modulusLength: 2048,
    extractable: true,
  })
  const jwk = await exportJWK(privateKey)
  return { use, kid: await calculateJwkThumbprint(jwk), madeAt: clock.now(), jwk }
}

export function makeKeys(clock: Clock): Promise<ItsmeKey[]> {
  return Promise.all([makeKey('sig', clock), makeKey('enc', clock)])
}

/** Adds a new key of each use, and drops those that nobody needs any more. */
export async function rotate(keys: readonly ItsmeKey[], clock: Clock): Promise<ItsmeKey[]> {
  const now = clock.now()
  return [...keys.filter((key) => !isGone(key, keys, now)), ...(await makeKeys(clock))]
}

/** Signs what we send: the newest that itsme must know by now; the first of all at once. */
export function signingKey(keys: readonly ItsmeKey[], now: number): ItsmeKey {
  const own = newestFirst(keys, 'sig')
  const key = own.find(({ madeAt }) => madeAt + keptByItsmeMs <= now) ?? own.at(-1)
  if (key === undefined) throw new Error('there is no key to sign with')
  return key
}

/** Open what itsme sends: it may know an older one than we show. */
export function decryptingKeys(keys: readonly ItsmeKey[], now: number): ItsmeKey[] {
  return newestFirst(keys, 'enc').filter((key) => !isGone(key, keys, now))
}

/** What itsme is to see: every signing key, and only the newest to encrypt for. */
export function publicKeys(keys: readonly ItsmeKey[], now: number): PublicKey[] {
  const signing = newestFirst(keys, 'sig').filter((key) => !isGone(key, keys, now))
  return [...signing, ...newestFirst(keys, 'enc').slice(0, 1)].map(toPublic)
}

/** Whether a newer one has taken its place for good. */
function isGone(key: ItsmeKey, keys: readonly ItsmeKey[], now: number): boolean {
  return keys.some(
    ({ use, madeAt }) => use === key.use && madeAt > key.madeAt && madeAt + overlapMs <= now,
  )
}

function newestFirst(keys: readonly ItsmeKey[], use: ItsmeKey['use']): ItsmeKey[] {
  return keys.filter((key) => key.use === use).toSorted((a, b) => b.madeAt - a.madeAt)
}

/** By name: nothing private can slip through. */
function toPublic({ use, kid, jwk: { kty = 'RSA', n = '', e = '' } }: ItsmeKey): PublicKey {
  return { kty, use, kid, alg: algorithms[use], n, e }
}
