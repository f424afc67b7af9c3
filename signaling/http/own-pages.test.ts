import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/app.ts'

let world: TestApp & { cookie: string; key: string }
beforeAll(async () => {
  const app = await openTestApp({ config: { publicUrl: 'https://visite.example.be' } })
  const clinic = await app.addClinic()
  const cookie = await app.signInStaff(clinic.planner.id)
  world = { ...app, cookie, key: await app.addApiKey() }
})
afterAll(() => world.close())

let last = 0
async function change(headers: Record<string, string>): Promise<number> {
  last += 1
  const payload = { name: `Employer ${last}` }
  const reply = await world.app.inject({ method: 'POST', url: '/api/employers', headers, payload })
  return reply.statusCode
}
const own = 'https://visite.example.be'

describe('a change behind a cookie', () => {
  test('is made for our own page', async () => {
    const { cookie } = world
    expect(await change({ cookie, origin: own })).toBe(201)
    expect(await change({ cookie, 'origin': own, 'sec-fetch-site': 'same-origin' })).toBe(201)
  })

  test.each([
    ['without an Origin', {}],
    ['of a foreign page', { origin: 'https://evil.example' }],
    ['of a page without an origin', { origin: 'null' }],
    [
      'that names our Host but a foreign Origin',
      { host: 'visite.example.be', origin: 'https://evil.example' },
    ],
    [
      'whose Host claims to be the foreign page',
      { host: 'evil.example', origin: 'https://evil.example' },
    ],
    [
      'forwarded as if for the foreign page',
      {
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        'origin': 'https://evil.example',
      },
    ],
    ['that the browser calls cross-site', { 'origin': own, 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused', async (_name, headers) => {
    expect(await change({ cookie: world.cookie, ...headers })).toBe(403)
  })

  test('is refused for the reason that the code names', async () => {
    const reply = await world.app.inject({
      method: 'POST',
      url: '/api/sign-out',
      headers: { cookie: world.cookie },
    })
    expect(reply.json()).toMatchObject({ code: 'foreign-origin' })
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
    'by %s is refused also where nothing is',
    async (method) => {
      const reply = await world.app.inject({ method, url: '/api/nowhere' })
      expect(reply.statusCode).toBe(403)
    },
  )

  test('that a form of another site posts is refused', async () => {
    const reply = await world.app.inject({
      method: 'POST',
      url: '/api/employers',
      headers: {
        'cookie': world.cookie,
        'origin': 'https://evil.example',
        'content-type': 'text/plain',
      },
      payload: '{"name":"x","a":"="}',
    })
    expect(reply.statusCode).toBe(403)
  })
})

describe('a change by API key', () => {
  test('needs no Origin', async () => {
    expect(await change({ authorization: world.key })).toBe(201)
  })

  test.each([
    ['a wrong key', 'Bearer key-wrong-0000000000000000000000000000000000'],
    ['no key', 'Bearer '],
    ['another scheme', 'Basic cGxhbm5pbmc6eA=='],
    ['rubbish', 'x'.repeat(5000)],
    ['an injection', "Bearer ' OR 1=1 --00000000000000000000"],
  ])('with %s is refused, whatever cookie comes along', async (_name, authorization) => {
    expect(await change({ authorization, cookie: world.cookie, origin: own })).toBe(401)
  })

  test('is refused once the key was revoked', async () => {
    const authorization = await world.addApiKey('old')
    expect(await change({ authorization })).toBe(201)
    await world.store.write((writer) => writer.apiKeys.revoke('old', '2026-11-24T08:00:00.000Z'))
    expect(await change({ authorization })).toBe(401)
  })
})

test('no reply lets another origin read it', async () => {
  const reply = await world.app.inject({
    method: 'OPTIONS',
    url: '/api/employers',
    headers: { 'origin': 'https://evil.example', 'access-control-request-method': 'POST' },
  })
  expect(reply.statusCode).toBe(404)
  expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
})
