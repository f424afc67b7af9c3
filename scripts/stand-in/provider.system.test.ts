import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startStandIn, type StandIn } from './provider.ts'

const { publicKey, privateKey } = await generateKeyPair('RS256')
const ownKeys = createServer((_request, response) => {
  void exportJWK(publicKey).then((jwk) =>
    response.end(JSON.stringify({ keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid: 'own' }] })),
  )
})
let standIn: StandIn

beforeAll(async () => {
  await new Promise<void>((resolve) => ownKeys.listen(0, '127.0.0.1', resolve))
  const { port } = ownKeys.address() as AddressInfo
  const publicUrl = `http://127.0.0.1:${port}`
  standIn = await startStandIn({ publicUrl, people: () => Promise.resolve([]) })
})
afterAll(async () => {
  await standIn.close()
  ownKeys.close()
})

/** Returns the error that the token endpoint answers to a code that it never gave. */
async function errorFor(audience: string): Promise<unknown> {
  const { clientId, issuer } = standIn
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256', kid: 'own' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(crypto.randomUUID())
    .setExpirationTime('1 minute')
    .sign(privateKey)
  const reply = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: 'c0de',
      redirect_uri: 'http://127.0.0.1/api/itsme/callback',
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  })
  const { error } = (await reply.json()) as { error: unknown }
  return error
}

test('the stand-in is as strict about the audience as itsme: the token endpoint, and not the issuer', async () => {
  expect(await errorFor(`${standIn.issuer}/token`)).toBe('invalid_grant')
  expect(await errorFor(standIn.issuer)).toBe('invalid_client')
  expect(await errorFor('https://another.example')).toBe('invalid_client')
})

test('it says that it is not itsme', async () => {
  const reply = await fetch(`${standIn.issuer}/.well-known/openid-configuration`)
  const { renderPage } = await import('./page.ts')
  expect(await reply.json()).toMatchObject({ issuer: standIn.issuer })
  expect(renderPage([], 'nl')).toContain('<h1>This is not itsme</h1>')
})
