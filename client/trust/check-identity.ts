/**
 * The physician's side of the proof: that itsme named this person, for a key that is at the other end of this very
 * connection. Nothing here believes our server but who the provider is and with which keys it signs, and a change of that is told.
 *
 * A token's own end is past before most calls begin (itsme gives it five minutes): it was obeyed when the worker came in.
 * Here it is told how long ago that was, and no older than four hours counts. That the person is still there is what the
 * signature over the connection's keys shows.
 */
import { calculateJwkThumbprint, compactVerify, importJWK, type JWK } from 'jose'
import type { ProviderKeys } from '../../signaling/protocol/provider-keys.ts'
import { comparePerson, toClaimed, type Expected } from '../../signaling/rules/same-person.ts'
import type { NoteBody } from '../call/notes.ts'
import {
  commitmentTo,
  fromBase64url,
  keyAlgorithm,
  nonceOf,
  signAlgorithm,
  signedText,
  type IdentityProof,
  type ProofContext,
} from './identity-proof.ts'
import type { IdentityVerdict, ProofFlaw } from './identity-verdict.ts'
import {
  meetProvider,
  type ProviderChange,
  type ProviderMemory,
  type Standing,
} from './known-keys.ts'

export interface CheckPorts {
  readonly providerKeys: () => Promise<ProviderKeys>
  /** Whose appointment it is. */
  readonly expected: (appointmentId: string) => Promise<Expected>
  readonly memory: ProviderMemory
  readonly now: () => number
}

type ProviderKey = ProviderKeys['keys'][number]

/** As long as a session of a physician lasts. */
const freshMs = 4 * 60 * 60_000
/** Clocks differ. */
const aheadMs = 5 * 60_000

class Flaw extends Error {
  readonly code: ProofFlaw
  constructor(code: ProofFlaw) {
    super(code)
    this.code = code
  }
}

/** Never throws: what cannot be checked is not proved, and why is said. */
export async function checkIdentity(
  body: NoteBody,
  context: ProofContext,
  ports: CheckPorts,
): Promise<IdentityVerdict> {
  try {
    return await check(readProof(body), context, ports)
  } catch (error) {
    return { kind: 'unproved', code: error instanceof Flaw ? error.code : 'failed' }
  }
}

async function check(
  proof: IdentityProof,
  context: ProofContext,
  ports: CheckPorts,
): Promise<IdentityVerdict> {
  const provider = await ports.providerKeys().catch(() => fail('no-keys'))
  const { claims, signer } = await readToken(proof.idToken, provider)
  if (claims['iss'] !== provider.issuer) fail('issuer')
  if (claims['aud'] !== provider.clientId) fail('audience')
  const commitment = await commitmentTo(proof.publicKey)
  if (claims['nonce'] !== (await nonceOf(proof.nonceSeed, commitment))) fail('nonce')
  const identifiedAt = readTime(claims, ports.now())
  await checkSignature(proof, context)
  const expected = await ports.expected(context.appointmentId)
  if (comparePerson(expected, toClaimed(claims)).result !== 'same') fail('other-person')
  const keys = await meet(provider, signer, ports)
  if ('met' in keys) return { kind: 'unproved', code: 'keys-changed', change: keys }
  const name = `${expected.firstName} ${expected.lastName}`
  return { kind: 'proved', name, identifiedAt, keys, pinned: provider.pinned }
}

interface Signed {
  readonly claims: Readonly<Record<string, unknown>>
  /** By this key. */
  readonly signer: ProviderKey
}

/** The one algorithm that is agreed with itsme: `none` and a secret that is our public key are no others. */
async function readToken(idToken: string, { keys }: ProviderKeys): Promise<Signed> {
  const named = (kid: string | undefined) =>
    keys.find((each) => each.kid === kid) ?? fail('unknown-key')
  const verified = await compactVerify(
    idToken,
    async ({ kid }) => importJWK(toJwk(named(kid)), 'RS256'),
    { algorithms: ['RS256'] },
  ).catch((error: unknown) => fail(error instanceof Flaw ? error.code : flawOf(error)))
  const claims: unknown = JSON.parse(new TextDecoder().decode(verified.payload))
  if (typeof claims !== 'object' || claims === null) return fail('malformed')
  return { claims: { ...claims }, signer: named(verified.protectedHeader.kid) }
}

const toJwk = ({ n, e }: ProviderKey): JWK => ({ kty: 'RSA', n, e })

function flawOf(error: unknown): ProofFlaw {
  const code = error instanceof Error ? Reflect.get(error, 'code') : null
  if (code === 'ERR_JOSE_ALG_NOT_ALLOWED') return 'algorithm'
  return code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' ? 'signature' : 'malformed'
}

function readTime(claims: Readonly<Record<string, unknown>>, now: number): number {
  const { auth_time: authTime, iat, exp } = claims
  if (typeof iat !== 'number' || typeof exp !== 'number' || exp <= iat) return fail('malformed')
  const at = 1000 * (typeof authTime === 'number' ? Math.min(authTime, iat) : iat)
  if (now - at > freshMs) fail('stale')
  if (at - now > aheadMs) fail('not-yet')
  return at
}

/** By the key that itsme's nonce commits to, over what both ends see of this connection. */
async function checkSignature(
  { publicKey, signature }: IdentityProof,
  context: ProofContext,
): Promise<void> {
  const jwk: JWK = { kty: 'EC', crv: 'P-256', ...publicKey }
  const key = await crypto.subtle
    .importKey('jwk', jwk, keyAlgorithm, false, ['verify'])
    .catch(() => fail('malformed'))
  const signed = fromBase64url(signature)
  if (!(await crypto.subtle.verify(signAlgorithm, key, signed, signedText(context)))) {
    fail('connection')
  }
}

/** How the key stands that signed: that another one beside it is known says nothing of it. */
async function meet(
  { issuer, clientId, keys }: ProviderKeys,
  by: ProviderKey,
  { memory, now }: CheckPorts,
): Promise<Standing | ProviderChange> {
  const thumbprintOf = (key: ProviderKey) => calculateJwkThumbprint(toJwk(key))
  const [signer, offered] = await Promise.all([
    thumbprintOf(by),
    Promise.all(keys.map(thumbprintOf)),
  ])
  const met = { issuer, clientId, offered, signer }
  const { standing, known } = meetProvider(memory.read(), met, now())
  if (known === null) return standing
  if (standing.kind === 'changed') return { before: known, met }
  memory.write(known)
  return standing
}

function readProof({ idToken, nonceSeed, publicKey, signature }: NoteBody): IdentityProof {
  const key = publicKey as { readonly x?: unknown; readonly y?: unknown } | null | undefined
  const [x, y] = [key?.x, key?.y]
  const isWhole =
    typeof idToken === 'string' &&
    idToken.length <= 16_384 &&
    isBase64url(nonceSeed, 43) &&
    isBase64url(signature, 86) &&
    isBase64url(x, 43) &&
    isBase64url(y, 43)
  return isWhole ? { idToken, nonceSeed, publicKey: { x, y }, signature } : fail('malformed')
}

function isBase64url(value: unknown, length: number): value is string {
  return typeof value === 'string' && value.length === length && /^[\w-]+$/.test(value)
}

function fail(code: ProofFlaw): never {
  throw new Flaw(code)
}
