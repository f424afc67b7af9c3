import { randomBytes } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import { createFixedClock } from '../testing/clock.ts'
import { createCallProofs, type CallClaim } from './call-proof.ts'

const key = randomBytes(32)
const clock = createFixedClock()
const proofs = createCallProofs({ key, clock })
const claim: CallClaim = {
  person: 'worker appointment-00001',
  page: 'page-000000000001',
  appointmentId: 'appointment-00001',
  callId: 'call-000000000001',
  attempt: 2,
}
const { person, ...rest } = claim
const exp = Math.ceil(clock.now() / 1000) + 60

function forge(header: { typ?: string; alg?: string; kid?: string }, claims: object = {}) {
  return new SignJWT({ iss: 'visite', aud: 'visite-resume', sub: person, exp, ...rest, ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'visite-call-proof', ...header })
    .sign(header.alg === 'HS512' ? randomBytes(64) : key)
}

test('a proof proves what it was issued for', async () => {
  expect(await proofs.proves(proofs.issue(claim), claim)).toBe(true)
})

test('and a later attempt of the same call', async () => {
  const proof = proofs.issue(claim)
  expect(await proofs.proves(proof, { ...claim, attempt: 3 })).toBe(true)
})

test('for 150 seconds', async () => {
  const at = clock.now()
  let now = at
  const timed = createCallProofs({ key, clock: { now: () => now } })
  const proof = timed.issue(claim)
  now = at + 149_000
  expect(await timed.proves(proof, claim)).toBe(true)
  now = at + 152_000
  expect(await timed.proves(proof, claim)).toBe(false)
})

test.each<[string, Partial<CallClaim>]>([
  ['another person', { person: 'physician physician-000001' }],
  ['another page', { page: 'page-000000000002' }],
  ['another appointment', { appointmentId: 'appointment-00002' }],
  ['another call', { callId: 'call-000000000002' }],
  ['an earlier attempt', { attempt: 1 }],
])('but not for %s', async (_, other) => {
  expect(await proofs.proves(proofs.issue(claim), { ...claim, ...other })).toBe(false)
})

test.each<[string, () => Promise<string> | string]>([
  ['nothing', () => ''],
  ['no token', () => 'a.b.c'],
  ['no signature', () => new UnsecuredJWT({ sub: person, exp, ...rest }).encode()],
  ['another key', () => createCallProofs({ key: randomBytes(32), clock }).issue(claim)],
  ['another type', () => forge({ typ: 'visite-call-link' })],
  ['another algorithm', () => forge({ alg: 'HS512' })],
  ['another audience', () => forge({}, { aud: 'visite-worker' })],
  ['another issuer', () => forge({}, { iss: 'someone' })],
  ['no expiry', () => forge({}, { exp: undefined })],
  ['an attempt that is no number', () => forge({}, { attempt: '2' })],
  ['something behind it', () => `${proofs.issue(claim)}x`],
])('a token with %s proves nothing', async (_, token) => {
  expect(await proofs.proves(await token(), claim)).toBe(false)
})

test('a key id names no other key', async () => {
  expect(await proofs.proves(await forge({ kid: '../../etc/passwd' }), claim)).toBe(true)
})
