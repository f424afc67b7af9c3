import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { cookieName } from '../identity/cookies.ts'
import { systemActor } from '../identity/identity.ts'
import { OidcFailure } from '../identity/oidc/failure.ts'
import { SecretsError } from '../identity/secrets.ts'
import type { MyAppointment } from '../protocol/my-appointment.ts'
import { buildTestApp } from '../testing/app.ts'
import { createFakeItsme, sampleIdToken } from '../testing/itsme.ts'

const minuteMs = 60_000

/** A worker who came in by the link, and whose waiting room is open; `browser` holds the cookies of a browser, as browsers do. */
async function open() {
  const itsme = createFakeItsme()
  const world = await buildTestApp({ itsme })
  const sessionStart = toInstant(world.clock.now())
  const clinic = await world.addClinic({ sessionStart, appointments: 2 })
  const [id = '', otherId = ''] = clinic.appointments.map((each) => each.id)
  const [worker] = clinic.workers
  if (worker === undefined) throw new Error('no worker')
  const { firstName: givenName, lastName: familyName, birthDate } = worker
  itsme.answer = { givenName, familyName, birthDate }

  function browser(cookie = '') {
    const jar = new Map(cookie === '' ? [] : [cookie.split('=') as [string, string]])
    async function ask(method: 'GET' | 'POST', url: string, payload?: object) {
      const reply = await world.app.inject({
        method,
        url,
        headers: {
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
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
      start: (body: object = {}) =>
        ask('POST', '/api/identification/itsme', { locale: 'fr', ...body }),
      /** Back from itsme, with what it adds to the address. */
      back: (query: string) => ask('GET', `/api/itsme/callback?${query}`),
      mine: async () => (await ask('GET', '/api/my-appointment')).json<MyAppointment>(),
      takesToken: () => ask('POST', '/api/identification/itsme/token'),
    }
  }
  const own = browser(await world.signInWorker(id))
  return {
    ...world,
    itsme,
    id,
    otherId,
    own,
    browser,
    workerCookie: cookieName('worker', world.config.publicUrl),
    /** Withdraws the links that were sent. */
    revoke: () => {
      const deed = { at: toInstant(world.clock.now()), actor: systemActor }
      return world.store.write((writer) => writer.appointments.revokeLinks(id, deed))
    },
    /** The address of the latest return that itsme would send. */
    answered: () => `code=c0de&state=${itsme.asked.at(-1)?.state ?? ''}`,
    /** Of the server's log. */
    lines: world.log,
    log: async () =>
      (await world.store.read.audit.ofAppointment(id))
        .map(({ action, details }) => ({ action, ...details }))
        .filter(({ action }) => action.includes('identifi')),
  }
}

const to = (outcome: string, lang = 'fr') => `/worker/?lang=${lang}&itsme=${outcome}`

test('who comes back as the right person is in, with another cookie', async () => {
  const { own, answered, workerCookie, log } = await open()
  expect((await own.mine()).identify).toEqual(['code', 'card'])
  const before = own.jar.get(workerCookie)
  expect((await own.start()).json()).toEqual({ url: 'https://itsme.example/authorization?n=1' })
  const reply = await own.back(answered())
  expect(reply.statusCode).toBe(303)
  expect(reply.headers.location).toBe(to('identified'))
  expect(own.jar.get(workerCookie)).not.toBe(before)
  const mine = await own.mine()
  expect(mine.identify).toBeUndefined()
  expect(mine.provenName).toBe('Jan')
  expect(await log()).toMatchObject([
    { action: 'worker-identified', method: 'itsme', familyName: 'same', birthDate: 'same' },
  ])
})

test('the cookie of before is worth nothing after it', async () => {
  const { own, browser, answered, workerCookie } = await open()
  const thief = browser(`${workerCookie}=${own.jar.get(workerCookie) ?? ''}`)
  await own.start()
  await own.back(answered())
  expect((await thief.ask('GET', '/api/my-appointment')).statusCode).toBe(401)
})

test('a return is used once', async () => {
  const { own, answered } = await open()
  await own.start()
  await own.back(answered())
  expect((await own.back(answered())).headers.location).toBe('/worker/?itsme=again')
})

test('a return whose state nobody was given leads nowhere', async () => {
  const { own, itsme } = await open()
  await own.start()
  for (const query of ['', 'code=c0de', 'code=c0de&state=wrong', `state=${'x'.repeat(512)}`]) {
    expect((await own.back(query)).headers.location).toBe('/worker/?itsme=again')
  }
  expect(itsme.answered).toBe(0)
})

test('a return after ten minutes comes too late, and itsme is not asked', async () => {
  const { own, answered, clock, itsme } = await open()
  await own.start()
  clock.advance(10 * minuteMs)
  expect((await own.back(answered())).headers.location).toBe('/worker/?itsme=again')
  expect(itsme.answered).toBe(0)
})

test('another browser that comes back is given the link to begin anew, and nothing else', async () => {
  const { own, browser, answered, workerCookie, itsme, callLinks } = await open()
  await own.start()
  const other = browser()
  const { headers } = await other.back(answered())
  const [page, token = ''] = String(headers.location).split('#')
  expect(page).toBe(to('other-browser'))
  expect(other.jar.has(workerCookie)).toBe(false)
  expect(itsme.answered).toBe(0)
  expect(await callLinks.read(token)).toMatchObject({ linkVersion: 1 })
  // Nor can the first browser use it any more.
  expect((await own.back(answered())).headers.location).toBe('/worker/?itsme=again')
})

test('another browser is not given the new link in place of one that was withdrawn meanwhile', async () => {
  const { own, browser, answered, revoke } = await open()
  await own.start()
  await revoke()
  expect((await browser().back(answered())).headers.location).toBe(to('other-browser'))
})

test('a browser that went to itsme itself cannot be given somebody else’s return', async () => {
  const { own, browser, signInWorker, otherId, answered, itsme } = await open()
  const victim = browser(await signInWorker(otherId))
  expect((await victim.start()).statusCode).toBe(200)
  await own.start()
  const { headers } = await victim.back(answered())
  expect(headers.location).toMatch(/itsme=other-browser/)
  expect(itsme.answered).toBe(0)
  expect((await victim.mine()).identify).toBeDefined()
})

test('another person is shut out, told nothing, and noted without a name', async () => {
  const { own, answered, itsme, workerCookie, log } = await open()
  itsme.answer = { givenName: 'Somebody', familyName: 'Else', birthDate: '1990-01-15' }
  await own.start()
  const reply = await own.back(answered())
  expect(reply.headers.location).toBe(to('other-person'))
  expect(reply.body).toBe('')
  expect(own.jar.has(workerCookie)).toBe(false)
  const entries = await log()
  expect(entries).toMatchObject([{ action: 'identification-refused', why: 'other-person' }])
  expect(JSON.stringify(entries)).not.toMatch(/Somebody|Else|1990/)
})

test('too little to compare identifies nobody, and shuts nobody out', async () => {
  const { own, answered, itsme } = await open()
  itsme.answer = {}
  await own.start()
  expect((await own.back(answered())).headers.location).toBe(to('unclear'))
  expect((await own.mine()).identify).toBeDefined()
})

test.each([
  ['cancelled', 'cancelled'],
  ['again', 'again'],
  ['unavailable', 'itsme-unavailable'],
  ['failed', 'failed'],
] as const)('an answer that comes to "%s" is told, and identifies nobody', async (kind, told) => {
  const { own, answered, itsme, log } = await open()
  itsme.answer = new OidcFailure(kind, 'reason')
  await own.start()
  expect((await own.back(answered())).headers.location).toBe(to(told))
  expect((await own.mine()).identify).toBeDefined()
  expect(await log()).toEqual([])
})

test('while itsme is down, the start says so and leaves nothing behind', async () => {
  const { own, itsme } = await open()
  itsme.refusal = new OidcFailure('unavailable', 'network')
  const reply = await own.start()
  expect(reply.json()).toMatchObject({ code: 'itsme-unavailable' })
  expect(reply.cookies).toEqual([])
})

test('where our own keys are at fault, people take another way, and the administrator reads what to do', async () => {
  const { own, answered, itsme, lines } = await open()
  await own.start()
  const fault = new SecretsError('itsme.json can be read by others: run chmod 600 on it.')
  itsme.answer = fault
  expect((await own.back(answered())).headers.location).toBe(to('failed'))
  itsme.refusal = fault
  expect((await own.start()).json()).toMatchObject({ code: 'itsme-unavailable' })
  expect(lines.filter((line) => line.includes('run chmod 600'))).toHaveLength(2)
})

test('a link that was withdrawn meanwhile is not revived by itsme', async () => {
  const { own, answered, revoke, itsme } = await open()
  await own.start()
  await revoke()
  expect((await own.back(answered())).headers.location).toBe(to('again'))
  expect(itsme.answered).toBe(0)
})

test('nor one that is withdrawn while itsme is asked', async () => {
  const { own, answered, revoke, itsme, log } = await open()
  await own.start()
  const answerFrom = itsme.answerFrom.bind(itsme)
  itsme.answerFrom = async (query, checks) => {
    await revoke()
    return answerFrom(query, checks)
  }
  expect((await own.back(answered())).headers.location).toBe(to('again'))
  expect(itsme.answered).toBe(1)
  expect(await log()).toEqual([])
  expect((await own.ask('GET', '/api/my-appointment')).statusCode).toBe(401)
})

test('the address at which a return ends is ours, whatever comes in its query', async () => {
  const { own, itsme } = await open()
  await own.start()
  const evil = encodeURIComponent('https://evil.example/')
  const query = `state=${itsme.asked[0]?.state}&redirect_uri=${evil}&lang=${evil}&itsme=${evil}&url=${evil}`
  expect((await own.back(`code=c0de&${query}`)).headers.location).toBe(to('identified'))
})

test('the cookie of the way comes along from another site’s page; a worker’s does not', async () => {
  const { own, answered } = await open()
  const { cookies } = await own.start()
  expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax' }])
  const after = (await own.back(answered())).cookies.filter(({ value }) => value !== '')
  expect(after).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }])
})

test('the nonce commits to what the page was given to hold to', async () => {
  const { own, itsme } = await open()
  const commitment = createHash('sha256').update('a public key').digest('base64url')
  const { nonceSeed } = (await own.start({ commitment })).json<{ nonceSeed: string }>()
  const hash = createHash('sha256')
  for (const part of [nonceSeed, commitment]) hash.update(Buffer.from(part, 'base64url'))
  expect(itsme.asked[0]?.nonce).toBe(hash.digest('base64url'))
})

test('what itsme signed is for the page of the person it names: once', async () => {
  const { own, answered } = await open()
  await own.start()
  await own.back(answered())
  const reply = await own.takesToken()
  expect(reply.json()).toEqual({ idToken: sampleIdToken })
  expect(reply.headers['cache-control']).toBe('no-store')
  expect((await own.takesToken()).json()).toMatchObject({ code: 'not-found' })
})

test('what itsme signed is for nobody else, and for no longer than the login', async () => {
  const { own, browser, signInWorker, otherId, answered, clock, id } = await open()
  await own.start()
  await own.back(answered())
  for (const who of [otherId, id]) {
    const other = browser(await signInWorker(who))
    expect((await other.takesToken()).json()).toMatchObject({ code: 'not-found' })
  }
  clock.advance(4 * 60 * minuteMs)
  expect((await own.takesToken()).json()).toMatchObject({ code: 'signed-out' })
})

test('what itsme signed of another person is for nobody', async () => {
  const { own, answered, itsme, browser, signInWorker, id } = await open()
  itsme.answer = { givenName: 'Somebody', familyName: 'Else', birthDate: '1990-01-15' }
  await own.start()
  await own.back(answered())
  const again = browser(await signInWorker(id))
  expect((await again.takesToken()).statusCode).toBe(404)
})
