/** Every route that the server has, asked by everyone who may come: let in or refused as the table of routes says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../rights/matrix.ts'
import { routes } from '../rights/routes.ts'
import { openTestApp, type TestApp } from '../testing/app.ts'

const visitors = [
  'nobody',
  'worker',
  'guest',
  'physician',
  'planner',
  'api-key',
  'employer',
  'evaluator',
] as const
type Visitor = (typeof visitors)[number]

let world: TestApp & { headers: Record<Visitor, () => Promise<Record<string, string>>> }

beforeAll(async () => {
  const app = await openTestApp()
  const clinic = await app.addClinic()
  const [appointment] = clinic.appointments
  const key = await app.addApiKey()
  const contact = await app.addContact(clinic.employer.id)
  const evaluator = await app.addEvaluator()
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
    'employer': async () => ({ origin, cookie: await app.signInStaff(contact) }),
    'evaluator': async () => ({ origin, cookie: await app.signInStaff(evaluator) }),
    'api-key': async () => ({ authorization: key }),
  }
  world = { ...app, headers }
})
afterAll(() => world.close())

test('every route of the server stands in the table', () => {
  const described = Object.entries(world.app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.toSorted()).toEqual(Object.keys(routes).toSorted())
})

describe.each(Object.entries(routes))('%s', (route, allowed) => {
  const [method = '', path = ''] = route.split(' ')
  test.each(visitors)(`for %s is ${allowed.join(', ')}'s`, async (visitor) => {
    const reply = await world.app.inject({
      method: method as 'GET',
      url: path.replace('{id}', 'no-such-thing-0000'),
      headers: await world.headers[visitor](),
      // Fits no schema: whoever is let in is told so, and nothing is changed.
      ...(method === 'GET' || method === 'DELETE' ? {} : { payload: { unknown: true } }),
    })
    const refused = reply.statusCode === 401 || reply.statusCode === 403
    expect(refused).toBe(!mayAsk(visitor, allowed))
  })
})

/** What is anyone's, or asked with a link alone, looks at no login. */
function mayAsk(visitor: Visitor, allowed: readonly Role[]): boolean {
  return allowed.some((role) => role === 'anyone' || role === 'link' || role === visitor)
}

test.each(['employer', 'evaluator'] as const)(
  'an %s changes nothing but how they sign in, and of the rooms whether they are fit',
  (who) => {
    const changing = Object.entries(routes)
      .filter(([route, allowed]) => !route.startsWith('GET ') && allowed.includes(who))
      .map(([route]) => route)
    const own = /^\w+ \/api\/(sign-out|my-passkeys|my-logins)/
    expect(changing.filter((route) => !own.test(route))).toEqual(
      who === 'employer' ? ['POST /api/employer/rooms/{id}/check'] : [],
    )
  },
)

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
