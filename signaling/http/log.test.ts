import { expect, test } from 'vitest'
import { systemActor } from '../identity/identity.ts'
import { createStaffLink } from '../identity/staff-links.ts'
import { randomToken } from '../identity/token.ts'
import { buildTestApp } from '../testing/app.ts'

test('a whole journey leaves no token, name, address or query in the log', async () => {
  const world = await buildTestApp({ config: { logLevel: 'debug' } })
  const { app, log, origin, store, clock } = world
  const clinic = await world.addClinic()
  const [appointment] = clinic.appointments
  const [worker] = clinic.workers
  if (appointment === undefined || worker === undefined) throw new Error('an empty clinic')
  const callToken = world.callLinks.tokenFor({ ...appointment, linkVersion: 1 })
  const { url } = await createStaffLink(
    { kind: 'sign-in', role: 'planner', staffId: clinic.planner.id },
    { store, clock, makeToken: randomToken, publicUrl: origin, actor: systemActor, reusable: true },
  )
  const staffToken = new URL(url).hash.slice(1)
  const canaries = [
    callToken,
    staffToken,
    'canary',
    '203.0.113.77',
    'visite-staff',
    'visite-worker',
  ]

  const ask = async (method: 'GET' | 'POST', path: string, payload?: object, cookie = '') => {
    const reply = await app.inject({
      method,
      url: path,
      headers: { origin, cookie, 'user-agent': 'canary-agent' },
      remoteAddress: '203.0.113.77',
      ...(payload === undefined ? {} : { payload }),
    })
    const [given = ''] = String(reply.headers['set-cookie'] ?? '').split(';')
    if (given !== '') canaries.push(given.split('=')[1] ?? '')
    return given
  }

  await ask('POST', '/api/call-link/look', { token: callToken })
  const workerCookie = await ask('POST', '/api/call-link/enter', { token: callToken })
  await ask('POST', '/api/call-link/enter', { token: `${callToken}canary` })
  await ask('GET', '/api/my-appointment?token=canary', undefined, workerCookie)
  const staffCookie = await ask('POST', '/api/sign-in', { token: staffToken })
  await ask('GET', '/api/me', undefined, staffCookie)
  await ask('GET', '/api/workers?search=canary', undefined, staffCookie)
  await ask('POST', '/api/employers', { name: 'Canary NV', canary: 1 }, staffCookie)
  await ask('POST', `/api/appointments/${appointment.id}/invitation`, undefined, staffCookie)
  await ask('GET', '/worker/canary-in-a-path')
  await ask('GET', '/api/canary?canary')
  await ask('POST', '/api/my-appointment/in-person', undefined, workerCookie)

  canaries.push(worker.firstName, worker.lastName, worker.email ?? '', worker.birthDate)
  canaries.push(clinic.planner.name, clinic.physician.name, clinic.employer.name)
  const lines = log.join('').toLowerCase()
  expect(log.length).toBeGreaterThan(10)
  for (const canary of canaries.filter(Boolean)) expect(lines).not.toContain(canary.toLowerCase())
})

test('a line says who asked for what, by ids', async () => {
  const { app, log, addClinic, signInStaff } = await buildTestApp()
  const { planner } = await addClinic()
  const cookie = await signInStaff(planner.id)
  await app.inject({ url: '/api/me?x=1', headers: { cookie } })
  const line: unknown = JSON.parse(log.find((each) => each.includes('"route"')) ?? '{}')
  expect(line).toEqual({
    level: 30,
    time: expect.any(Number),
    reqId: expect.stringMatching(/^[0-9A-Z]{8}$/),
    method: 'GET',
    route: '/api/me',
    status: 200,
    ms: expect.any(Number),
    actor: { kind: 'staff', id: planner.id },
    msg: 'request',
  })
})

test('what is a secret by its name is blotted out even when someone logs it', async () => {
  const { app, log } = await buildTestApp()
  app.log.info({ token: 'canary', headers: { cookie: 'canary' }, a: { b: { sdp: 'canary' } } }, 'x')
  expect(log.at(-1)).toContain('[Redacted]')
  expect(log.join('')).not.toContain('canary')
})
