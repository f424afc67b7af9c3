import { expect, test } from 'vitest'
import { OidcFailure } from '../identity/oidc/failure.ts'
import { openStore } from '../store/store.ts'
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

const one = 'k'.repeat(43)
const acceptance = {
  before: { issuer: 'https://itsme.example', clientId: 'visite', keys: [one] },
  now: { issuer: 'https://itsme.example/v3', clientId: 'visite-2', key: 'n'.repeat(43) },
}

test('it is written down who told their browser to believe other keys, which, and which it knew before', async () => {
  const audited: unknown[] = []
  const store = await openStore(':memory:', {
    onQuery({ sql, parameters: [, , , actorId, , action, details] }) {
      if (!sql.startsWith('insert into "audit"')) return
      audited.push({ actorId, action, ...(JSON.parse(String(details)) as object) })
    },
  })
  const { app, addClinic, signInStaff, origin } = await buildTestApp({ store })
  const { physicianStaff } = await addClinic()
  const headers = { origin, cookie: await signInStaff(physicianStaff.id) }
  const url = '/api/desk/itsme-keys/accepted'
  const reply = await app.inject({ method: 'POST', url, headers, payload: acceptance })
  expect(reply.statusCode).toBe(204)
  expect(audited.at(-1)).toEqual({
    actorId: physicianStaff.id,
    action: 'itsme-keys-accepted',
    ...acceptance.now,
    before: `https://itsme.example visite ${one}`,
  })
})

test('while itsme is away they are refused with its code', async () => {
  const itsme = createFakeItsme()
  itsme.refusal = new OidcFailure('unavailable', 'timeout')
  expect(await ask(itsme)).toMatchObject({ body: { code: 'itsme-unavailable' } })
})
