import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { cookieName } from '../identity/cookies.ts'
import { systemActor } from '../identity/identity.ts'
import { OidcFailure } from '../identity/oidc/failure.ts'
import { unlinkAccount } from '../identity/staff-oidc/account.ts'
import type { OwnAccess } from '../protocol/own-access.ts'
import type { Me } from '../protocol/staff.ts'
import type { StaffPage } from '../protocol/staff-oidc.ts'
import { openStore } from '../store/store.ts'
import { buildTestApp, openTestApp, type TestApp, type TestAppOptions } from '../testing/app.ts'
import type { Clinic } from '../testing/fixtures.ts'
import { createFakeStaffOidc } from '../testing/staff-oidc.ts'

const minuteMs = 60_000

const audited: { action: unknown; details: unknown }[] = []
const staffOidc = createFakeStaffOidc()
let world: TestApp & { clinic: Clinic }
let times = 0

/** One server for all: each test has a planner, addresses and subjects of its own. */
beforeAll(async () => {
  const store = await openStore(':memory:', {
    onQuery({ sql, parameters: [, , , , , action, details] }) {
      if (sql.startsWith('insert into "audit"')) audited.push({ action, details })
    },
  })
  const opened = await openTestApp({ staffOidc, store })
  world = { ...opened, clinic: await opened.addClinic() }
})
afterAll(() => world.close())

/** A planner has an account with an address; `browser` holds the cookies of a browser, as browsers do. */
async function open() {
  const time = ++times
  const address = `sofie.maes-${time}@zorgpost.example`
  const subject = (number: number) => `sub-${time}-${number}`
  const at = toInstant(world.clock.now())
  const addPlanner = async (email: string): Promise<string> => {
    const id = world.makeId()
    const staff = { id, role: 'planner', name: 'Sofie Maes', email } as const
    await world.store.write((writer) => writer.staff.add({ staff, physicianId: null, at }))
    return id
  }
  const id = await addPlanner(address)
  Object.assign(staffOidc, { answer: { subject: subject(1), email: address }, refusal: null })
  audited.length = 0
  staffOidc.answered = 0

  function browser() {
    const jar = new Map<string, string>()
    async function ask(method: 'GET' | 'POST', url: string, payload?: object, sent = [...jar]) {
      const reply = await world.app.inject({
        method,
        url,
        headers: {
          cookie: sent.map(([name, value]) => `${name}=${value}`).join('; '),
          ...(method === 'POST' && { origin: world.origin }),
        },
        ...(payload && { payload }),
      })
      for (const { name, value } of reply.cookies) {
        if (value === '') jar.delete(name)
        else jar.set(name, value)
      }
      return reply
    }
    return {
      jar,
      ask,
      start: (page: StaffPage = 'office') =>
        ask('POST', '/api/staff-oidc/start', { page, locale: 'nl' }),
      /** From another site: no cookie comes along that is `SameSite=Strict`. Returns where it leads. */
      async back(query: string): Promise<string> {
        const lax = [...jar].filter(([name]) => name.includes('staff-oidc'))
        const reply = await ask('GET', `/api/staff-oidc/callback?${query}`, undefined, lax)
        return String(reply.headers.location)
      },
      me: async () => (await ask('GET', '/api/me')).json<Partial<Me>>(),
    }
  }
  return {
    ...world,
    address,
    subject,
    id,
    addPlanner,
    browser,
    own: browser(),
    cookie: cookieName('staff', world.config.publicUrl),
    /** The address of the latest return that the provider would send. */
    answered: () => `code=c0de&state=${staffOidc.asked.at(-1)?.state ?? ''}`,
    disable: (staffId: string) => world.store.write(({ staff }) => staff.disable(staffId, at)),
    unlink: (staffId: string) =>
      world.store.write((writer) => unlinkAccount(writer, { staffId, actor: systemActor, at })),
    log: () =>
      audited.flatMap(({ action, details }): object[] =>
        String(action).startsWith('staff-')
          ? [{ action, ...(JSON.parse(String(details)) as object) }]
          : [],
      ),
  }
}

const to = (why: string, page = 'office') => `/${page}/?lang=nl&sign-in=${why}`

test('whom the provider names is signed in to the account with the address that it confirms', async () => {
  const { own, answered, id, cookie } = await open()
  expect((await own.start()).json()).toEqual({
    url: expect.stringContaining('https://login.example.be/authorize'),
  })
  expect(await own.back(answered())).toBe('/office/?lang=nl')
  expect(own.jar.get(cookie)).toBeDefined()
  expect((await own.me()).staff?.id).toBe(id)
  const { logins } = (await own.ask('GET', '/api/my-access')).json<OwnAccess>()
  expect(logins).toMatchObject([{ here: true, method: 'oidc' }])
})

test('it is written down who came, by what, and that they are linked: once', async () => {
  const { own, browser, answered, log } = await open()
  await own.start()
  await own.back(answered())
  const again = browser()
  await again.start()
  await again.back(answered())
  const signedIn = { action: 'staff-signed-in', role: 'planner', by: 'oidc' }
  const linked = { action: 'staff-oidc-linked', issuer: 'https://login.example.be' }
  const entries = log()
  expect(entries).toHaveLength(3)
  expect(entries).toEqual(expect.arrayContaining([linked, signedIn]))
})

test('everyone gets to their own page, wherever they began', async () => {
  const { own, answered, clinic, subject } = await open()
  const { email } = clinic.physicianStaff
  staffOidc.answer = { subject: subject(2), email }
  await own.start('office')
  expect(await own.back(answered())).toBe('/desk/?lang=nl')
})

test('an address is the same in capitals, but not in other letters that look like it', async () => {
  const { own, answered, addPlanner, address, subject } = await open()
  staffOidc.answer = { subject: subject(1), email: address.replace('sofie.maes', 'Sofie.MAES') }
  await own.start()
  expect(await own.back(answered())).toBe('/office/?lang=nl')
  await addPlanner('kim@zorgpost.example')
  // The sign of Kelvin, which `toLowerCase` makes a k.
  staffOidc.answer = { subject: subject(9), email: '\u212Aim@zorgpost.example' }
  await own.start()
  expect(await own.back(answered())).toBe(to('no-account'))
})

test('once linked, the account is the subject’s, whatever the provider says of its address', async () => {
  const { own, answered, id, subject } = await open()
  await own.start()
  await own.back(answered())
  for (const email of [null, 'sofie.new@zorgpost.example']) {
    staffOidc.answer = { subject: subject(1), email }
    await own.start()
    expect(await own.back(answered())).toBe('/office/?lang=nl')
  }
  expect((await own.me()).staff?.id).toBe(id)
})

test('whose account is linked is not asked for an address: a provider that would not tell it shuts nobody out', async () => {
  const { own, answered, subject, address } = await open()
  await own.start()
  await own.back(answered())
  const email = new OidcFailure('failed', 'client-refused')
  staffOidc.answer = { subject: subject(1), email }
  await own.start()
  expect(await own.back(answered())).toBe('/office/?lang=nl')
  staffOidc.answer = { subject: subject(2), email }
  await own.start()
  expect(await own.back(answered())).toBe(to('failed'))
  staffOidc.answer = { subject: subject(2), email: address }
  await own.start()
  expect(await own.back(answered())).toBe(to('no-account'))
})

describe('an account that is unlinked', () => {
  test('is found anew by its address, whatever its subject is by then; who was in it is out', async () => {
    const { own, browser, answered, id, subject, address, unlink, log } = await open()
    await own.start()
    await own.back(answered())
    expect(await unlink(id)).toBe(true)
    expect((await own.ask('GET', '/api/me')).statusCode).toBe(401)
    expect(log()).toContainEqual({ action: 'staff-oidc-unlinked', staffId: id, logins: 1 })
    staffOidc.answer = { subject: subject(2), email: address }
    const anew = browser()
    await anew.start()
    expect(await anew.back(answered())).toBe('/office/?lang=nl')
    expect((await anew.me()).staff?.id).toBe(id)
  })

  test('and disabled leaves its subject free for the one that was made instead', async () => {
    const { own, answered, id, disable, addPlanner, address, unlink } = await open()
    await own.start()
    await own.back(answered())
    await disable(id)
    const made = await addPlanner(address)
    await unlink(id)
    await own.start()
    expect(await own.back(answered())).toBe('/office/?lang=nl')
    expect((await own.me()).staff?.id).toBe(made)
  })

  test('and was linked to nobody stays as it is, and nothing is written down', async () => {
    const { id, unlink, log } = await open()
    expect(await unlink(id)).toBe(false)
    expect(log()).toEqual([])
  })
})

test('the login that the browser had ends with the new one', async () => {
  const { own, answered, cookie } = await open()
  await own.start()
  await own.back(answered())
  const before = own.jar.get(cookie)
  await own.start()
  await own.back(answered())
  expect(own.jar.get(cookie)).not.toBe(before)
  const sent: [string, string][] = [[cookie, before ?? '']]
  expect((await own.ask('GET', '/api/me', undefined, sent)).statusCode).toBe(401)
})

describe('nobody is signed in', () => {
  test('whose address is not confirmed', async () => {
    const { own, answered, cookie, subject } = await open()
    staffOidc.answer = { subject: subject(1), email: null }
    await own.start()
    expect(await own.back(answered())).toBe(to('email-not-confirmed'))
    expect(own.jar.has(cookie)).toBe(false)
  })

  test('who has no account: none is made', async () => {
    const { own, answered, store, subject } = await open()
    const before = await store.read.staff.list()
    staffOidc.answer = { subject: subject(1), email: 'nobody@zorgpost.example' }
    await own.start()
    expect(await own.back(answered())).toBe(to('no-account'))
    expect(await store.read.staff.list()).toEqual(before)
  })

  test('whose address an employer’s contact has', async () => {
    const { own, answered, addContact, clinic, subject } = await open()
    await addContact(clinic.employer.id, 'els.baert@meridiaan.example')
    staffOidc.answer = { subject: subject(1), email: 'els.baert@meridiaan.example' }
    await own.start()
    expect(await own.back(answered())).toBe(to('no-account'))
  })

  test('whose address two accounts have', async () => {
    const { own, answered, addPlanner, address } = await open()
    await addPlanner(address)
    await own.start()
    expect(await own.back(answered())).toBe(to('no-account'))
  })

  test('who has the address of somebody who came before: that is written down', async () => {
    const { own, answered, id, log, cookie, address, subject } = await open()
    await own.start()
    await own.back(answered())
    own.jar.delete(cookie)
    staffOidc.answer = { subject: subject(2), email: address }
    await own.start()
    expect(await own.back(answered())).toBe(to('no-account'))
    expect(own.jar.has(cookie)).toBe(false)
    expect(log()).toContainEqual({
      action: 'staff-oidc-refused',
      staffId: id,
      why: 'other-subject',
    })
  })

  test('whose account is disabled, linked or not; another with the same address is not theirs either', async () => {
    const { own, answered, id, disable, addPlanner, log, address } = await open()
    await own.start()
    await own.back(answered())
    await disable(id)
    await own.start()
    expect(await own.back(answered())).toBe(to('no-account'))
    expect(log()).toContainEqual({ action: 'staff-oidc-refused', staffId: id, why: 'disabled' })
    await addPlanner(address)
    await own.start()
    expect(await own.back(answered())).toBe(to('no-account'))
  })

  test('by an account that was disabled before anybody came by it', async () => {
    const { own, answered, id, disable } = await open()
    await disable(id)
    await own.start()
    expect(await own.back(answered())).toBe(to('no-account'))
  })
})

describe('a return', () => {
  test('is used once', async () => {
    const { own, answered } = await open()
    await own.start()
    await own.back(answered())
    expect(await own.back(answered())).toBe('/desk/?sign-in=again')
  })

  test('whose state nobody was given leads nowhere, and is counted', async () => {
    const staffOidc = createFakeStaffOidc()
    const { app } = await buildTestApp({ staffOidc, limits: { badLinksPerMinute: 2 } })
    const statusOf = async (query: string) =>
      (await app.inject({ url: `/api/staff-oidc/callback?${query}` })).statusCode
    const queries = ['', 'code=c0de&state=wrong', `state=${'x'.repeat(512)}`]
    expect(await Promise.all(queries.map(statusOf))).toEqual([303, 303, 429])
    expect(staffOidc.answered).toBe(0)
  })

  test('after ten minutes comes too late, and the provider is not asked', async () => {
    const { own, answered, clock } = await open()
    await own.start()
    clock.advance(10 * minuteMs)
    expect(await own.back(answered())).toBe('/desk/?sign-in=again')
    expect(staffOidc.answered).toBe(0)
  })

  test('to another browser signs nobody in there, nor later in the first', async () => {
    const { own, browser, answered, cookie } = await open()
    await own.start()
    const other = browser()
    expect(await other.back(answered())).toBe(to('other-browser'))
    expect(other.jar.has(cookie)).toBe(false)
    expect(await own.back(answered())).toBe('/desk/?sign-in=again')
    expect(staffOidc.answered).toBe(0)
  })

  test('that another site makes up breaks no sign-in under way', async () => {
    const { own, browser, answered } = await open()
    const other = browser()
    await other.start()
    const theirs = answered()
    await own.start()
    expect(await own.back('code=c0de&state=made-up')).toBe('/desk/?sign-in=again')
    expect(await own.back(theirs)).toBe(to('other-browser'))
    expect(await own.back(answered())).toBe('/office/?lang=nl')
  })

  test('of somebody else cannot be given to a browser that went there itself', async () => {
    const { own, browser, answered, cookie } = await open()
    const victim = browser()
    await victim.start()
    await own.start()
    expect(await victim.back(answered())).toBe(to('other-browser'))
    expect(victim.jar.has(cookie)).toBe(false)
  })

  test('is not one from itsme, nor the other way round', async () => {
    const { own, answered, app } = await open()
    await own.start()
    const asItsme = await app.inject({ url: `/api/itsme/callback?${answered()}` })
    expect(asItsme.headers.location).toBe('/worker/?itsme=again')
    // It was not spent there.
    expect(await own.back(answered())).toBe('/office/?lang=nl')
    expect(staffOidc.answered).toBe(1)
  })

  test('ends at an address of ours, whatever comes in its query', async () => {
    const { own, answered } = await open()
    await own.start()
    const evil = encodeURIComponent('https://evil.example/')
    expect(await own.back(`${answered()}&page=${evil}&lang=${evil}&url=${evil}`)).toBe(
      '/office/?lang=nl',
    )
  })

  test.each(['cancelled', 'again', 'unavailable', 'failed'] as const)(
    'that comes to "%s" is told, and signs nobody in',
    async (kind) => {
      const { own, answered, cookie } = await open()
      staffOidc.answer = new OidcFailure(kind, 'reason')
      await own.start()
      expect(await own.back(answered())).toBe(to(kind))
      expect(own.jar.has(cookie)).toBe(false)
    },
  )
})

test('while the provider is down, the start says so and leaves nothing behind', async () => {
  const { own } = await open()
  staffOidc.refusal = new OidcFailure('unavailable', 'network')
  const reply = await own.start()
  expect(reply.json()).toMatchObject({ code: 'own-sign-in-unavailable' })
  expect(reply.cookies).toEqual([])
})

test('the cookie of the way comes along from another site’s page; that of the login does not', async () => {
  const { own, answered } = await open()
  expect((await own.start()).cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax' }])
  const reply = await own.ask('GET', `/api/staff-oidc/callback?${answered()}`)
  const login = reply.cookies.filter(({ name }) => name.startsWith('visite-staff-8'))
  expect(login).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }])
})

test('without the setting there is no such way, and no page offers it', async () => {
  const offered = async (options: TestAppOptions) => {
    const { app, origin } = await buildTestApp(options)
    const service = (await app.inject({ url: '/api/service' })).json<object>()
    const url = '/api/staff-oidc/start'
    const payload = { page: 'desk', locale: 'nl' }
    const start = await app.inject({ method: 'POST', url, headers: { origin }, payload })
    return [Reflect.get(service, 'ownSignIn'), start.statusCode]
  }
  expect(await offered({})).toEqual([true, 200])
  expect(await offered({ staffOidc: null })).toEqual([undefined, 404])
})
