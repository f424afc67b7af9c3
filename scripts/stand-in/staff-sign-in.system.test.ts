/** Staff sign in by a real OpenID Connect provider, and whatever else comes back from it does not. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemClock, toInstant } from '../../signaling/clock.ts'
import { createStaffOidc } from '../../signaling/identity/staff-oidc/client.ts'
import { openTestApp, type TestApp } from '../../signaling/testing/app.ts'
import type { ServedProvider } from './serve-provider.ts'
import { startStaffProvider, type Colleague } from './staff-provider.ts'

const secret = 'a-secret-of-more-than-32-characters'
const publicUrl = 'http://localhost:8080'
let people: readonly Colleague[] = []
let provider: ServedProvider
/** As itsme may be: another one, on the same machine. */
let another: ServedProvider
let world: TestApp
let times = 0

beforeAll(async () => {
  const options = { publicUrl, secret, people: () => people }
  provider = await startStaffProvider(options)
  another = await startStaffProvider(options)
  const { issuer, clientId } = provider
  const config = { issuer, clientId, secretFile: '' }
  const staffOidc = createStaffOidc({ config, secret, publicUrl, clock: systemClock })
  world = await openTestApp({ staffOidc })
})
afterAll(async () => {
  await world.close()
  await provider.close()
  await another.close()
})

let email = ''
beforeEach(async () => {
  email = `sofie-${++times}@zorgpost.example`
  people = [{ id: `sofie-${times}`, email, isVerified: true }]
  const staff = { id: world.makeId(), role: 'planner', name: 'Sofie Maes', email } as const
  const at = toInstant(world.clock.now())
  await world.store.write((writer) => writer.staff.add({ staff, physicianId: null, at }))
})

/** A browser: it keeps the cookies of both sites, and follows the provider as far as the address of Visite. */
function openBrowser() {
  const ours = new Map<string, string>()
  const theirs = new Map<string, string>()
  const sent = (jar: ReadonlyMap<string, string>) =>
    [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  async function follow(url: string, init: RequestInit = {}): Promise<Response> {
    const reply = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie: sent(theirs) },
    })
    for (const cookie of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      theirs.set(name, value)
    }
    return reply
  }

  return {
    /** Returns the address of the provider. */
    async starts(): Promise<string> {
      const reply = await world.app.inject({
        method: 'POST',
        url: '/api/staff-oidc/start',
        headers: { origin: world.origin, cookie: sent(ours) },
        payload: { page: 'office', locale: 'nl' },
      })
      for (const { name, value } of reply.cookies) ours.set(name, value)
      return reply.json<{ url: string }>().url
    },
    /** Says who they are there, or nothing. Returns the address at which the provider sends them back. */
    async names(address: string, person: string | null = people[0]?.id ?? ''): Promise<URL> {
      let reply = await follow(address)
      let next = reply.headers.get('location') ?? ''
      while (!next.startsWith(publicUrl)) {
        const url = new URL(next, address).href
        const body = new URLSearchParams(person === null ? {} : { person })
        reply = await follow(url, url.includes('/choose/') ? { method: 'POST', body } : {})
        next = reply.headers.get('location') ?? publicUrl
      }
      return new URL(next)
    },
    /** Returns where Visite sends them then. */
    async comesBack({ pathname, search }: URL): Promise<string> {
      const url = pathname + search
      const reply = await world.app.inject({ url, headers: { cookie: sent(ours) } })
      for (const { name, value } of reply.cookies) ours.set(name, value)
      return String(reply.headers.location)
    },
  }
}

const isIn = '/office/?lang=nl'
const refused = (why: string) => `/office/?lang=nl&sign-in=${why}`

test('who is named there is in, by the address that it tells where it is asked for it', async () => {
  const browser = openBrowser()
  expect(await browser.comesBack(await browser.names(await browser.starts()))).toBe(isIn)
})

test('it is asked with a code challenge, and to ask anew who sits there', async () => {
  const address = new URL(await openBrowser().starts())
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: 'code',
    scope: 'openid email',
    code_challenge_method: 'S256',
    prompt: 'login',
    ui_locales: 'nl',
    redirect_uri: `${publicUrl}/api/staff-oidc/callback`,
  })
})

test('who stops there is told so', async () => {
  const browser = openBrowser()
  const back = await browser.names(await browser.starts(), null)
  expect(await browser.comesBack(back)).toBe(refused('cancelled'))
})

describe('nobody is signed in', () => {
  test('by an address that it does not confirm', async () => {
    people = people.map((person) => ({ ...person, isVerified: false }))
    const browser = openBrowser()
    const back = await browser.names(await browser.starts())
    expect(await browser.comesBack(back)).toBe(refused('email-not-confirmed'))
  })

  test('by the address of somebody else who came before', async () => {
    const first = openBrowser()
    expect(await first.comesBack(await first.names(await first.starts()))).toBe(isIn)
    people = [{ id: 'somebody-else', email, isVerified: true }]
    const second = openBrowser()
    const back = await second.names(await second.starts())
    expect(await second.comesBack(back)).toBe(refused('no-account'))
  })

  test('with another state', async () => {
    const browser = openBrowser()
    const back = await browser.names(await browser.starts())
    back.searchParams.set('state', 'x'.repeat(43))
    expect(await browser.comesBack(back)).toBe('/desk/?sign-in=again')
  })

  test('with the nonce of another way', async () => {
    const browser = openBrowser()
    const address = new URL(await browser.starts())
    address.searchParams.set('nonce', 'x'.repeat(43))
    expect(await browser.comesBack(await browser.names(address.href))).toBe(refused('failed'))
  })

  test('with a code that was used, in the same way or in another', async () => {
    const browser = openBrowser()
    const back = await browser.names(await browser.starts())
    expect(await browser.comesBack(back)).toBe(isIn)
    expect(await browser.comesBack(back)).toBe('/desk/?sign-in=again')
    const state = new URL(await browser.starts()).searchParams.get('state') ?? ''
    back.searchParams.set('state', state)
    expect(await browser.comesBack(back)).toBe(refused('again'))
  })

  test('with a code that somebody else was given', async () => {
    const thief = openBrowser()
    const stolen = (await thief.names(await thief.starts())).searchParams.get('code') ?? ''
    const browser = openBrowser()
    const back = await browser.names(await browser.starts())
    back.searchParams.set('code', stolen)
    expect(await browser.comesBack(back)).toBe(refused('again'))
  })

  test('with the answer of another provider', async () => {
    const browser = openBrowser()
    const address = (await browser.starts()).replace(provider.issuer, another.issuer)
    const back = await browser.names(address)
    expect(back.searchParams.get('iss')).toBe(another.issuer)
    expect(await browser.comesBack(back)).toBe(refused('failed'))
  })
})

test('a service that gives another secret than the provider’s is refused there', async () => {
  const { issuer, clientId } = provider
  const config = { issuer, clientId, secretFile: '' }
  const wrong = createStaffOidc({
    config,
    secret: 'another-secret-of-32-characters-more',
    publicUrl,
    clock: systemClock,
  })
  const checks = { state: 's'.repeat(43), nonce: 'n'.repeat(43), codeVerifier: 'v'.repeat(43) }
  const back = await openBrowser().names(await wrong.addressFor(checks, 'nl'))
  await expect(wrong.answerFrom(back.search.slice(1), checks)).rejects.toMatchObject({
    kind: 'failed',
  })
})
