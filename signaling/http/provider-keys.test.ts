import { expect, test } from 'vitest'
import { OidcFailure } from '../identity/oidc/failure.ts'
import { buildTestApp } from '../testing/app.ts'
import { createFakeItsme } from '../testing/itsme.ts'

async function ask(itsme = createFakeItsme()) {
  const { app, addClinic, signInStaff } = await buildTestApp({ itsme })
  const { physicianStaff } = await addClinic()
  const headers = { cookie: await signInStaff(physicianStaff.id) }
  const reply = await app.inject({ url: '/api/desk/itsme-keys', headers })
  return { status: reply.statusCode, body: reply.json<unknown>() }
}

test('a physician reads with which keys itsme signs, and for whom', async () => {
  const itsme = createFakeItsme()
  itsme.keys = [{ kid: 'first', n: 'n', e: 'AQAB' }]
  const { issuer, clientId, pinned } = await itsme.providerKeys()
  expect(await ask(itsme)).toEqual({
    status: 200,
    body: { issuer, clientId, pinned, keys: itsme.keys },
  })
})

test('while itsme is away they are refused with its code', async () => {
  const itsme = createFakeItsme()
  itsme.refusal = new OidcFailure('unavailable', 'timeout')
  expect(await ask(itsme)).toMatchObject({ body: { code: 'itsme-unavailable' } })
})
