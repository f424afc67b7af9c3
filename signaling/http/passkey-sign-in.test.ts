import { Check } from 'typebox/value'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '../identity/identity.ts'
import { createStaffLink } from '../identity/staff-links.ts'
import { PasskeyOrder, PasskeyQuestion, type PasskeyUsed } from '../protocol/own-access.ts'
import { buildTestApp } from '../testing/app.ts'
import type { RateLimits } from './rate-limits.ts'
import { createAuthenticator, type AuthenticatorOptions } from '../testing/authenticator.ts'

// Half a second on a quiet machine (measured), which the first test would wait for.
beforeAll(async () => {
  await import('@simplewebauthn/server')
}, 30_000)

/** A physician with a passkey of their own, and a browser that keeps its cookies. */
async function openWorld(
  options: Partial<AuthenticatorOptions> = {},
  limits: Partial<RateLimits> = {},
) {
  const world = await buildTestApp({ limits })
  const { app, origin, store, clock } = world
  const clinic = await world.addClinic()
  const authenticator = createAuthenticator({ origin, ...options })

  function openBrowser(remoteAddress = '192.0.2.10') {
    const cookies = new Map<string, string>()
    return {
      cookies,
      async post(url: string, payload?: object) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const reply = await app.inject({
          method: 'POST',
          url,
          remoteAddress,
          headers: { origin, cookie, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/145.0' },
          ...(payload === undefined ? {} : { payload }),
        })
        for (const { name, value } of reply.cookies) cookies.set(name, value)
        return reply
      },
    }
  }
  const browser = openBrowser()
  let last = 0

  async function makeLink(): Promise<string> {
    const { id } = clinic.physicianStaff
    const { url } = await createStaffLink(
      { kind: 'sign-in', role: 'physician', staffId: id },
      {
        store,
        clock,
        makeToken: () => `link-${String(++last).padStart(38, '0')}`,
        publicUrl: origin,
        actor: systemActor,
      },
    )
    return new URL(url).hash.slice(1)
  }
  async function order(token: string): Promise<PasskeyOrder> {
    const reply: unknown = (await browser.post('/api/sign-in/passkey', { token })).json()
    if (!Check(PasskeyOrder, reply)) throw new Error(JSON.stringify(reply))
    return reply
  }
  async function makePasskey(with_ = authenticator) {
    const token = await makeLink()
    return browser.post('/api/sign-in', { token, passkey: with_.make(await order(token)) })
  }
  async function ask(from = browser): Promise<PasskeyQuestion> {
    const reply: unknown = (await from.post('/api/passkey-sign-in/question')).json()
    if (!Check(PasskeyQuestion, reply)) throw new Error(JSON.stringify(reply))
    return reply
  }
  return {
    ...world,
    clinic,
    authenticator,
    browser,
    openBrowser,
    makeLink,
    order,
    makePasskey,
    ask,
    codeOf: async (used: PasskeyUsed, from = browser) => {
      const reply = await from.post('/api/passkey-sign-in', used)
      return reply.statusCode === 204 ? 'signed-in' : reply.json<{ code: string }>().code
    },
  }
}

test('a passkey made with the link signs in from then on, without a name', async () => {
  const { authenticator, makePasskey, ask, codeOf, openBrowser, app, clinic } = await openWorld()
  expect((await makePasskey()).statusCode).toBe(204)
  const other = openBrowser()
  expect(await codeOf(authenticator.use(await ask(other)), other)).toBe('signed-in')
  const cookie = `visite-staff-8080=${other.cookies.get('visite-staff-8080')}`
  const me = await app.inject({ url: '/api/me', headers: { cookie } })
  expect(me.json()).toMatchObject({ staff: clinic.physicianStaff })
})

test('the link makes one passkey and no more, and is not spent by one that is not good', async () => {
  const { makeLink, order, browser, authenticator } = await openWorld()
  const token = await makeLink()
  const elsewhere = createAuthenticator({ origin: 'https://evil.example' })
  const spent = async (with_: typeof authenticator) =>
    (await browser.post('/api/sign-in', { token, passkey: with_.make(await order(token)) }))
      .statusCode
  expect(await spent(elsewhere)).toBe(401)
  expect(await spent(authenticator)).toBe(204)
  expect((await browser.post('/api/sign-in/passkey', { token })).statusCode).toBe(404)
})

test('the link alone does not sign in', async () => {
  const { makeLink, browser } = await openWorld()
  const reply = await browser.post('/api/sign-in', { token: await makeLink() })
  expect(reply.json()).toMatchObject({ code: 'invalid', at: '/passkey' })
})

test('an authenticator that did not recognise its owner makes no passkey', async () => {
  const { makePasskey } = await openWorld({ verifiesUser: false })
  expect((await makePasskey()).json()).toMatchObject({ code: 'passkey-refused' })
})

test('an authenticator that holds one already is told which, by its id alone', async () => {
  const { makePasskey, makeLink, order, ask, authenticator } = await openWorld()
  await makePasskey()
  const { known, user } = await order(await makeLink())
  expect(known).toEqual([{ id: authenticator.use(await ask()).id, transports: ['internal'] }])
  expect(user.id).not.toContain('claes')
})

test('the same credential is not taken twice', async () => {
  const { makePasskey } = await openWorld()
  await makePasskey()
  expect((await makePasskey()).json()).toMatchObject({ code: 'passkey-refused' })
})

test('a challenge is good once, even when the answer to it was not', async () => {
  const { makePasskey, authenticator, ask, codeOf } = await openWorld()
  await makePasskey()
  const used = authenticator.use(await ask())
  expect(await codeOf({ ...used, signature: `${used.signature.slice(0, -6)}AAAAAA` })).toBe(
    'passkey-refused',
  )
  expect(await codeOf(used)).toBe('passkey-refused')
})

test('a challenge is good in the browser that asked, for five minutes', async () => {
  const { makePasskey, authenticator, ask, codeOf, openBrowser, clock } = await openWorld()
  await makePasskey()
  const other = openBrowser()
  await ask(other)
  expect(await codeOf(authenticator.use(await ask()), other)).toBe('passkey-refused')
  const late = authenticator.use(await ask())
  clock.advance(5 * 60_000)
  expect(await codeOf(late)).toBe('passkey-refused')
})

test('a challenge for making a passkey signs nobody in, and the other way round', async () => {
  const { makePasskey, makeLink, order, browser, authenticator, ask, codeOf, origin } =
    await openWorld()
  await makePasskey()
  const token = await makeLink()
  const { challenge, rp } = await order(token)
  expect(await codeOf(authenticator.use({ challenge, rpId: rp.id }))).toBe('passkey-refused')
  const wrong = { ...(await order(token)), challenge: (await ask()).challenge }
  const passkey = createAuthenticator({ origin }).make(wrong)
  expect((await browser.post('/api/sign-in', { token, passkey })).statusCode).toBe(401)
})

test.each<[string, Partial<AuthenticatorOptions> & { rpId?: string }]>([
  ['on another site', { origin: 'https://evil.example' }],
  ['without its owner’s finger', { verifiesUser: false }],
  ['for another host', { rpId: 'evil.example' }],
])('a signature %s is refused', async (_name, { rpId, ...change }) => {
  const { makePasskey, ask, codeOf, authenticator } = await openWorld()
  await makePasskey()
  const asked = { ...(await ask()), ...(rpId === undefined ? {} : { rpId }) }
  expect(await codeOf(authenticator.use(asked, change))).toBe('passkey-refused')
  expect(await codeOf(authenticator.use(await ask()))).toBe('signed-in')
})

test('a passkey for another owner is refused', async () => {
  const { makePasskey, ask, codeOf, authenticator, clinic } = await openWorld()
  await makePasskey()
  const userHandle = Buffer.from(clinic.planner.id).toString('base64url')
  expect(await codeOf({ ...authenticator.use(await ask()), userHandle })).toBe('passkey-refused')
})

test('a counter that goes back is refused, told and written down', async () => {
  const { makePasskey, ask, codeOf, authenticator, browser } = await openWorld()
  await makePasskey()
  authenticator.counter = 7
  expect(await codeOf(authenticator.use(await ask()))).toBe('signed-in')
  const before = browser.cookies.get('visite-staff-8080')
  expect(await codeOf(authenticator.use(await ask()))).toBe('passkey-copied')
  expect(browser.cookies.get('visite-staff-8080')).toBe(before)
  authenticator.counter = 8
  expect(await codeOf(authenticator.use(await ask()))).toBe('signed-in')
})

test('signing in again ends the login that the browser had', async () => {
  const { makePasskey, ask, codeOf, authenticator, browser, app } = await openWorld()
  await makePasskey()
  const first = browser.cookies.get('visite-staff-8080')
  expect(await codeOf(authenticator.use(await ask()))).toBe('signed-in')
  expect(browser.cookies.get('visite-staff-8080')).not.toBe(first)
  const old = { cookie: `visite-staff-8080=${first}` }
  expect((await app.inject({ url: '/api/me', headers: old })).statusCode).toBe(401)
})

test('whoever tries passkeys is told to wait; a genuine one from the same address still signs in', async () => {
  const { makePasskey, ask, codeOf, authenticator, browser } = await openWorld(
    {},
    { badLinksPerMinute: 2 },
  )
  await makePasskey()
  const bad = async () => ({ ...authenticator.use(await ask()), id: 'bm9ib2R5LWtub3dz' })
  const codes = [await codeOf(await bad()), await codeOf(await bad()), await codeOf(await bad())]
  expect(codes).toEqual(['passkey-refused', 'passkey-refused', 'too-many-requests'])
  expect(await codeOf(authenticator.use(await ask()), browser)).toBe('signed-in')
})

test('tries are counted for a whole IPv6 network, and never for the physician whose passkey was named', async () => {
  const { makePasskey, ask, codeOf, authenticator, openBrowser } = await openWorld(
    {},
    { badLinksPerMinute: 1 },
  )
  await makePasskey()
  const tryFrom = async (address: string) => {
    const browser = openBrowser(address)
    const used = authenticator.use(await ask(browser), { verifiesUser: false })
    return codeOf(used, browser)
  }
  expect(await tryFrom('2001:db8:1:2::1')).toBe('passkey-refused')
  expect(await tryFrom('2001:db8:1:2:ffff::1')).toBe('too-many-requests')
  expect(await tryFrom('2001:db8:1:3::1')).toBe('passkey-refused')
  const home = openBrowser('2001:db8:9::1')
  expect(await codeOf(authenticator.use(await ask(home)), home)).toBe('signed-in')
})
