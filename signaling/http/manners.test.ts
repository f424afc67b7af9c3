import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildTestApp, openTestApp } from '../testing/app.ts'

/** Posts raw bytes as an employer's draft: a small body behind a planner's cookie. */
async function openWorld() {
  const world = await openTestApp()
  const clinic = await world.addClinic()
  const cookie = await world.signInStaff(clinic.planner.id)
  const { app, origin } = world
  return {
    ...world,
    cookie,
    postRaw: (payload: string | Buffer, contentType: string | null = 'application/json') =>
      app.inject({
        method: 'POST',
        url: '/api/employers',
        headers: {
          cookie,
          origin,
          ...(contentType === null ? {} : { 'content-type': contentType }),
        },
        payload,
      }),
  }
}

// What is refused changes nothing, so one server serves the tables.
let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const good = `{"name":"D'Hondt & Null, 有限公司"}`

describe('a body', () => {
  test('that fits its schema is taken', async () => {
    const { postRaw } = world
    expect((await postRaw(good)).statusCode).toBe(201)
  })

  test.each([
    ['a charset', 'application/json; charset=utf-8'],
    ['upper case', 'Application/JSON'],
  ])('is taken with %s in its Content-Type', async (_name, contentType) => {
    const { postRaw } = world
    const reply = await postRaw(good.replace('Null', contentType), contentType)
    expect(reply.statusCode).toBe(201)
  })

  // Advisories of 2025 and 2026 passed schema checks with such headers: either refused, or checked as usual.
  test.each([
    ['text', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['multipart', 'multipart/form-data; boundary=x'],
    ['XML', 'application/xml'],
    ['a type that only begins alike', 'application/jsonp'],
    ['a suffix', 'application/vnd.api+json'],
    ['no type at all', null],
    ['an empty type', ''],
    ['a type without subtype', 'application/'],
    ['a tab before the parameter', 'application/json\t; charset=utf-8'],
    ['a tab', 'application/json\ta'],
    ['a leading blank', ' application/json'],
    ['a leading blank before another', ' text/plain'],
    ['two types', 'application/json, text/plain'],
    ['another charset', 'application/json; charset=utf-16'],
  ])('with %s as Content-Type never gets around its schema', async (_name, contentType) => {
    const { postRaw, store } = world
    const before = await store.read.employers.list()
    const reply = await postRaw('{"name":7,"role":"planner"}', contentType)
    expect([400, 415]).toContain(reply.statusCode)
    expect(reply.json()).toMatchObject({
      code: expect.stringMatching(/^(invalid|unsupported-media-type)$/),
    })
    expect(await store.read.employers.list()).toEqual(before)
  })

  test.each([
    ['', 400, 'invalid', undefined],
    ['{', 400, 'invalid', undefined],
    ['{"name":"a"} x', 400, 'invalid', undefined],
    ['null', 400, 'invalid', ''],
    ['[]', 400, 'invalid', ''],
    ['"name"', 400, 'invalid', ''],
    ['7', 400, 'invalid', ''],
    ['{}', 400, 'invalid', '/name'],
    ['{"name":null}', 400, 'invalid', '/name'],
    ['{"name":7}', 400, 'invalid', '/name'],
    ['{"name":["a"]}', 400, 'invalid', '/name'],
    ['{"name":""}', 400, 'invalid', '/name'],
    [`{"name":"${'a'.repeat(121)}"}`, 400, 'invalid', '/name'],
    ['{"name":"a\\u0000"}', 400, 'invalid', '/name'],
    ['{"name":"a\\r\\nBcc: b@example.be"}', 400, 'invalid', '/name'],
    ['{"name":"a","id":"mine-000000000000"}', 400, 'invalid', '/id'],
    ['{"name":"a","na/me~":1}', 400, 'invalid', '/na~1me~0'],
    ['{"name":"a","<script>alert(1)</script>":1}', 400, 'invalid', '/?script?alert?1??~1script?'],
    ['{"__proto__":{"name":"a"}}', 400, 'invalid', undefined],
    ['{"name":"a","__proto__":{"isAdmin":true}}', 400, 'invalid', undefined],
    ['{"name":"a","constructor":{"prototype":{"isAdmin":true}}}', 400, 'invalid', undefined],
    ['{"name":"a","toString":1}', 400, 'invalid', '/toString'],
    [`${'['.repeat(30_000)}${']'.repeat(30_000)}`, 400, 'invalid', ''],
    [`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 400, 'invalid', '/name'],
    [`{"name":"${'a'.repeat(70_000)}"}`, 413, 'too-large', undefined],
  ])('%# is refused with its code and place', async (payload, status, code, at) => {
    const { postRaw, store } = world
    const before = await store.read.employers.list()
    const reply = await postRaw(payload)
    expect(reply.statusCode).toBe(status)
    expect(reply.json()).toEqual({
      code,
      reference: expect.stringMatching(/^[0-9A-Z]{8}$/),
      ...(at === undefined ? {} : { at }),
    })
    expect(await store.read.employers.list()).toEqual(before)
    expect(Object.getPrototypeOf({})).not.toHaveProperty('isAdmin')
  })

  test('of bytes that are no UTF-8 is refused or stored as replacement signs, never as they came', async () => {
    const { postRaw } = world
    const payload = Buffer.from([...Buffer.from('{"name":"'), 0xff, 0xfe, ...Buffer.from('"}')])
    expect([201, 400]).toContain((await postRaw(payload)).statusCode)
  })
})

describe('a refusal', () => {
  test.each([
    ['GET', '/api/nothing'],
    ['GET', '/api/'],
    ['DELETE', '/api/me'],
    ['GET', '/api/..%2f..%2fetc%2fpasswd'],
    ['GET', '/api/me%00'],
  ] as const)('of %s %s has the shape of every other', async (method, url) => {
    const { app, origin } = world
    const reply = await app.inject({ method, url, headers: { origin } })
    expect(reply.statusCode).toBe(404)
    expect(reply.json()).toEqual({ code: 'not-found', reference: expect.any(String) })
  })

  test('of a broken address says so and nothing more', async () => {
    const { app } = world
    const reply = await app.inject('/api/%zz')
    expect(reply.statusCode).toBe(400)
    expect(reply.body).not.toContain('zz')
  })

  test('of a broken address carries the headers of every other reply', async () => {
    const { app } = world
    const [broken, usual] = [await app.inject('/api/%zz'), await app.inject('/api/nothing')]
    const manners = ({ headers }: typeof usual) => {
      const { 'date': _date, 'content-length': _length, ...rest } = headers
      return rest
    }
    expect(manners(broken)).toEqual(manners(usual))
    expect(broken.headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('of a query that does not fit names the place', async () => {
    const { app, cookie } = world
    const reply = await app.inject({
      url: '/api/sessions?from=never&until=always',
      headers: { cookie },
    })
    expect([reply.statusCode, reply.json()]).toMatchObject([
      400,
      { code: 'invalid', at: '/querystring/from' },
    ])
  })

  test('for an unforeseen error tells a stranger nothing, and the log all', async () => {
    let broken = false
    const now = () => {
      if (broken) throw new Error('the database at /var/lib/visite broke')
      return 0
    }
    const { app, log } = await buildTestApp({ clock: { now } })
    broken = true
    const headers = { cookie: 'visite-staff-8080=x' }
    const reply = await app.inject({ url: '/api/me', headers })
    expect(reply.statusCode).toBe(500)
    const { code, reference } = reply.json<{ code: string; reference: string }>()
    expect(code).toBe('internal')
    expect(reply.body).not.toMatch(/database|sqlite|\.ts/i)
    expect(log.some((line) => line.includes(reference) && line.includes('stack'))).toBe(true)
  })

  test('for too many requests is the same for every path', async () => {
    const limits = { requestsPerMinute: 3, badLinksPerMinute: 20 }
    const { app } = await buildTestApp({ limits })
    const paths = ['/api/service', '/api/me', '/nowhere', '/api/service', '/api/nowhere', '/x']
    const codes: number[] = []
    for (const url of paths) codes.push((await app.inject(url)).statusCode)
    expect(codes).toEqual([200, 401, 404, 429, 429, 429])
    expect((await app.inject('/healthz')).statusCode).toBe(200)
  })
})

describe('the peer’s address', () => {
  const ask = async (trustedProxy: string | null) => {
    const limits = { requestsPerMinute: 2, badLinksPerMinute: 20 }
    const { app } = await buildTestApp({ limits, config: { trustedProxy } })
    const codes: number[] = []
    for (const number of [1, 2, 3]) {
      const reply = await app.inject({
        url: '/api/service',
        remoteAddress: '10.0.0.1',
        headers: { 'x-forwarded-for': `203.0.113.${number}` },
      })
      codes.push(reply.statusCode)
    }
    return codes
  }

  test('is the connection’s, whatever a header claims', async () => {
    expect(await ask(null)).toEqual([200, 200, 429])
  })

  test('is the connection’s also when another proxy is trusted', async () => {
    expect(await ask('10.0.0.2')).toEqual([200, 200, 429])
  })

  test('is the forwarded one when the trusted proxy forwards it', async () => {
    expect(await ask('10.0.0.1')).toEqual([200, 200, 200])
  })
})
