import { describe, expect, test } from 'vitest'
import { systemActor } from '../identity/identity.ts'
import type { AppointmentEvent } from '../rules/appointment-life.ts'
import { buildTestApp, type TestApp, type TestAppOptions } from '../testing/app.ts'
import type { Instant } from '../protocol/primitives.ts'
import { openStore } from '../store/store.ts'

const minute = 60_000

/** A worker with a link to an appointment in an hour. */
async function openWorld(options: TestAppOptions = {}) {
  const world = await buildTestApp(options)
  const clinic = await world.addClinic()
  const [appointment] = clinic.appointments
  if (appointment === undefined) throw new Error('the clinic has no appointment')
  const token = world.callLinks.tokenFor({ ...appointment, linkVersion: 1 })
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    world.app.inject({
      method: 'POST',
      url: path,
      headers: { origin: world.origin, ...headers },
      payload: body,
    })
  return { ...world, clinic, appointment, token, post }
}

type World = Awaited<ReturnType<typeof openWorld>>

const deed = ({ clock }: Pick<TestApp, 'clock'>) => ({
  actor: systemActor,
  at: new Date(clock.now()).toISOString() as Instant,
})

function change({ store, appointment, ...world }: World, event: AppointmentEvent) {
  return store.write((writer) => writer.appointments.change(appointment.id, event, deed(world)))
}

async function enter({ post, token }: World): Promise<string> {
  const reply = await post('/api/call-link/enter', { token })
  return String(reply.headers['set-cookie']).split(';')[0] ?? ''
}

describe('looking at a call link', () => {
  test('shows the appointment without the worker’s name, the exam or the employer', async () => {
    const { post, token, clinic, appointment, config } = await openWorld()
    const reply = await post('/api/call-link/look', { token })
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({
      state: 'upcoming',
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      opensAt: '2026-11-24T08:45:00.000Z',
      physicianName: clinic.physician.name,
      roomName: expect.stringContaining(clinic.room.name),
      language: 'nl',
      service: config.service,
      timeZone: 'Europe/Brussels',
      serverTime: '2026-11-24T08:00:00.000Z',
    })
    for (const secret of ['D’Hondt', 'periodic', clinic.employer.name]) {
      expect(reply.body).not.toContain(secret)
    }
  })

  test('does not tell that the worker signs or reads lips; coming in does', async () => {
    const { post, token, store, clinic, appointment } = await openWorld()
    const worker = clinic.workers.find(({ id }) => id === appointment.workerId)
    await store.write(async (writer) => {
      if (worker === undefined) throw new Error('no such worker')
      await writer.workers.update({ ...worker, needsPicture: true }, appointment.startsAt)
    })
    const looked = await post('/api/call-link/look', { token })
    expect(looked.body).not.toContain('needsPicture')
    const entered = await post('/api/call-link/enter', { token })
    expect(entered.json()).toMatchObject({ needsPicture: true })
  })

  test('changes nothing and gives no cookie, however often a mail scanner does it', async () => {
    const { post, token, store, appointment } = await openWorld()
    const before = await store.read.audit.verify()
    for (let times = 0; times < 3; times += 1) {
      expect((await post('/api/call-link/look', { token })).headers['set-cookie']).toBeUndefined()
    }
    expect(await store.read.audit.verify()).toEqual(before)
    expect((await store.read.appointments.get(appointment.id))?.status).toBe('planned')
  })

  test('tells that the appointment became a visit in person', async () => {
    const world = await openWorld()
    await change(world, { type: 'prefer-in-person' })
    const reply = await world.post('/api/call-link/look', { token: world.token })
    expect(reply.json()).toMatchObject({ state: 'in-person' })
  })

  test('tells that the appointment was cancelled', async () => {
    const world = await openWorld()
    await change(world, { type: 'cancel' })
    const reply = await world.post('/api/call-link/look', { token: world.token })
    expect(reply.json()).toMatchObject({ state: 'over' })
  })
})

describe('a link that opens nothing', () => {
  const bad: [string, (world: World) => string | Promise<string>][] = [
    [
      'unknown',
      ({ callLinks, appointment }) =>
        callLinks.tokenFor({ ...appointment, id: 'appointment-of-nobody', linkVersion: 1 }),
    ],
    [
      'of an older version',
      async (world) => {
        await world.store.write((writer) =>
          writer.appointments.revokeLinks(world.appointment.id, deed(world)),
        )
        return world.token
      },
    ],
    [
      'of a version that never was',
      ({ callLinks, appointment }) => callLinks.tokenFor({ ...appointment, linkVersion: 2 }),
    ],
    [
      'expired',
      (world) => {
        world.clock.advance(14 * 60 * minute)
        return world.token
      },
    ],
    ['cut off', ({ token }) => token.slice(0, -5)],
    ['with the full stop of its sentence', ({ token }) => `${token}.`],
    ['with a bracket', ({ token }) => `${token}>`],
    ['with an equals sign', ({ token }) => `${token}=`],
    ['with a line break', ({ token }) => `${token.slice(0, 60)}\r\n${token.slice(60)}`],
    ['empty', () => ''],
    ['far too long', ({ token }) => token + 'A'.repeat(5000)],
    ['no token', () => '../../etc/passwd'],
    ['an injection', () => `' OR 1=1 --`],
  ]

  test.each(bad)('%s is answered as every other', async (_name, make) => {
    const world = await openWorld()
    const token = await make(world)
    for (const path of ['look', 'enter', 'in-person']) {
      const reply = await world.post(`/api/call-link/${path}`, { token })
      expect(reply.statusCode).toBe(404)
      expect(reply.json()).toEqual({ code: 'link-not-valid', reference: expect.any(String) })
      expect(reply.headers['set-cookie']).toBeUndefined()
    }
  })

  test('is told to wait after twenty in a minute; a genuine one from the same office still opens', async () => {
    const limits = { requestsPerMinute: 1000, badLinksPerMinute: 20 }
    const world = await openWorld({ limits })
    const guess = 'x'.repeat(40)
    const look = (token: string) => world.post('/api/call-link/look', { token })
    const codes: number[] = []
    for (let tries = 0; tries < 22; tries += 1) codes.push((await look(guess)).statusCode)
    expect(codes).toEqual([...Array.from({ length: 20 }, () => 404), 429, 429])
    expect((await look(guess)).json()).toMatchObject({ code: 'too-many-requests' })
    expect((await look(world.token)).statusCode).toBe(200)
    expect((await world.post('/api/call-link/enter', { token: world.token })).statusCode).toBe(200)
  })

  test('is counted for a whole IPv6 network', async () => {
    const world = await openWorld({ limits: { requestsPerMinute: 1000, badLinksPerMinute: 2 } })
    const from = (remoteAddress: string) =>
      world.app.inject({
        method: 'POST',
        url: '/api/call-link/look',
        headers: { origin: world.origin },
        payload: { token: 'x'.repeat(40) },
        remoteAddress,
      })
    await from('2001:db8:1:2::1')
    await from('2001:db8:1:2:ffff::1')
    expect((await from('2001:db8:1:2:1234:5678:9abc:def0')).statusCode).toBe(429)
    expect((await from('2001:db8:1:3::1')).statusCode).toBe(404)
  })

  test('that is good costs nothing, so that colleagues do not lock each other out', async () => {
    const { post, token } = await openWorld({
      limits: { requestsPerMinute: 1000, badLinksPerMinute: 2 },
    })
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await post('/api/call-link/look', { token })).statusCode).toBe(200)
    }
  })
})

describe('entering by a call link', () => {
  test('gives the browser a cookie that opens the worker’s page', async () => {
    const world = await openWorld()
    const reply = await world.post('/api/call-link/enter', { token: world.token })
    expect(reply.statusCode).toBe(200)
    const cookie = String(reply.headers['set-cookie'])
    expect(cookie).toMatch(
      /^visite-worker-8080=[^;]+; Path=\/; Expires=Tue, 24 Nov 2026 14:15:00 GMT; HttpOnly; SameSite=Strict$/,
    )
    const mine = await world.app.inject({
      url: '/api/my-appointment',
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    expect(mine.json()).toEqual(reply.json())
  })

  test('in the very minute in which the clock gave them up is coming after all', async () => {
    const store = await openStore(':memory:')
    let meanwhile = async () => {}
    const world = await openWorld({
      store: {
        ...store,
        write: async (work) => {
          const first = meanwhile
          meanwhile = async () => {}
          await first()
          return store.write(work)
        },
      },
    })
    await change(world, { type: 'invite' })
    world.clock.set('2026-11-24T09:07:00.000Z')
    // After the link was read, before the login is stored.
    meanwhile = () =>
      store.write(async ({ appointments }) => {
        await appointments.change(world.appointment.id, { type: 'no-answer' }, deed(world))
      })
    const reply = await world.post('/api/call-link/enter', { token: world.token })
    expect(reply.json()).toMatchObject({ state: 'open' })
    const after = await store.read.appointments.get(world.appointment.id)
    expect(after?.status).toBe('invited')
    const log = await store.read.audit.ofAppointment(world.appointment.id)
    expect(log.map(({ action }) => action)).toContain('waiting-given-up')
  })

  test('over https gives a cookie that no other host of the domain can set', async () => {
    const publicUrl = 'https://visite.example.be'
    const { post, token } = await openWorld({ config: { publicUrl } })
    const reply = await post('/api/call-link/enter', { token })
    expect(reply.headers['set-cookie']).toMatch(/^__Host-visite-worker=.*; Path=\/;.*; Secure;/)
    expect(reply.headers['set-cookie']).not.toContain('Domain')
  })

  test('stores the cookie’s hash alone', async () => {
    const world = await openWorld()
    const value = (await enter(world)).split('=')[1] ?? ''
    const login = await world.store.read.logins.worker(value, deed(world).at)
    expect(login).toBeNull()
  })

  test('of an appointment that is over gives no cookie', async () => {
    const world = await openWorld()
    world.clock.set('2026-11-24T10:15:00.000Z')
    const reply = await world.post('/api/call-link/enter', { token: world.token })
    expect(reply.json()).toMatchObject({ state: 'over' })
    expect(reply.headers['set-cookie']).toBeUndefined()
  })

  test('ends by itself an hour after the appointment', async () => {
    const world = await openWorld()
    const cookie = await enter(world)
    world.clock.set('2026-11-24T10:15:00.000Z')
    const reply = await world.app.inject({ url: '/api/my-appointment', headers: { cookie } })
    expect([reply.statusCode, reply.json()]).toMatchObject([401, { code: 'signed-out' }])
  })

  test('ends when the link is revoked', async () => {
    const world = await openWorld()
    const cookie = await enter(world)
    await world.store.write((writer) =>
      writer.appointments.revokeLinks(world.appointment.id, deed(world)),
    )
    const reply = await world.app.inject({ url: '/api/my-appointment', headers: { cookie } })
    expect(reply.statusCode).toBe(401)
  })

  test('ends when the worker leaves the device', async () => {
    const world = await openWorld()
    const cookie = await enter(world)
    const left = await world.post('/api/my-appointment/leave', {}, { cookie })
    expect(left.statusCode).toBe(204)
    expect(left.headers['set-cookie']).toContain('visite-worker-8080=;')
    expect(left.headers['clear-site-data']).toBe('"cache", "storage"')
    const reply = await world.app.inject({ url: '/api/my-appointment', headers: { cookie } })
    expect(reply.statusCode).toBe(401)
  })
})

describe('preferring a visit in person', () => {
  test('before entering, by the link', async () => {
    const { post, token, store, appointment } = await openWorld()
    const reply = await post('/api/call-link/in-person', { token })
    expect(reply.json()).toMatchObject({ state: 'in-person' })
    const audit = await store.read.audit.ofAppointment(appointment.id)
    expect(audit.at(-1)).toMatchObject({
      action: 'in-person-preferred',
      actor: { kind: 'worker', id: appointment.id },
    })
  })

  test('after entering, by the cookie', async () => {
    const world = await openWorld()
    const cookie = await enter(world)
    const reply = await world.post('/api/my-appointment/in-person', {}, { cookie })
    expect(reply.json()).toMatchObject({ state: 'in-person' })
  })

  test('twice is once', async () => {
    const { post, token, store } = await openWorld()
    await post('/api/call-link/in-person', { token })
    const before = await store.read.audit.verify()
    expect((await post('/api/call-link/in-person', { token })).statusCode).toBe(200)
    expect(await store.read.audit.verify()).toEqual(before)
  })

  test('is refused once the appointment was completed', async () => {
    const world = await openWorld()
    await change(world, { type: 'record-outcome', outcome: 'done-by-video', workerCame: true })
    const reply = await world.post('/api/call-link/in-person', { token: world.token })
    expect([reply.statusCode, reply.json()]).toMatchObject([409, { code: 'transition-refused' }])
  })
})
