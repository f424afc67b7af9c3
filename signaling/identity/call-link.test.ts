import { createHmac, generateKeyPairSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { createFixedClock, testStart } from '../testing/clock.ts'
import { createCallLinks } from './call-link.ts'

const key = new Uint8Array(32).fill(7)
const appointment = {
  id: 'appointment-0000000001',
  endsAt: '2026-11-24T09:15:00.000Z',
  linkVersion: 3,
} as const
const hour = 60 * 60 * 1000

function createLinks(clock = createFixedClock()) {
  return createCallLinks({ key, publicUrl: 'https://visite.example.be', clock })
}

/** Signs any header and payload with any key, as an attacker who has it would. */
function forge(
  header: Record<string, unknown>,
  payload: Record<string, unknown>,
  secret: Uint8Array | string = key,
): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${encode(header)}.${encode(payload)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

const header = { alg: 'HS256', typ: 'visite-call-link' }
const exp = Date.parse(appointment.endsAt) / 1000 + 12 * 3600
const payload = {
  version: 3,
  iss: 'visite',
  aud: 'visite-worker',
  sub: appointment.id,
  exp,
}

describe('a call link', () => {
  test('opens the worker’s page in a language, with the token in the fragment', async () => {
    const url = new URL(createLinks().urlFor(appointment, 'nl'))
    expect(url.origin + url.pathname + url.search).toBe('https://visite.example.be/worker/?lang=nl')
    expect(url.hash.slice(1)).toBe(createLinks().tokenFor(appointment))
  })

  test('claims its appointment and version', async () => {
    const links = createLinks()
    expect(await links.read(links.tokenFor(appointment))).toEqual({
      appointmentId: appointment.id,
      linkVersion: 3,
    })
  })

  test('is the same whenever it is made', async () => {
    const clock = createFixedClock()
    const first = createLinks(clock).tokenFor(appointment)
    clock.advance(48 * hour)
    expect(createLinks(clock).tokenFor(appointment)).toBe(first)
  })

  test('is another one for another version', async () => {
    const links = createLinks()
    expect(links.tokenFor({ ...appointment, linkVersion: 4 })).not.toBe(links.tokenFor(appointment))
  })

  test('can be read until twelve hours after the end', async () => {
    const clock = createFixedClock(appointment.endsAt)
    const links = createLinks(clock)
    const token = links.tokenFor(appointment)
    clock.advance(12 * hour - 1000)
    expect(await links.read(token)).not.toBeNull()
    clock.advance(1000)
    expect(await links.read(token)).toBeNull()
  })

  test('made by hand from the same claims is accepted: the table below differs in one thing each', async () => {
    expect(await createLinks().read(forge(header, payload))).not.toBeNull()
  })
})

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const genuine = forge(header, payload)
const [head = '', body = '', signature = ''] = genuine.split('.')
const base64 = (text: string) => Buffer.from(text).toString('base64url')
const without = (name: string) =>
  Object.fromEntries(Object.entries(payload).filter(([key]) => key !== name))

const refusedTokens: [string, string | Promise<string>][] = [
  ['empty', ''],
  ['no token at all', 'x'],
  ['three dots', '...'],
  [
    'algorithm none without a signature',
    `${base64('{"alg":"none","typ":"visite-call-link"}')}.${body}.`,
  ],
  ['algorithm none with the genuine signature', `${base64('{"alg":"none"}')}.${body}.${signature}`],
  ['algorithm nOnE', forge({ ...header, alg: 'nOnE' }, payload)],
  ['algorithm HS512 named, HS256 used', forge({ ...header, alg: 'HS512' }, payload)],
  ['algorithm as a list', forge({ ...header, alg: ['HS256'] }, payload)],
  [
    'a real RS256 signature',
    new SignJWT(payload).setProtectedHeader({ ...header, alg: 'RS256' }).sign(privateKey),
  ],
  [
    'a real HS384 signature',
    new SignJWT(payload).setProtectedHeader({ ...header, alg: 'HS384' }).sign(new Uint8Array(48)),
  ],
  ['a public key used as the secret', forge(header, payload, publicPem)],
  ['a foreign key', forge(header, payload, new Uint8Array(32).fill(8))],
  ['an empty key', forge(header, payload, '')],
  [
    'a key brought along as jwk',
    forge({ ...header, jwk: { kty: 'oct', k: base64('evil') } }, payload, 'evil'),
  ],
  [
    'a key address brought along as jku',
    forge({ ...header, jku: 'https://evil.example/k' }, payload, 'evil'),
  ],
  ['a key file named by kid', forge({ ...header, kid: '../../dev/null' }, payload, '')],
  ['a critical header that we do not know', forge({ ...header, crit: ['exp2'], exp2: 1 }, payload)],
  ['unencoded payload (RFC 7797)', forge({ ...header, b64: false, crit: ['b64'] }, payload)],
  ['no type', forge({ alg: 'HS256' }, payload)],
  ['type JWT', forge({ ...header, typ: 'JWT' }, payload)],
  ['another type of ours', forge({ ...header, typ: 'visite-session' }, payload)],
  ['another audience', forge(header, { ...payload, aud: 'visite-desk' })],
  ['no audience', forge(header, without('aud'))],
  ['another issuer', forge(header, { ...payload, iss: 'elsewhere' })],
  ['no issuer', forge(header, without('iss'))],
  ['no appointment', forge(header, without('sub'))],
  ['an appointment that is a number', forge(header, { ...payload, sub: 7 })],
  ['no version', forge(header, without('version'))],
  ['a version as text', forge(header, { ...payload, version: '3' })],
  ['a broken version', forge(header, { ...payload, version: 3.5 })],
  ['no expiry', forge(header, without('exp'))],
  ['an expiry as text', forge(header, { ...payload, exp: String(exp) })],
  ['expired', forge(header, { ...payload, exp: Date.parse(testStart) / 1000 - 1 })],
  ['not yet valid', forge(header, { ...payload, nbf: exp - 1 })],
  ['a payload that is a list', forge(header, [] as unknown as Record<string, unknown>)],
  ['a payload that is no JSON', `${head}.${base64('{"sub":')}.${signature}`],
  [
    'another payload under the same signature',
    `${head}.${base64(JSON.stringify({ ...payload, version: 4 }))}.${signature}`,
  ],
  ['a header that is no JSON', `${base64('x')}.${body}.${signature}`],
  ['only two parts', `${head}.${body}`],
  ['a fourth part', `${genuine}.x`],
  ['five parts, as if encrypted', `${genuine}.x.y`],
  ['no signature', `${head}.${body}.`],
  ['cut off by a mail program', genuine.slice(0, -1)],
  ['cut in half', genuine.slice(0, genuine.length / 2)],
  ['a line break in the middle', `${genuine.slice(0, 76)}\r\n${genuine.slice(76)}`],
  ['a soft line break of quoted-printable', `${genuine.slice(0, 75)}=\r\n${genuine.slice(75)}`],
  ['the full stop of the sentence', `${genuine}.`],
  ['the bracket around the link', `${genuine}>`],
  ['padding', `${genuine}=`],
  ['3D from quoted-printable', `${genuine}=3D`],
  ['percent-encoded', encodeURIComponent(`${genuine} `)],
  ['a blank before', ` ${genuine}`],
  ['upper case', genuine.toUpperCase()],
  ['very long', `${genuine}${'A'.repeat(1_000_000)}`],
  ['a NUL at the end', `${genuine}\0`],
]

describe('a token is refused when it is or has', () => {
  test.each(refusedTokens)('%s', async (_name, token) => {
    expect(await createLinks().read(await token)).toBeNull()
  })
})
