/** A proof of who the worker is, as it should be, and everything that somebody may try with one. */
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ProviderKeys } from '../../signaling/protocol/provider-keys.ts'
import { nonceFrom } from '../../signaling/identity/itsme/nonce.ts'
import { checkIdentity, type CheckPorts } from './check-identity.ts'
import {
  commitmentTo,
  keyAlgorithm,
  signAlgorithm,
  signedText,
  toBase64url,
  type IdentityProof,
  type ProofContext,
} from './identity-proof.ts'
import type { KnownProvider } from './known-keys.ts'

const context: ProofContext = {
  appointmentId: 'appointment-00000001',
  callId: 'call-000000000000001',
  keys: { physician: 'bb'.repeat(32), worker: 'aa'.repeat(32) },
}
const now = Date.parse('2026-11-24T09:00:00.000Z')
const nowS = now / 1000
const seed = toBase64url(new Uint8Array(32).fill(7))
const person = {
  given_name: 'Anna',
  family_name: 'Peeters',
  name: 'Anna Peeters',
  birthdate: '1984-02-29',
}

interface World {
  readonly provider: CryptoKeyPair
  readonly stranger: CryptoKeyPair
  readonly own: CryptoKeyPair
  readonly other: CryptoKeyPair
  readonly published: ProviderKeys
}
let world: World

beforeAll(async () => {
  // 1024 bits are too few for jose; a key of 2048 is made once.
  const makeRsa = () => generateKeyPair('RS256', { extractable: true })
  const makeOwn = () => crypto.subtle.generateKey(keyAlgorithm, false, ['sign', 'verify'])
  const [provider, stranger] = await Promise.all([makeRsa(), makeRsa()])
  const { n = '', e = '' } = await exportJWK(provider.publicKey)
  world = {
    provider,
    stranger,
    own: await makeOwn(),
    other: await makeOwn(),
    published: {
      issuer: 'https://itsme.example/v2',
      clientId: 'visite',
      pinned: false,
      keys: [{ kid: 'first', n, e }],
    },
  }
})

interface Draft {
  readonly claims?: JWTPayload
  readonly header?: { readonly kid?: string }
  readonly signedBy?: CryptoKeyPair
  readonly token?: string
  /** Whose nonce is in the token, and whose key signs the connection. */
  readonly committed?: CryptoKeyPair
  readonly shown?: CryptoKeyPair
  readonly signer?: CryptoKeyPair
  readonly signedFor?: ProofContext
}

async function make(draft: Draft = {}): Promise<IdentityProof> {
  const { own, provider } = world
  const { committed = own, shown = own, signer = own, signedFor = context } = draft
  const { nonce } = nonceFrom(seed, await commitmentTo(await publicOf(committed)))
  const claims = { ...claimsNow(), nonce, ...draft.claims }
  const idToken =
    draft.token ??
    (await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'first', ...draft.header })
      .sign((draft.signedBy ?? provider).privateKey))
  const signature = await crypto.subtle.sign(
    signAlgorithm,
    signer.privateKey,
    signedText(signedFor),
  )
  return {
    idToken,
    nonceSeed: seed,
    publicKey: await publicOf(shown),
    signature: toBase64url(new Uint8Array(signature)),
  }
}

const claimsNow = (): JWTPayload => ({
  ...person,
  iss: 'https://itsme.example/v2',
  aud: 'visite',
  sub: 'somebody',
  iat: nowS - 600,
  exp: nowS - 300,
})

async function publicOf({ publicKey }: CryptoKeyPair): Promise<IdentityProof['publicKey']> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return { x, y }
}

function createPorts(part: Partial<CheckPorts> = {}): CheckPorts {
  let known: KnownProvider | null = null
  return {
    providerKeys: async () => world.published,
    expected: async () => ({ firstName: 'Anna', lastName: 'Peeters', birthDate: '1984-02-29' }),
    memory: { read: () => known, write: (next) => void (known = next) },
    now: () => now,
    ...part,
  }
}

async function flawOf(
  proof: IdentityProof | Record<string, unknown>,
  ports = createPorts(),
  at = context,
) {
  const verdict = await checkIdentity({ ...proof }, at, ports)
  return verdict.kind === 'proved' ? 'proved' : verdict.code
}

test('a proof for this connection tells who it is, since when, and what is known of the keys', async () => {
  const ports = createPorts()
  const proved = { kind: 'proved', name: 'Anna Peeters', identifiedAt: now - 600_000 }
  const first = await checkIdentity({ ...(await make()) }, context, ports)
  expect(first).toEqual({ ...proved, pinned: false, keys: { kind: 'first-seen' } })
  const again = await checkIdentity({ ...(await make()) }, context, ports)
  expect(again).toMatchObject({ ...proved, keys: { kind: 'known', since: now } })
})

test('a key that our server adds beside the known one is told as such, and so is a genuine one', async () => {
  const ports = createPorts()
  await checkIdentity({ ...(await make()) }, context, ports)
  const { n = '', e = '' } = await exportJWK(world.stranger.publicKey)
  const keys = [...world.published.keys, { kid: 'second', n, e }]
  const both = { ...ports, providerKeys: async () => ({ ...world.published, keys }) }
  const byThisOne = await make({ signedBy: world.stranger, header: { kid: 'second' } })
  const found = (proof: IdentityProof) => checkIdentity({ ...proof }, context, both)
  expect(await found(byThisOne)).toMatchObject({ keys: { kind: 'added' } })
  expect(await found(await make())).toMatchObject({ keys: { kind: 'known', since: now } })
})

describe('is no proof', () => {
  const cases: Record<string, [code: string, draft: () => Draft]> = {
    'with a token for another key': ['nonce', () => ({ committed: world.other })],
    'by another key than the token was made for': [
      'nonce',
      () => ({ shown: world.other, signer: world.other }),
    ],
    'with a key that does not sign': ['connection', () => ({ signer: world.other })],
    'with another nonce': ['nonce', () => ({ claims: { nonce: 'of-another-way' } })],
    'that was made for another call': [
      'connection',
      () => ({ signedFor: { ...context, callId: 'call-of-yesterday-01' } }),
    ],
    'that was made for another appointment': [
      'connection',
      () => ({ signedFor: { ...context, appointmentId: 'appointment-00000002' } }),
    ],
    'from somebody in the middle, to whom it was made': [
      'connection',
      () => ({
        signedFor: { ...context, keys: { ...context.keys, physician: 'cc'.repeat(32) } },
      }),
    ],
    'for another service': ['audience', () => ({ claims: { aud: 'another' } })],
    'for another service as well': ['audience', () => ({ claims: { aud: ['visite', 'x'] } })],
    'of another issuer': ['issuer', () => ({ claims: { iss: 'https://itsme.example' } })],
    'of yesterday': ['stale', () => ({ claims: { iat: nowS - 86_400, exp: nowS - 86_100 } })],
    'whose person was asked hours before': [
      'stale',
      () => ({ claims: { auth_time: nowS - 18_000 } }),
    ],
    'of tomorrow': ['not-yet', () => ({ claims: { iat: nowS + 86_400, exp: nowS + 86_700 } })],
    'that never had an end': ['malformed', () => ({ claims: { exp: nowS - 601 } })],
    'of somebody else': ['other-person', () => ({ claims: { given_name: 'Eva', name: 'Eva P' } })],
    'of a namesake': ['other-person', () => ({ claims: { birthdate: '1985-02-28' } })],
    'by a key that is not of itsme': ['unknown-key', () => ({ header: { kid: 'second' } })],
    'by a stranger under the key’s name': ['signature', () => ({ signedBy: world.stranger })],
  }
  test.each(Object.entries(cases))('one %s', async (_name, [code, draft]) => {
    expect(await flawOf(await make(draft()))).toBe(code)
  })

  test('one whose token nobody signed', async () => {
    const { nonce } = nonceFrom(seed, await commitmentTo(await publicOf(world.own)))
    const token = new UnsecuredJWT({ ...claimsNow(), nonce }).encode()
    expect(await flawOf(await make({ token }))).toBe('algorithm')
  })

  test('one whose token is signed with the public key as a secret', async () => {
    const [key] = world.published.keys
    const token = await new SignJWT(claimsNow())
      .setProtectedHeader({ alg: 'HS256', kid: 'first' })
      .sign(new TextEncoder().encode(key?.n))
    expect(await flawOf(await make({ token }))).toBe('algorithm')
  })

  test('one that was heard on another connection', async () => {
    const proof = await make()
    const keys = { ...context.keys, worker: 'dd'.repeat(32) }
    expect(await flawOf(proof, createPorts(), { ...context, keys })).toBe('connection')
  })

  test.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['a number for a token', { idToken: 7 }],
    ['half a token', { idToken: 'eyJhbGciOiJSUzI1NiJ9.e30' }],
    ['a seed that is none', { nonceSeed: 'x' }],
    ['a point that is on no curve', { publicKey: { x: 'A'.repeat(43), y: 'A'.repeat(43) } }],
    ['no key', { publicKey: null }],
  ])('one with %s', async (name, part) => {
    const whole = name === 'nothing' ? part : { ...(await make()), ...part }
    // A point that is on no curve commits to another nonce before anybody looks at the curve.
    expect(await flawOf(whole)).toBe(name.startsWith('a point') ? 'nonce' : 'malformed')
  })

  test('one by keys that are all others than this browser has known', async () => {
    const { issuer, clientId } = world.published
    const keys = { 'of-last-month': { counts: 0, last: now - 1 } }
    const memory = { read: () => ({ issuer, clientId, keys }), write() {} }
    expect(await flawOf(await make(), createPorts({ memory }))).toBe('keys-changed')
  })

  test.each([
    ['an issuer of its own', { issuer: 'https://itsme.evil.example' }],
    ['a service of its own', { clientId: 'somebody-else' }],
  ])('one for which our server names %s, once the right one is known', async (_what, lie) => {
    const { memory } = createPorts()
    expect(await flawOf(await make(), createPorts({ memory }))).toBe('proved')
    const published = { ...world.published, ...lie }
    const claims = { iss: published.issuer, aud: published.clientId }
    const ports = createPorts({ memory, providerKeys: async () => published })
    expect(await flawOf(await make({ claims }), ports)).toBe('keys-changed')
    expect(await flawOf(await make(), createPorts({ memory }))).toBe('proved')
  })

  test('one that cannot be checked: the keys are not to be had, or the appointment is not ours', async () => {
    const rejects = () => Promise.reject(new Error('offline'))
    expect(await flawOf(await make(), createPorts({ providerKeys: rejects }))).toBe('no-keys')
    expect(await flawOf(await make(), createPorts({ expected: rejects }))).toBe('failed')
  })
})
