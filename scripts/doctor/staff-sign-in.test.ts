import { chmodSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { testConfig } from '../../signaling/testing/app.ts'
import { createFixedClock } from '../../signaling/testing/clock.ts'
import { writeSecret } from '../journey/secret-file.ts'
import { lookAtStaffSignIn } from './staff-sign-in.ts'

/** A provider that answers with a document alone; `named`: by which issuer, after its address. */
async function openProvider(named = '') {
  const server = createServer((_request, response) => {
    const issuer = `${origin}${named}`
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ issuer, jwks_uri: `${origin}/jwks` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  onTestFinished(close)
  const secret = writeSecret()
  onTestFinished(() => secret.remove())
  const look = async (issuer = origin) => {
    const config = testConfig({
      VISITE_STAFF_OIDC_ISSUER: issuer,
      VISITE_STAFF_OIDC_CLIENT_ID: 'visite',
      VISITE_STAFF_OIDC_SECRET_FILE: secret.file,
    })
    const found = await lookAtStaffSignIn(config, createFixedClock())
    return found.map(({ kind, about, says }) => `${about} ${kind}: ${says}`)
  }
  return { origin, secret, look, close }
}

test('the staff’s own sign-in that is not set is no fault', async () => {
  const found = await lookAtStaffSignIn(testConfig(), createFixedClock())
  expect(found.map(({ kind }) => kind)).toEqual(['not-set'])
})

test('the staff’s own sign-in that answers by its name, with a secret of ours, is well', async () => {
  const { origin, look } = await openProvider()
  expect(await look()).toEqual([`Staff sign-in well: ${origin} answers`])
})

test.each([
  ['by a slash at its end', '', '/'],
  ['by a slash that the settings lack', '/', ''],
  ['in its path', '/service', '/service/'],
])('a provider that calls itself otherwise (%s) is not', async (_what, named, written) => {
  const { origin, look } = await openProvider(named)
  expect(await look(origin + written)).toEqual([
    expect.stringMatching(/^Staff sign-in not-well: .* calls itself otherwise: write VISITE_STAFF/),
  ])
})

test('a provider that is not there is not', async () => {
  const { look, close } = await openProvider()
  await close()
  expect(await look()).toEqual([
    expect.stringMatching(/^Staff sign-in not-well: .* cannot be used \(network\): check VISITE_/),
  ])
})

test('a secret that others can read, or that is gone, is named: the server would not start', async () => {
  const { secret, look } = await openProvider()
  chmodSync(secret.file, 0o644)
  expect((await look())[0]).toMatch(/not-well: .*can be read by others.*does not start$/)
  secret.remove()
  expect((await look())[0]).toMatch(/not-well: VISITE_STAFF_OIDC_SECRET_FILE names .*not there;/)
})
