/** Who may ask for what: every route that the server has, by everyone who may come. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/app.ts'

const visitors = ['nobody', 'worker', 'guest', 'physician', 'planner', 'api-key'] as const
type Visitor = (typeof visitors)[number]

const everyone: readonly Visitor[] = visitors
const office: readonly Visitor[] = ['planner', 'api-key']
const planner: readonly Visitor[] = ['planner']
const staff: readonly Visitor[] = ['physician', 'planner']
const physician: readonly Visitor[] = ['physician']
const worker: readonly Visitor[] = ['worker']
const guest: readonly Visitor[] = ['guest']

/** A route that is missing here fails the test below: deciding who may is part of adding one. */
const table: Record<string, readonly Visitor[]> = {
  'GET /api/service': everyone,
  'POST /api/call-link/look': everyone,
  'POST /api/call-link/enter': everyone,
  'POST /api/call-link/in-person': everyone,
  'POST /api/ask': everyone,
  'POST /api/call-link/ask': everyone,
  'POST /api/call-link/earlier': everyone,
  'POST /api/offer-link/look': everyone,
  'POST /api/offer-link/accept': everyone,
  'POST /api/offer-link/decline': everyone,
  'POST /api/sign-in/look': everyone,
  'POST /api/sign-in': everyone,

  'GET /api/my-appointment': worker,
  'POST /api/my-appointment/in-person': worker,
  'POST /api/my-appointment/confirm': worker,
  'POST /api/my-appointment/decline': worker,
  'GET /api/my-appointment/slots': worker,
  'POST /api/my-appointment/slot': worker,
  'GET /api/my-appointment/visits': worker,
  'POST /api/my-appointment/visit': worker,
  'POST /api/my-appointment/leave': worker,
  'PUT /api/my-appointment/call-record': worker,

  'POST /api/guest-link/look': everyone,
  'POST /api/guest-link/enter': everyone,
  'GET /api/my-seat': guest,
  'POST /api/my-seat/leave': guest,

  'GET /api/me': staff,
  'POST /api/sign-out': staff,

  'GET /api/desk/day': physician,
  'POST /api/appointments/{id}/outcome': physician,
  'GET /api/appointments/{id}/guest': physician,
  'POST /api/appointments/{id}/guest': physician,
  'POST /api/appointments/{id}/guest/revoke': physician,
  'PUT /api/appointments/{id}/call-record': physician,

  'GET /api/staff': planner,
  'POST /api/staff-links': planner,
  'GET /api/mailbox': planner,
  'GET /api/mailbox/{id}': planner,

  'GET /api/employers': office,
  'GET /api/notices': office,
  'POST /api/employers': office,
  'GET /api/sites': office,
  'POST /api/sites': office,
  'GET /api/rooms': office,
  'POST /api/rooms': office,
  'GET /api/posts': office,
  'POST /api/posts': office,
  'PUT /api/posts/{id}': office,
  'POST /api/workers/{id}/post': office,
  'GET /api/due': office,
  'POST /api/cohorts/preview': office,
  'POST /api/cohorts': office,
  'PUT /api/workers/{id}/due': office,
  'POST /api/workers/{id}/exam-done': office,
  'GET /api/remote-policy': office,
  'POST /api/remote-policy': office,
  'GET /api/physicians': office,
  'POST /api/physicians': office,
  'POST /api/physicians/{id}/languages': office,
  'GET /api/workers': office,
  'POST /api/workers': office,
  'POST /api/workers/{id}/needs-picture': office,
  'POST /api/employers/{id}/roster/preview': office,
  'POST /api/employers/{id}/roster': office,
  'GET /api/sessions': office,
  'POST /api/sessions': office,
  'POST /api/sessions/copy': office,
  'GET /api/sessions/{id}': office,
  'DELETE /api/sessions/{id}': office,
  'POST /api/sessions/{id}/fill': office,
  'POST /api/sessions/{id}/invitations': office,
  'GET /api/requests': office,
  'GET /api/requests/{id}/slots': office,
  'POST /api/requests/{id}/worker': office,
  'POST /api/requests/{id}/plan': office,
  'POST /api/requests/{id}/close': office,
  'POST /api/appointments': office,
  'GET /api/appointments/{id}': office,
  'POST /api/appointments/{id}/invitation': office,
  'GET /api/appointments/{id}/moves': office,
  'POST /api/appointments/{id}/move': office,
  'POST /api/appointments/{id}/move/undo': office,
  'POST /api/appointments/{id}/in-person': office,
  'POST /api/appointments/{id}/cancel': office,
}

let world: TestApp & { headers: Record<Visitor, () => Promise<Record<string, string>>> }

beforeAll(async () => {
  const app = await openTestApp()
  const clinic = await app.addClinic()
  const [appointment] = clinic.appointments
  const key = await app.addApiKey()
  const { origin } = app
  // A new login each time: some routes end the one that they are asked with.
  const headers = {
    'nobody': async () => ({ origin }),
    'worker': async () => ({ origin, cookie: await app.signInWorker(appointment?.id ?? '') }),
    'guest': async () => {
      const { cookie } = await app.signInGuest(appointment?.id ?? '', clinic.physicianStaff.id)
      return { origin, cookie }
    },
    'physician': async () => ({ origin, cookie: await app.signInStaff(clinic.physicianStaff.id) }),
    'planner': async () => ({ origin, cookie: await app.signInStaff(clinic.planner.id) }),
    'api-key': async () => ({ authorization: key }),
  }
  world = { ...app, headers }
})
afterAll(() => world.close())

test('every route of the server stands in the table', () => {
  const described = Object.entries(world.app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.toSorted()).toEqual(Object.keys(table).toSorted())
})

describe.each(Object.entries(table))('%s', (route, allowed) => {
  const [method = '', path = ''] = route.split(' ')
  test.each(visitors)(`for %s is ${allowed.join(', ') || 'nobody'}'s`, async (visitor) => {
    const reply = await world.app.inject({
      method: method as 'GET',
      url: path.replace('{id}', 'no-such-thing-0000'),
      headers: await world.headers[visitor](),
      // Fits no schema: whoever is let in is told so, and nothing is changed.
      ...(method === 'GET' || method === 'DELETE' ? {} : { payload: { unknown: true } }),
    })
    const refused = reply.statusCode === 401 || reply.statusCode === 403
    expect(refused).toBe(!allowed.includes(visitor))
  })
})

test('a worker’s cookie opens no page of the staff, and the other way round, when a browser has both', async () => {
  const [staffOnly, workerOnly] = await Promise.all([
    world.headers.planner(),
    world.headers.worker(),
  ])
  const both = { cookie: `${staffOnly['cookie']}; ${workerOnly['cookie']}` }
  const statusOf = async (url: string, headers: Record<string, string>) =>
    (await world.app.inject({ url, headers })).statusCode
  expect(await statusOf('/api/employers', both)).toBe(200)
  expect(await statusOf('/api/my-appointment', both)).toBe(200)
  expect(await statusOf('/api/my-appointment', staffOnly)).toBe(401)
  expect(await statusOf('/api/employers', workerOnly)).toBe(401)
})
