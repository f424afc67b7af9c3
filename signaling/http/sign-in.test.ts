import { beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../identity/identity.ts'
import { createStaffLink } from '../identity/staff-links.ts'
import type { SignInLink } from '../store/sign-in-links.ts'
import { PasskeyOrder } from '../protocol/own-access.ts'
import { buildTestApp, type TestAppOptions } from '../testing/app.ts'
import { enterWithNewPasskey, type EntranceDraft } from '../testing/passkey-entrance.ts'
import { Check } from 'typebox/value'

// Half a second on a quiet machine (measured), which the first test would wait for.
beforeAll(async () => {
  await import('@simplewebauthn/server')
}, 30_000)

const hour = 60 * 60_000
const person = { name: "Aoife O'Brien", email: 'aoife@zorgpost.example' }

async function openWorld(options: TestAppOptions = {}) {
  const world = await buildTestApp(options)
  const clinic = await world.addClinic()
  let last = 0
  const post = (url: string, payload?: object, headers: Record<string, string> = {}) =>
    world.app.inject({
      method: 'POST',
      url,
      headers: { origin: world.origin, ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
  /** With the browser's own cookie, and a passkey made where the server wants one. */
  const enter = (draft: EntranceDraft) => {
    let cookie = ''
    return enterWithNewPasskey(
      {
        origin: world.origin,
        async order(wanted) {
          const reply = await post('/api/sign-in/passkey', wanted)
          cookie = cookieOf(reply)
          const order: unknown = reply.json()
          return Check(PasskeyOrder, order) ? order : null
        },
        signIn: (wanted) => post('/api/sign-in', wanted, { cookie }),
      },
      draft,
    )
  }
  return {
    ...world,
    clinic,
    post,
    enter,
    makeLink: async (link: SignInLink, { reusable = false } = {}): Promise<string> => {
      const { url } = await createStaffLink(link, {
        store: world.store,
        clock: world.clock,
        makeToken: () => `link-${String(++last).padStart(38, '0')}`,
        publicUrl: world.origin,
        actor: systemActor,
        reusable,
      })
      return new URL(url).hash.slice(1)
    },
    me: (cookie: string) => world.app.inject({ url: '/api/me', headers: { cookie } }),
  }
}

const cookieOf = (reply: { headers: Record<string, unknown> }) =>
  String(reply.headers['set-cookie']).split(';')[0] ?? ''

describe('a sign-in link', () => {
  test('says whose it is, and looking spends nothing', async () => {
    const { enter, post, clinic, makeLink } = await openWorld()
    const { id, name } = clinic.planner
    const token = await makeLink({ kind: 'sign-in', role: 'planner', staffId: id })
    for (const _ of [1, 2]) {
      const reply = await post('/api/sign-in/look', { token })
      expect(reply.json()).toEqual({ kind: 'sign-in', name, role: 'planner', way: 'passkey' })
    }
    expect((await enter({ token })).statusCode).toBe(204)
  })

  test('signs in for twelve hours', async () => {
    const { enter, clinic, clock, makeLink, me } = await openWorld()
    const token = await makeLink({ kind: 'sign-in', role: 'planner', staffId: clinic.planner.id })
    const reply = await enter({ token })
    expect([reply.headers['set-cookie']].flat()).toContainEqual(
      expect.stringMatching(
        /^visite-staff-8080=[^;]+; Path=\/; Expires=Wed, 25 Nov 2026 00:00:00 GMT; HttpOnly; SameSite=Strict$/,
      ),
    )
    expect((await me(cookieOf(reply))).json()).toMatchObject({ staff: clinic.planner })
    clock.advance(12 * hour)
    expect((await me(cookieOf(reply))).json()).toMatchObject({ code: 'signed-out' })
  })

  test('opens once', async () => {
    const { enter, post, clinic, makeLink } = await openWorld()
    const token = await makeLink({ kind: 'sign-in', role: 'planner', staffId: clinic.planner.id })
    await enter({ token })
    for (const path of ['/api/sign-in', '/api/sign-in/look']) {
      expect((await post(path, { token })).json()).toMatchObject({ code: 'link-not-valid' })
    }
  })

  test('opens once also for two clicks at the same time', async () => {
    const { enter, clinic, makeLink } = await openWorld()
    const token = await makeLink({ kind: 'sign-in', role: 'planner', staffId: clinic.planner.id })
    const replies = await Promise.all([1, 2, 3].map(() => enter({ token })))
    expect(replies.map((reply) => reply.statusCode).toSorted((a, b) => a - b)).toEqual([
      204, 404, 404,
    ])
  })

  test('of a demonstration opens again and again', async () => {
    const { enter, clinic, makeLink } = await openWorld()
    const link = { kind: 'sign-in', role: 'planner', staffId: clinic.planner.id } as const
    const token = await makeLink(link, { reusable: true })
    for (const _ of [1, 2, 3]) {
      expect((await enter({ token })).statusCode).toBe(204)
    }
  })

  test('is worth nothing after a day', async () => {
    const { enter, clock, makeLink } = await openWorld()
    const token = await makeLink({ kind: 'enrol', role: 'planner' })
    clock.advance(24 * hour)
    const reply = await enter({ token, person })
    expect([reply.statusCode, reply.json()]).toMatchObject([404, { code: 'link-not-valid' }])
  })

  test.each([
    ['that was never made', 'x'.repeat(43)],
    ['that is empty', ''],
    ['that a mail program damaged', `${'x'.repeat(42)}=`],
    ['that is an injection', `' OR '1'='1' --${'x'.repeat(20)}`],
    ['that is far too long', 'x'.repeat(10_000)],
  ])('%s is answered as every other', async (_name, token) => {
    const { post } = await openWorld()
    for (const path of ['/api/sign-in', '/api/sign-in/look']) {
      const reply = await post(path, { token })
      expect(reply.statusCode).toBe(404)
      expect(reply.json()).toEqual({ code: 'link-not-valid', reference: expect.any(String) })
    }
  })

  test('with a name to enrol under is refused, and not spent by that', async () => {
    const { enter, clinic, makeLink } = await openWorld()
    const token = await makeLink({ kind: 'sign-in', role: 'planner', staffId: clinic.planner.id })
    const refused = await enter({ token, person })
    expect(refused.json()).toMatchObject({ code: 'invalid', at: '/person' })
    expect((await enter({ token })).statusCode).toBe(204)
  })
})

describe('enrolling', () => {
  test('as a planner makes one', async () => {
    const { enter, post, makeLink, me } = await openWorld()
    const token = await makeLink({ kind: 'enrol', role: 'planner' })
    expect((await post('/api/sign-in/look', { token })).json()).toEqual({
      kind: 'enrol',
      role: 'planner',
      way: 'passkey',
    })
    const reply = await me(cookieOf(await enter({ token, person })))
    expect(reply.json()).toMatchObject({ staff: { ...person, role: 'planner' } })
  })

  test('as a physician opens an agenda under the same name', async () => {
    const { enter, makeLink, store, app } = await openWorld()
    const token = await makeLink({ kind: 'enrol', role: 'physician' })
    const cookie = cookieOf(await enter({ token, person }))
    expect(await store.read.physicians.list()).toContainEqual(expect.objectContaining(person))
    const day = await app.inject({ url: '/api/desk/day', headers: { cookie } })
    expect(day.json()).toMatchObject({ physicianName: person.name, sessions: [] })
  })

  test('without a name is refused, and the link is not spent', async () => {
    const { enter, makeLink, store } = await openWorld()
    const token = await makeLink({ kind: 'enrol', role: 'planner' })
    expect((await enter({ token })).json()).toMatchObject({
      code: 'invalid',
      at: '/person',
    })
    const before = (await store.read.staff.list()).length
    expect((await enter({ token, person })).statusCode).toBe(204)
    expect((await store.read.staff.list()).length).toBe(before + 1)
  })

  test.each([
    ['/person/email', { ...person, email: 'a@b@c' }],
    ['/person/email', { ...person, email: 'a@example.be\r\nBcc: b@example.be' }],
    ['/person/name', { ...person, name: '' }],
    ['/person/name', { ...person, name: 'a\u0000b' }],
    ['/person/role', { ...person, role: 'physician' }],
  ])('names the mistake at %s', async (at, person) => {
    const { enter, makeLink } = await openWorld()
    const token = await makeLink({ kind: 'enrol', role: 'planner' })
    const reply = await enter({ token, person })
    expect([reply.statusCode, reply.json()]).toMatchObject([400, { code: 'invalid', at }])
  })
})

describe('a planner', () => {
  test('makes a link for a new physician and sees who is there', async () => {
    const { post, app, clinic, signInStaff, origin } = await openWorld()
    const cookie = await signInStaff(clinic.planner.id)
    const made = await post('/api/staff-links', { kind: 'enrol', role: 'physician' }, { cookie })
    expect(made.json()).toEqual({
      url: expect.stringMatching(`^${origin}/desk/#`),
      expiresAt: '2026-11-25T08:00:00.000Z',
    })
    const staff = await app.inject({ url: '/api/staff', headers: { cookie } })
    expect(staff.json()).toEqual(
      expect.arrayContaining([
        { ...clinic.planner, disabled: false },
        { ...clinic.physicianStaff, disabled: false },
      ]),
    )
  })

  test('makes links that do not follow the Host header', async () => {
    const { post, clinic, signInStaff, origin } = await openWorld()
    const cookie = await signInStaff(clinic.planner.id)
    const made = await post(
      '/api/staff-links',
      { kind: 'enrol', role: 'planner' },
      { cookie, 'host': 'evil.example', 'x-forwarded-host': 'evil.example' },
    )
    expect(made.json<{ url: string }>().url.startsWith(`${origin}/office/#`)).toBe(true)
  })

  test('makes none for someone who is not there', async () => {
    const { post, clinic, signInStaff } = await openWorld()
    const cookie = await signInStaff(clinic.planner.id)
    const draft = { kind: 'sign-in', staffId: 'nobody-0000000000' }
    expect((await post('/api/staff-links', draft, { cookie })).statusCode).toBe(404)
  })
})

test('signing out ends the login on the server too', async () => {
  const { post, clinic, signInStaff, me } = await openWorld()
  const cookie = await signInStaff(clinic.planner.id)
  expect((await me(cookie)).statusCode).toBe(200)
  const reply = await post('/api/sign-out', undefined, { cookie })
  expect([reply.statusCode, reply.headers['set-cookie']]).toEqual([
    204,
    expect.stringContaining('visite-staff-8080=;'),
  ])
  expect((await me(cookie)).statusCode).toBe(401)
})
