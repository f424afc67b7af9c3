/** Every kind of token that we sign, against what may become of one on its way or be made of it on purpose. */
import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { createFixedClock } from '../testing/clock.ts'
import { createCallLinks } from './call-link.ts'
import { createCallProofs } from './call-proof.ts'
import { createGuestLinks } from './guest-link.ts'
import { createOfferLinks } from './offer-link.ts'

const clock = createFixedClock()
const inAnHour = toInstant(clock.now() + 60 * 60_000)
// One key for all, as if somebody had copied the file: the kinds must keep apart without it.
const key = new Uint8Array(32).fill(7)
const common = { key, publicUrl: 'https://visite.example.be', clock }
const calls = createCallLinks(common)
const guests = createGuestLinks(common)
const offers = createOfferLinks(common)
const proofs = createCallProofs(common)
const person = { person: 'one', page: 'page', appointmentId: 'a', callId: 'c', attempt: 1 }

interface Kind {
  readonly genuine: string
  /** Whether the token opens anything. */
  readonly opens: (token: string) => Promise<boolean>
}

const kinds: Record<string, Kind> = {
  'call link': {
    genuine: calls.tokenFor({ id: 'one', endsAt: inAnHour, linkVersion: 1 }),
    opens: async (token) =>
      (await calls.read(token)) !== null || (await calls.readOld(token)) !== null,
  },
  'guest’s link': {
    genuine: guests.tokenFor({ id: 'one', expiresAt: inAnHour }),
    opens: async (token) => (await guests.read(token)) !== null,
  },
  'offer’s link': {
    genuine: offers.tokenFor({ id: 'one', until: inAnHour }),
    opens: async (token) => (await offers.read(token)) !== null,
  },
  'call proof': {
    genuine: proofs.issue(person),
    opens: (token) => proofs.proves(token, person),
  },
}

/** The same token with another header or claim, signed with the true key. */
function resigned(token: string, header: object, claim: object = {}): string {
  const [head, body] = token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object)
  const said = [
    { ...head, ...header },
    { ...body, ...claim },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${said}.${createHmac('sha256', key).update(said).digest('base64url')}`
}

const yearsAgo = clock.now() / 1000 - 3 * 365 * 24 * 60 * 60

const damages: Record<string, (token: string) => string> = {
  'another algorithm': (token) => resigned(token, { alg: 'HS512' }),
  'no algorithm': (token) => resigned(token, { alg: 'none' }),
  'another type': (token) => resigned(token, { typ: 'JWT' }),
  'no type': (token) => resigned(token, { typ: undefined }),
  'another audience': (token) => resigned(token, {}, { aud: 'visite-desk' }),
  'another issuer': (token) => resigned(token, {}, { iss: 'elsewhere' }),
  'a critical header that nobody knows': (token) => resigned(token, { crit: ['x'], x: 1 }),
  'no subject': (token) => resigned(token, {}, { sub: undefined }),
  'no expiry': (token) => resigned(token, {}, { exp: undefined }),
  'expired for years': (token) => resigned(token, {}, { exp: yearsAgo }),
  'a line break': (token) => `${token.slice(0, 76)}\r\n${token.slice(76)}`,
  'a soft line break': (token) => `${token.slice(0, 75)}=\r\n${token.slice(75)}`,
  'an equals sign of quoted-printable': (token) => `${token}=3D`,
  'a full stop': (token) => `${token}.`,
  'a bracket': (token) => `${token}>`,
  'lower case': (token) => token.toLowerCase(),
  'percent signs': (token) => encodeURIComponent(`${token}>`),
  'every sign encoded': (token) => token.replaceAll('.', '%2E'),
  'its end cut off': (token) => token.slice(0, -1),
  'half of it': (token) => token.slice(0, token.length / 2),
  'nothing': () => '',
}

describe.each(Object.entries(kinds))('a %s', (name, { genuine, opens }) => {
  test('opens as it was made, and signed anew without a change', async () => {
    expect(await opens(genuine)).toBe(true)
    expect(await opens(resigned(genuine, {}))).toBe(true)
  })

  test('opens whatever a `kid` names: there is one key, and the token has no say in it', async () => {
    expect(await opens(resigned(genuine, { kid: '../../dev/null' }))).toBe(true)
    const [, body] = genuine.split('.')
    const head = Buffer.from('{"alg":"HS256","kid":"0"}').toString('base64url')
    const signature = createHmac('sha256', '').update(`${head}.${body}`).digest('base64url')
    expect(await opens(`${head}.${body}.${signature}`)).toBe(false)
  })

  test.each(Object.entries(damages))('opens nothing with %s', async (_name, damage) => {
    expect(await opens(damage(genuine))).toBe(false)
  })

  const others = Object.entries(kinds).filter(([other]) => other !== name)
  test.each(others)('is not taken for what a %s is for', async (_name, other) => {
    expect(await other.opens(genuine)).toBe(false)
  })
})
