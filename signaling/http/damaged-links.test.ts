/** Whatever became of a link's token on its way, the person who brings it reads one sentence. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/app.ts'

let world: TestApp
let genuine: Record<string, string>

beforeAll(async () => {
  world = await openTestApp()
  const { appointments } = await world.addClinic()
  const [{ id, endsAt } = { id: '', endsAt: '2026-01-01T00:00:00.000Z' as const }] = appointments
  genuine = {
    call: world.callLinks.tokenFor({ id, endsAt, linkVersion: 1 }),
    guest: world.guestLinks.tokenFor({ id: 'guest-of-nobody-0001', expiresAt: endsAt }),
    offer: world.offerLinks.tokenFor({ id: 'offer-of-nobody-0001', until: endsAt }),
  }
})
afterAll(() => world.close())

const paths = {
  '/api/call-link/look': 'call',
  '/api/call-link/enter': 'call',
  '/api/call-link/in-person': 'call',
  '/api/guest-link/look': 'guest',
  '/api/guest-link/enter': 'guest',
  '/api/offer-link/look': 'offer',
  '/api/offer-link/accept': 'offer',
  '/api/sign-in/look': 'staff',
  '/api/sign-in': 'staff',
  '/api/sign-in/passkey': 'staff',
} as const

const damaged: Record<string, (token: string) => string> = {
  'for something else': (token) => token,
  'with a line break': (token) => `${token.slice(0, 60)}\r\n${token.slice(60)}`,
  'with =3D': (token) => `${token}=3D`,
  'with a full stop': (token) => `${token}.`,
  'with a bracket': (token) => `${token}>`,
  'in lower case': (token) => token.toLowerCase(),
  'percent-encoded': (token) => encodeURIComponent(`${token}>`),
  'cut': (token) => token.slice(0, 50),
  'empty': () => '',
  'endless': (token) => token.repeat(50),
  'with a NUL': (token) => `${token}\0`,
  'of another alphabet': () => 'ключ'.repeat(10),
}

const cases = Object.entries(paths).flatMap(([path, kind]) =>
  Object.entries(damaged).map(([name, damage]) => ({ path, kind, name, damage })),
)

test.each(cases)('$path with a link $name', async ({ path, kind, name, damage }) => {
  const others = Object.entries(genuine).filter(([other]) => other !== kind)
  const token = name === 'for something else' ? others[0]?.[1] : genuine[kind]
  const reply = await world.app.inject({
    method: 'POST',
    url: path,
    headers: { origin: world.origin },
    payload: { token: damage(token ?? 'a'.repeat(43)) },
  })
  expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([404, 'link-not-valid'])
  expect(reply.headers['set-cookie']).toBeUndefined()
})

test('none of it reaches the log', () => {
  const lines = world.log.join('\n')
  for (const token of Object.values(genuine)) expect(lines).not.toContain(token.slice(0, 40))
})
