import { Check } from 'typebox/value'
import { beforeAll, expect, test } from 'vitest'
import { OwnAccess, PasskeyOrder } from '../protocol/own-access.ts'
import { buildTestApp } from '../testing/app.ts'
import { createAuthenticator } from '../testing/authenticator.ts'

// Half a second on a quiet machine (measured), which the first test would wait for.
beforeAll(async () => {
  await import('@simplewebauthn/server')
}, 30_000)

const minute = 60_000

/** A planner at two places, each with a browser that keeps its cookies. */
async function openWorld() {
  const world = await buildTestApp()
  const { app, origin, clock, store } = world
  const clinic = await world.addClinic()

  function openBrowser(cookie: string, agent: string) {
    const cookies = new Map([cookie.split('=') as [string, string]])
    const ask = async (
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      payload?: object,
    ) => {
      const reply = await app.inject({
        method,
        url,
        headers: {
          origin,
          'cookie': [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'user-agent': agent,
        },
        ...(payload === undefined ? {} : { payload }),
      })
      for (const { name, value } of reply.cookies) cookies.set(name, value)
      return reply
    }
    return {
      ask,
      async own(): Promise<OwnAccess> {
        const reply: unknown = (await ask('GET', '/api/my-access')).json()
        if (!Check(OwnAccess, reply)) throw new Error(JSON.stringify(reply))
        return reply
      },
      async addPasskey() {
        const order: unknown = (await ask('POST', '/api/my-passkeys/order')).json()
        if (!Check(PasskeyOrder, order)) throw new Error(JSON.stringify(order))
        const passkey = createAuthenticator({ origin }).make(order)
        const reply = await ask('POST', '/api/my-passkeys', { passkey })
        return { id: passkey.id, status: reply.statusCode }
      },
    }
  }
  const signIn = async (staffId: string, agent = 'Mozilla/5.0 (X11; Linux) Chrome/142.0') =>
    openBrowser(await world.signInStaff(staffId), agent)
  return { ...world, clinic, clock, store, signIn }
}

test('a second passkey is added, named and removed; the last one stays', async () => {
  const { signIn, clinic } = await openWorld()
  const browser = await signIn(clinic.planner.id)
  const [first, second] = [await browser.addPasskey(), await browser.addPasskey()]
  expect([first.status, second.status]).toEqual([204, 204])
  expect(
    (await browser.ask('PUT', `/api/my-passkeys/${second.id}`, { name: 'Key ring' })).statusCode,
  ).toBe(204)
  const names = (await browser.own()).passkeys.map(({ name }) => name)
  expect(names.toSorted()).toEqual(['Chrome, Linux', 'Key ring'])
  expect((await browser.ask('DELETE', `/api/my-passkeys/${first.id}`)).statusCode).toBe(204)
  const refused = await browser.ask('DELETE', `/api/my-passkeys/${second.id}`)
  expect(refused.json()).toMatchObject({ code: 'last-passkey' })
  expect((await browser.own()).passkeys).toHaveLength(1)
})

test('nobody names, removes or ends what is another’s', async () => {
  const { signIn, clinic } = await openWorld()
  const mine = await signIn(clinic.planner.id)
  const theirs = await signIn(clinic.physicianStaff.id)
  const { id } = await mine.addPasskey()
  const [login] = (await mine.own()).logins
  const replies = await Promise.all([
    theirs.ask('PUT', `/api/my-passkeys/${id}`, { name: 'x' }),
    theirs.ask('DELETE', `/api/my-passkeys/${id}`),
    theirs.ask('POST', `/api/my-logins/${login?.id}/end`),
  ])
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
  expect(await mine.own()).toMatchObject({ passkeys: [{ id }], logins: [{ here: true }] })
})

test('a passkey made for somebody else is not added to one’s own', async () => {
  const { signIn, clinic, origin } = await openWorld()
  const mine = await signIn(clinic.planner.id)
  const theirs = await signIn(clinic.physicianStaff.id)
  const order = (await mine.ask('POST', '/api/my-passkeys/order')).json<PasskeyOrder>()
  const passkey = createAuthenticator({ origin }).make(order)
  const refused = await theirs.ask('POST', '/api/my-passkeys', { passkey })
  expect(refused.json()).toMatchObject({ code: 'passkey-refused' })
})

test('one login is ended, then all others; this one goes on', async () => {
  const { signIn, clinic } = await openWorld()
  const here = await signIn(clinic.planner.id)
  const [tablet, laptop, forgotten] = [
    await signIn(clinic.planner.id),
    await signIn(clinic.planner.id),
    await signIn(clinic.planner.id),
  ]
  const lost = (await tablet.own()).logins.find((login) => login.here)
  await here.ask('POST', `/api/my-logins/${lost?.id}/end`)
  expect((await tablet.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await laptop.ask('GET', '/api/me')).statusCode).toBe(200)
  await here.ask('POST', '/api/my-logins/end-others')
  expect((await laptop.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await forgotten.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await here.own()).logins).toHaveLength(1)
})

test('a login that nobody uses ends after two hours, one that is used goes on to its twelfth', async () => {
  const { signIn, clinic, clock } = await openWorld()
  const used = await signIn(clinic.planner.id)
  const left = await signIn(clinic.planner.id)
  for (let hour = 1; hour < 12; hour += 1) {
    clock.advance(60 * minute)
    expect((await used.ask('GET', '/api/me')).statusCode).toBe(200)
    if (hour === 2) expect((await left.ask('GET', '/api/me')).statusCode).toBe(401)
  }
  expect((await used.own()).logins).toHaveLength(1)
  clock.advance(60 * minute)
  expect((await used.ask('GET', '/api/me')).statusCode).toBe(401)
})
