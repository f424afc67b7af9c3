import { calculateJwkThumbprint } from 'jose'
import { describe, expect, test } from 'vitest'
import { createFixedClock } from '../../testing/clock.ts'
import {
  clientId,
  createBentProvider,
  issuer,
  ownKeys,
  type Bend,
} from '../../testing/bent-provider.ts'
import { SecretsError } from '../secrets.ts'
import type { OidcChecks } from '../oidc/checks.ts'
import { OidcFailure } from '../oidc/failure.ts'
import { createItsme } from './client.ts'

const acr = 'http://itsme.services/v2/claim/acr_advanced'
const checks: OidcChecks = {
  state: 's'.repeat(43),
  nonce: 'n'.repeat(43),
  codeVerifier: 'v'.repeat(43),
}

interface Given {
  readonly timeoutS?: number
  readonly pinnedKeys?: readonly string[]
}

function open({ timeoutS, pinnedKeys = [] }: Given = {}) {
  const provider = createBentProvider()
  const clock = createFixedClock()
  const itsme = createItsme({
    config: { issuer, clientId, serviceCode: 'VISITE', acr, pinnedKeys },
    publicUrl: 'https://visite.example.be',
    keys: { read: () => Promise.resolve(ownKeys) },
    clock,
    fetch: provider.fetch,
    ...(timeoutS !== undefined && { timeoutS }),
  })
  /** What became of a return: the person's family name, or how and why it failed. */
  async function outcome(changed: Readonly<Record<string, string>> = {}) {
    try {
      const { claimed } = await itsme.answerFrom(provider.returns(checks, changed), checks)
      return claimed.familyName
    } catch (error) {
      if (!(error instanceof OidcFailure)) throw error
      return `${error.kind}: ${error.message}`
    }
  }
  const jwksRead = () => provider.asked.filter((path) => path === '/jwkSet').length
  return { itsme, provider, clock, outcome, jwksRead }
}

describe('the way to itsme', () => {
  test('asks in a request that is signed by us and sealed for itsme', async () => {
    const { itsme, provider } = open()
    const address = await itsme.addressFor(checks, 'nl')
    const { header, claims } = await provider.readRequest(address)
    expect(header).toMatchObject({ alg: 'RSA-OAEP-256', cty: 'JWT', kid: 'enc-1' })
    expect(claims).toMatchObject({
      iss: clientId,
      aud: issuer,
      client_id: clientId,
      response_type: 'code',
      redirect_uri: 'https://visite.example.be/api/itsme/callback',
      scope: 'openid service:VISITE',
      acr_values: acr,
      code_challenge_method: 'S256',
      ui_locales: 'nl',
      nonce: checks.nonce,
    })
    expect(JSON.stringify(claims)).not.toMatch(/National|eid|phone|email|address|userinfo/)
    const inTheOpen = [...new URL(address).searchParams.keys()].toSorted()
    expect(inTheOpen).toEqual(['client_id', 'redirect_uri', 'request', 'response_type', 'scope'])
  })

  test('reads names and birth date out of what itsme signed, and hands over what it signed', async () => {
    const { itsme, provider } = open()
    const answer = await itsme.answerFrom(provider.returns(checks), checks)
    expect(answer.claimed).toEqual({
      givenName: 'Anna',
      familyName: 'Peeters',
      birthDate: '1985-03-14',
    })
    expect(answer.idToken.split('.')).toHaveLength(3)
  })

  test('says who we are to the token endpoint, and to it alone', async () => {
    const { outcome, provider } = open()
    await outcome()
    expect(provider.assertions).toMatchObject([
      { iss: clientId, sub: clientId, aud: `${issuer}/token` },
    ])
  })

  test('finds itsme once an hour', async () => {
    const { outcome, provider, clock } = open()
    const found = () => provider.asked.filter((path) => path.includes('.well-known')).length
    await outcome()
    await outcome()
    expect(found()).toBe(1)
    clock.advance(60 * 60_000)
    await outcome()
    expect(found()).toBe(2)
  })
})

const nowS = Math.floor(Date.now() / 1000)

describe('an ID token is believed only as it should be:', () => {
  test.each<[string, Bend, string]>([
    ['of another issuer', { claims: { iss: 'https://evil.example' } }, 'failed'],
    ['for somebody else', { claims: { aud: 'another-client' } }, 'failed'],
    ['for us and somebody else', { claims: { aud: [clientId, 'another-client'] } }, 'failed'],
    ['of another way', { claims: { nonce: 'm'.repeat(43) } }, 'failed'],
    ['of no way', { claims: { nonce: undefined } }, 'failed'],
    ['over', { claims: { exp: nowS - 60 } }, 'failed'],
    ['without an end', { claims: { exp: undefined } }, 'failed'],
    ['of nobody', { claims: { sub: undefined } }, 'failed'],
    ['of a lower level', { claims: { acr: 'http://itsme.services/v2/claim/acr_basic' } }, 'failed'],
    ['not signed', { signing: 'none' }, 'failed'],
    ['signed with what everybody knows', { signing: 'hmac-with-public-key' }, 'failed'],
    ['changed after it was signed', { signing: 'damaged' }, 'failed'],
    ['signed with an unknown key', { kid: 'sig-9' }, 'failed'],
    ['sent open', { encryption: 'none' }, 'failed'],
    ['sealed for another key', { encryption: 'for-another-key' }, 'failed'],
  ])('not one %s', async (_what, bend, kind) => {
    const { outcome, provider } = open()
    provider.bend(bend)
    expect(await outcome()).toMatch(new RegExp(`^${kind}: `))
  })

  test('one that tells the level that was asked for, or none', async () => {
    const { outcome, provider } = open()
    provider.bend({ claims: { acr } })
    expect(await outcome()).toBe('Peeters')
  })
})

describe('a return', () => {
  test.each([
    ['with another state', { state: 'x'.repeat(43) }],
    ['of another provider', { iss: 'https://evil.example/v2' }],
    ['without a code', { code: '' }],
    ['with an error that nobody knows', { code: '', error: 'you_are_hacked' }],
  ])('%s is refused', async (_what, changed: Record<string, string>) => {
    const { outcome, provider } = open()
    expect(await outcome(changed)).toMatch(/^failed: /)
    expect(provider.assertions).toEqual([])
  })

  test('is refused without the provider’s name where the provider says that it gives it', async () => {
    const { outcome, provider } = open()
    provider.bend({ discovery: { authorization_response_iss_parameter_supported: true } })
    expect(await outcome()).toMatch(/^failed: /)
    expect(await outcome({ iss: issuer })).toBe('Peeters')
  })

  test.each([
    ['access_denied', 'cancelled'],
    ['login_required', 'again'],
    ['interaction_required', 'again'],
    ['temporary_unavailable', 'unavailable'],
    ['server_error', 'unavailable'],
    ['invalid_request_object', 'failed'],
  ])('with the error %s is "%s"', async (error, kind) => {
    const { itsme, provider } = open()
    const query = new URLSearchParams({ error, state: checks.state }).toString()
    await expect(itsme.answerFrom(query, checks)).rejects.toMatchObject({ kind })
    expect(provider.assertions).toEqual([])
  })
})

describe('the token endpoint', () => {
  const reply = (status: number, body: object | string) => ({
    reply: { status, body: typeof body === 'string' ? body : JSON.stringify(body) },
  })
  test.each<[string, Bend, string]>([
    ['a code that was used', reply(400, { error: 'invalid_grant' }), 'again: invalid-grant'],
    ['us', reply(400, { error: 'invalid_client' }), 'failed: token-refused'],
    ['with a broken server', reply(503, 'out of order'), 'unavailable: '],
    ['with something that is no answer', reply(200, '<html>'), 'failed: '],
    ['without an ID token', reply(200, { access_token: 'x', token_type: 'Bearer' }), 'failed: '],
  ])('refusing %s', async (_what, bend, expected) => {
    const { outcome, provider } = open()
    provider.bend(bend)
    expect((await outcome())?.startsWith(expected)).toBe(true)
  })
})

describe('while itsme', () => {
  test('cannot be reached, people are told so at both ends', async () => {
    const { itsme, provider, outcome } = open()
    provider.bend({ network: 'down' })
    const gone = { kind: 'unavailable' }
    await expect(itsme.addressFor(checks, 'nl')).rejects.toMatchObject(gone)
    expect(await outcome()).toBe('unavailable: network')
    provider.bend({})
    expect(await outcome()).toBe('Peeters')
  })

  test('does not answer in time, it is as if it were down', async () => {
    const { itsme, provider, outcome } = open({ timeoutS: 0.02 })
    await itsme.addressFor(checks, 'nl')
    provider.bend({ network: 'silent' })
    expect(await outcome()).toBe('unavailable: network')
    await expect(itsme.addressFor(checks, 'nl')).rejects.toMatchObject({
      kind: 'unavailable',
    })
  })

  test('calls itself by another name than ours for it, nobody is sent there', async () => {
    const { itsme, provider } = open()
    provider.bend({ discovery: { issuer: 'https://evil.example/v2' } })
    await expect(itsme.addressFor(checks, 'nl')).rejects.toMatchObject({ kind: 'failed' })
  })
})

test('where our own keys cannot be read, that is no failure of itsme’s', async () => {
  const { provider, clock } = open()
  const fault = new SecretsError('itsme.json can be read by others: run chmod 600 on it.')
  const itsme = createItsme({
    config: { issuer, clientId, serviceCode: 'VISITE', acr },
    publicUrl: 'https://visite.example.be',
    keys: { read: () => Promise.reject(fault) },
    clock,
    fetch: provider.fetch,
  })
  await expect(itsme.addressFor(checks, 'nl')).rejects.toBe(fault)
  await expect(itsme.answerFrom(provider.returns(checks), checks)).rejects.toBe(fault)
})

describe('itsme’s keys', () => {
  test('are read once for many people', async () => {
    const { outcome, jwksRead } = open()
    for (const _person of [1, 2, 3]) expect(await outcome()).toBe('Peeters')
    expect(jwksRead()).toBe(1)
  })

  test('that change in mid-morning are read anew by the first who comes with them', async () => {
    const { outcome, provider, clock, jwksRead } = open()
    await outcome()
    provider.rotate('sig-2')
    clock.advance(2 * 60_000)
    expect(await outcome()).toBe('Peeters')
    expect(await outcome()).toBe('Peeters')
    expect(jwksRead()).toBe(2)
  })

  test.each([
    ['nothing', null],
    ['a list', []],
    ['a text', 'keys'],
    ['keys that are none', { keys: 'keys' }],
  ])('published as %s are a failure of itsme’s', async (_what, published) => {
    const { itsme, provider } = open()
    provider.bend({ published })
    await expect(itsme.addressFor(checks, 'nl')).rejects.toThrow('jwks-malformed')
    await expect(itsme.providerKeys()).rejects.toThrow('jwks-malformed')
  })

  test('are taken where they are whole, and for what they are meant', async () => {
    const { itsme, provider } = open()
    const key = { kty: 'RSA', kid: 'right', use: 'sig', alg: 'RS256', n: 'n', e: 'AQAB' }
    const { n: _n, ...half } = key
    const others = [null, 'key', half, { ...key, kty: 'EC' }, { ...key, use: 'enc' }]
    provider.bend({ published: { keys: [...others, { ...key, kid: 7 }, key] } })
    const { keys } = await itsme.providerKeys()
    expect(keys).toEqual([{ kid: 'right', n: 'n', e: 'AQAB' }])
    await expect(itsme.addressFor(checks, 'nl')).rejects.toThrow('no-encryption-key')
  })

  test('are not read anew for every token that names an invented one', async () => {
    const { outcome, provider, jwksRead } = open()
    await outcome()
    for (const kid of ['a', 'b', 'c']) {
      provider.bend({ kid })
      expect(await outcome()).toMatch(/^failed: /)
    }
    expect(jwksRead()).toBe(1)
  })
})

describe('where the administrator has laid down keys', () => {
  const another = 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs'

  test('a person counts whom one of these named', async () => {
    // itsme's key here is ours (`bent-provider.ts`).
    const own = await calculateJwkThumbprint(ownKeys[0]?.jwk ?? {})
    const { itsme, outcome } = open({ pinnedKeys: [another, own] })
    expect(await outcome()).toBe('Peeters')
    expect(await itsme.providerKeys()).toMatchObject({ pinned: true, keys: [{ kid: 'sig-1' }] })
  })

  test('a person does not whom another key named that is published, each time anew', async () => {
    const { itsme, outcome } = open({ pinnedKeys: [another] })
    for (const _time of [1, 2]) expect(await outcome()).toBe('failed: key-not-pinned')
    expect(await itsme.providerKeys()).toMatchObject({ pinned: true, keys: [] })
  })
})
