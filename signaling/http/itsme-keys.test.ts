import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JWK } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { createItsme } from '../identity/itsme/client.ts'
import { openItsmeKeys, rotateItsmeKeys } from '../identity/itsme/key-file.ts'
import { buildTestApp } from '../testing/app.ts'
import { createFixedClock } from '../testing/clock.ts'
import { createFakeItsme } from '../testing/itsme.ts'

const hour = 60 * 60_000

async function open() {
  const dataDir = mkdtempSync(join(tmpdir(), 'visite-itsme-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const clock = createFixedClock()
  const publicUrl = 'https://visite.example.be'
  const config = {
    issuer: 'https://itsme.example/v2',
    clientId: 'visite',
    serviceCode: 'VISITE',
    acr: 'http://itsme.services/v2/claim/acr_advanced',
  }
  const keys = openItsmeKeys(dataDir, clock)
  const itsme = createItsme({ config, publicUrl, keys, clock })
  const { app } = await buildTestApp({ itsme, clock })
  const shown = async () => {
    const reply = await app.inject({ url: '/api/itsme/jwks' })
    return { ...reply.json<{ keys: JWK[] }>(), cache: reply.headers['cache-control'] }
  }
  return { dataDir, clock, keys, app, shown, file: join(dataDir, 'secrets', 'itsme.json') }
}

test('the server makes its keys at first need, shows their public halves, and lets itsme keep them for half an hour', async () => {
  const { shown, file } = await open()
  const { keys, cache } = await shown()
  expect(keys.map(({ use, alg, kty }) => [use, alg, kty])).toEqual([
    ['sig', 'RS256', 'RSA'],
    ['enc', 'RSA-OAEP-256', 'RSA'],
  ])
  expect(Object.keys(keys[0] ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  expect(cache).toBe('public, max-age=1800')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect((await shown()).keys).toEqual(keys)
})

test('after a rotation beside the running server both signing keys are shown, and the old one goes a day later', async () => {
  const { shown, dataDir, clock, keys } = await open()
  const before = await shown()
  clock.advance(hour)
  await rotateItsmeKeys(dataDir, clock)
  const overlap = await shown()
  const kidsOf = (list: readonly JWK[], use: string) =>
    list.filter((key) => key.use === use).map(({ kid }) => kid)
  expect(kidsOf(overlap.keys, 'sig')).toHaveLength(2)
  expect(kidsOf(overlap.keys, 'sig')).toContain(kidsOf(before.keys, 'sig')[0])
  expect(kidsOf(overlap.keys, 'enc')).toHaveLength(1)
  expect(kidsOf(overlap.keys, 'enc')).not.toEqual(kidsOf(before.keys, 'enc'))
  clock.advance(25 * hour)
  expect(kidsOf((await shown()).keys, 'sig')).not.toContain(kidsOf(before.keys, 'sig')[0])
  // The file forgets it with the next rotation.
  await rotateItsmeKeys(dataDir, clock)
  expect((await keys.read()).map(({ kid }) => kid)).not.toContain(kidsOf(before.keys, 'sig')[0])
})

test('keys that others can read are refused', async () => {
  const { keys, file } = await open()
  await keys.read()
  chmodSync(file, 0o644)
  await expect(keys.read()).rejects.toThrow(/chmod 600/)
  expect(readFileSync(file, 'utf8')).toContain('"d"')
})

test('of a key nothing private is shown, even where it came along', async () => {
  const shown = { kty: 'RSA', use: 'sig', kid: 'k', alg: 'RS256', n: 'n', e: 'AQAB' }
  const whole = { ...shown, d: 'private', p: 'private' }
  const itsme = { ...createFakeItsme(), publicKeys: () => Promise.resolve({ keys: [whole] }) }
  const { app } = await buildTestApp({ itsme })
  expect((await app.inject({ url: '/api/itsme/jwks' })).json()).toEqual({ keys: [shown] })
})
