/**
 * Two calls at once: what the people of one ask by HTTP changes nothing of the other, and tells nothing of it. Every route
 * that a link, a worker, a guest or a physician may use has its body here; planners are everybody's.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentTextVersion } from '../../client/i18n/consents/version.ts'
import type { DeskDay } from '../protocol/desk.ts'
import { sampleCallRecord } from '../testing/call-record.ts'
import { routes } from './routes.ts'
import type { Role } from './matrix.ts'
import { heardBy, openTwoCalls, type Ids, type TwoCalls } from './two-calls.ts'

/** Null: without a body. `ids` are of the call that is none of the asker's business, `token` is their own. */
type Body = (ids: Ids, token: string) => object | null
const none: Body = () => null
const link: Body = (_ids, token) => ({ token })
const moments = { weekdays: [], parts: [] }

const bodies: Readonly<Record<string, Body>> = {
  'POST /api/call-link/look': link,
  'POST /api/call-link/enter': link,
  'POST /api/call-link/cannot-call': link,
  'POST /api/call-link/ask': (_ids, token) => ({
    token,
    language: 'nl',
    moments,
    tellEmployer: false,
  }),
  'POST /api/call-link/earlier': (_ids, token) => ({ token, wanted: true }),
  'POST /api/guest-link/look': link,
  'POST /api/guest-link/enter': link,
  'POST /api/offer-link/look': link,
  'POST /api/offer-link/accept': link,
  'POST /api/offer-link/decline': link,

  'GET /api/my-seat': none,
  'GET /api/my-appointment': none,
  'POST /api/my-appointment/come': none,
  'GET /api/my-appointment/slots': none,
  'GET /api/my-appointment/visits': none,
  'PUT /api/my-appointment/call-record': ({ callId }) => sampleCallRecord(callId),
  'POST /api/my-appointment/confirm': none,
  'POST /api/my-appointment/consents': () => ({
    company: 'alone',
    language: 'nl',
    textVersion: consentTextVersion,
  }),
  'POST /api/my-appointment/slot': ({ slotId }) => ({ slotId }),
  'POST /api/my-appointment/visit': ({ slotId }) => ({ slotId }),
  'POST /api/my-appointment/decline': none,
  'GET /api/my-appointment/offers/{id}': none,
  'POST /api/my-appointment/offers/{id}/accept': none,
  'POST /api/my-appointment/offers/{id}/decline': none,
  'POST /api/identification/itsme': () => ({ locale: 'nl' }),
  'POST /api/identification/itsme/token': none,
  'POST /api/identification/code': none,
  'POST /api/identification/code-by-sms': none,
  'POST /api/identification/code/check': () => ({ code: '000000' }),
  'POST /api/identification/card': none,

  'GET /api/desk/day': none,
  'GET /api/desk/itsme-keys': none,
  'POST /api/desk/itsme-keys/accepted': () => acceptance,
  'GET /api/appointments/{id}/guest': none,
  'POST /api/appointments/{id}/guest': () => ({ role: 'companion', name: 'Wie dan ook' }),
  'POST /api/appointments/{id}/guest/revoke': none,
  'POST /api/appointments/{id}/consents': () => ({ consent: 'video', given: false }),
  'PUT /api/appointments/{id}/call-record': ({ callId }) => sampleCallRecord(callId),
  'POST /api/appointments/{id}/safety-words': ({ callId }) => ({ callId, result: 'different' }),
  'POST /api/appointments/{id}/identity-card': none,
  'POST /api/appointments/{id}/outcome': () => ({ outcome: 'not-reached' }),

  // What ends the asker's own login or appointment comes last.
  'POST /api/call-link/in-person': link,
  'POST /api/my-appointment/in-person': none,
  'POST /api/my-seat/leave': none,
  'POST /api/my-appointment/leave': none,
}

const provider = { issuer: 'https://itsme.example', clientId: 'visite' }
const acceptance = {
  before: { ...provider, keys: [] },
  now: { ...provider, key: 'k'.repeat(43) },
}

/** One's own account: they know of no appointment. */
const account =
  /^\w+ \/api\/(me|sign-in|sign-out|my-access|my-passkeys|my-logins|passkey-sign-in)(\/|$)/

const participants: readonly Role[] = ['link', 'worker', 'guest', 'physician']

const closers: (() => void | Promise<void>)[] = []
let world: TwoCalls
/** Of the first call, read as its own people may. */
let before: unknown

beforeAll(async () => {
  world = await openTwoCalls((close) => closers.unshift(close))
  before = await stateOfFirst()
})
afterAll(async () => {
  for (const close of closers) await close()
})

test('every route of a participant has its body here, so that it is tried on another’s call', () => {
  const asked = Object.entries(routes).flatMap(([route, allowed]) =>
    allowed.some((role) => participants.includes(role)) && !account.test(route) ? [route] : [],
  )
  expect(Object.keys(bodies).toSorted()).toEqual(asked.toSorted())
})

describe.each(Object.entries(bodies))('%s', (route, body) => {
  test.each(['worker', 'guest', 'physician', 'next'] as const)(
    'by %s of another changes and tells nothing of this call',
    async (who) => {
      const { one, app, origin } = world
      const [method = '', path = ''] = route.split(' ')
      const payload = body(one.ids, await tokenOf(route, who))
      const reply = await app.inject({
        method: method as 'GET',
        url: path.replace('{id}', one.ids.appointmentId),
        headers: { origin, cookie: cookieOf(who) },
        ...(payload !== null && { payload }),
      })
      if (path.includes('{id}')) expect([401, 404]).toContain(reply.statusCode)
      expect(reply.statusCode).not.toBe(400)
      expect(Object.values(one.ids).filter((id) => reply.body.includes(`"${id}"`))).toEqual([])
      expect(await stateOfFirst()).toEqual(before)
    },
  )
})

type Stranger = 'worker' | 'guest' | 'physician' | 'next'

/** Of the second call; `next` is the next worker of the first one's physician. */
function cookieOf(who: Stranger): string {
  return who === 'next' ? world.one.cookies.next : world.two.cookies[who]
}

/** The stranger's own link, for the routes of that kind. */
async function tokenOf(route: string, who: Stranger): Promise<string> {
  const { one, two, store, callLinks, guestLinks } = world
  if (route.includes('/guest-link/')) {
    return guestLinks.tokenFor({ id: two.ids.guestId, expiresAt: '2026-11-24T12:00:00.000Z' })
  }
  const id = who === 'next' ? one.nextId : two.ids.appointmentId
  const appointment = await store.read.appointments.get(id)
  if (appointment === null) throw new Error('no such appointment')
  return callLinks.tokenFor({ ...appointment, linkVersion: 1 })
}

async function stateOfFirst(): Promise<unknown> {
  const { one, app, store, origin } = world
  const { appointmentId } = one.ids
  await one.settled()
  const read = async <Reply>(url: string, cookie: string) =>
    (await app.inject({ url, headers: { origin, cookie } })).json<Reply>()
  const { sessions } = await read<DeskDay>('/api/desk/day', one.cookies.physician)
  return {
    log: await store.read.audit.ofAppointment(appointmentId),
    row: sessions[0]?.rows.find((row) => row.appointmentId === appointmentId),
    seat: await read(`/api/appointments/${appointmentId}/guest`, one.cookies.physician),
    worker: await read('/api/my-appointment', one.cookies.worker),
    guest: await read('/api/my-seat', one.cookies.guest),
    heard: heardBy(Object.values(one.pages), one.nextId),
  }
}
