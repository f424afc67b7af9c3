/** Values that are nobody else's, put where each private datum stands; and all that leaves the server to each of its visitors. */
import { vi } from 'vitest'
import { toInstant } from '../clock.ts'
import { hashToken } from '../identity/token.ts'
import type { Mail } from '../protocol/mailbox.ts'
import type { Id } from '../protocol/primitives.ts'
import { openTestApp, type TestApp } from '../testing/app.ts'
import { sampleCallRecord } from '../testing/call-record.ts'
import type { Clinic } from '../testing/fixtures.ts'
import { routes } from './routes.ts'
import type { Role } from './matrix.ts'

/** As a worker’s own: what nobody but the staff may read. */
export const person = {
  firstName: 'Qanaria',
  lastName: 'Zwijgmeester',
  birthDate: '1961-07-19',
  phone: '+32479998877',
}
const email = 'zwijgmeester@private.example'
export const own = [...Object.values(person), email, 'canary-77']
/** Another worker, of whom an outcome was recorded. */
export const seen = { firstName: 'Fluisterine', lastName: 'Stilleman' }
const claim = { ...person, lastName: 'Vragenmans', email: 'vragenmans@private.example' }
export const asked = ['Vragenmans', claim.email]

/** As values: evaluators read a count that has one of these names. */
export const outcome = ['"needs-in-person"', ':"converted"']
export const consents = ['"unrecorded"']
export const guestName = 'Elif Kaya'
const acr = 'http://canary.example/how-it-was-proved'
const callId = 'call-canary-00000001'
/** What no reply to anybody has: how itsme named the worker, and how a call went. */
export const nobodys = [
  acr,
  ':"alike"',
  ':"incomplete"',
  callId,
  'safety-words-different',
  'relay-tls',
]

const visitors = {
  'nobody': 'anyone',
  'worker': 'worker',
  'worker whom itsme named': 'worker',
  'worker of whom an outcome was recorded': 'worker',
  'guest': 'guest',
  'physician': 'physician',
  'planner': 'planner',
  'employer': 'employer',
  'evaluator': 'evaluator',
} as const satisfies Record<string, Role>
export type Visitor = keyof typeof visitors | 'link'
const names = Object.keys(visitors) as (keyof typeof visitors)[]

type Headers = Record<string, string>

export async function openCanaries() {
  const world = await openTestApp()
  const clinic = await world.addClinic({ appointments: 0 })
  const { origin } = world
  const planner = { origin, cookie: await world.signInStaff(clinic.planner.id) }
  const physician = { origin, cookie: await world.signInStaff(clinic.physicianStaff.id) }
  const send = async (method: 'POST' | 'PUT', url: string, payload: object, headers: Headers) => {
    const reply = await world.app.inject({ method, url, payload, headers })
    if (reply.statusCode >= 300) throw new Error(`${url}: ${reply.body}`)
    return reply.body === '' ? null : reply.json()
  }
  const post = (url: string, payload: object, headers: Headers) =>
    send('POST', url, payload, headers)

  const convene = async (index: number, worker: object): Promise<{ workerId: Id; id: Id }> => {
    const { employer, site, slotIds } = clinic
    const place = { employerId: employer.id, siteId: site.id, needsPicture: false, postId: null }
    const added = await post('/api/workers', { ...person, ...place, ...worker }, planner)
    const { id: workerId } = added
    const slot = { workerId, slotId: slotIds[index], examType: 'periodic' }
    const { id } = await post('/api/appointments', slot, planner)
    await post(`/api/appointments/${id}/invitation`, {}, planner)
    return { workerId, id }
  }
  const { id, workerId } = await convene(0, { personnelNumber: 'canary-77', email, language: 'nl' })
  const other = await convene(1, {
    ...seen,
    birthDate: '1984-02-29',
    personnelNumber: null,
    phone: null,
    email: 'stilleman@private.example',
    language: 'fr',
  })
  const { employer } = clinic
  await post(
    '/api/contacts',
    {
      employerId: employer.id,
      name: 'Els Baert',
      email: 'els.baert@meridiaan.example',
      language: 'nl',
    },
    planner,
  )
  const wish = { moments: { weekdays: [], parts: [] }, tellEmployer: false, language: 'nl' }
  await post('/api/ask', { ...claim, employerName: employer.name, ...wish }, { origin })
  const mails = await mailsOf(world, 4)

  for (const consent of ['video', 'unrecorded'])
    await post(`/api/appointments/${id}/consents`, { consent, given: true }, physician)
  await post(`/api/appointments/${other.id}/outcome`, { outcome: 'needs-in-person' }, physician)
  await noteCall(world, id)
  const record = { ...sampleCallRecord(callId), path: 'relay-tls' }
  await send('PUT', `/api/appointments/${id}/call-record`, record, physician)
  const words = { callId, result: 'different' }
  await post(`/api/appointments/${id}/safety-words`, words, physician)

  const [contact] = await world.store.read.contacts.list()
  const headers: Record<keyof typeof visitors, Headers> = {
    'nobody': { origin },
    'worker': { origin, cookie: await world.signInWorker(id) },
    'worker whom itsme named': { origin, cookie: await signInNamed(world, id) },
    'worker of whom an outcome was recorded': {
      origin,
      cookie: await world.signInWorker(other.id),
    },
    'guest': await guestOf(world, clinic, id),
    physician,
    planner,
    'employer': { origin, cookie: await world.signInStaff(contact?.id ?? '') },
    'evaluator': { origin, cookie: await world.signInStaff(await world.addEvaluator()) },
  }
  const known = [id, other.id, workerId, clinic.sessionId, employer.id]
  const said: Record<string, string> = {}
  for (const name of names) said[name] = await listen(world, name, headers[name], known)

  const [, token = ''] = /#([\w.-]{20,})/.exec(mails.map(({ text }) => text).join('\n')) ?? []
  said['link'] = JSON.stringify(await post('/api/call-link/look', { token }, { origin }))
  said['worker'] += JSON.stringify(await post('/api/call-link/enter', { token }, { origin }))
  return { said, mails, log: world.log, close: world.close }
}

/** Returns every reply to what they ask for, and to whatever they may not do. */
async function listen(
  { app }: TestApp,
  name: keyof typeof visitors,
  headers: Headers,
  known: readonly Id[],
): Promise<string> {
  const role = visitors[name]
  const asking = Object.entries(routes).flatMap(([route, allowed]) => {
    const [method = '', path = ''] = route.split(' ')
    const urls = path.includes('{id}') ? known.map((id) => path.replace('{id}', id)) : [path]
    if (method === 'GET') return urls.map((url) => ({ method, url }))
    // Refused alike whichever it is, and to each of a role.
    const isFirst = names.find((each) => visitors[each] === role) === name
    const theirs = [role, 'anyone', 'link'] as const
    const isOthers = !theirs.some((each) => allowed.includes(each))
    return isFirst && isOthers ? urls.slice(0, 1).map((url) => ({ method, url })) : []
  })
  const replies = await Promise.all(
    asking.map(({ method, url }) => {
      const payload = method === 'GET' || method === 'DELETE' ? {} : { payload: {} }
      return app.inject({ method: method as 'GET', url, headers, ...payload })
    }),
  )
  return replies.map(({ body }) => body).join('\n')
}

async function mailsOf({ store }: TestApp, count: number): Promise<readonly Mail[]> {
  await vi.waitUntil(async () => (await store.read.mailbox.list(9)).length === count)
  const list = await store.read.mailbox.list(9)
  const mails = await Promise.all(list.map(({ id }) => store.read.mailbox.get(id)))
  return mails.flatMap((mail) => mail ?? [])
}

/** As if the page of one of the two had told of this call while it went on. */
function noteCall({ store, clock }: TestApp, appointmentId: Id): Promise<void> {
  const [at, keepUntil] = [toInstant(clock.now()), toInstant(clock.now() + 60_000)]
  const record = sampleCallRecord(callId)
  return store.write(({ callRecords }) =>
    callRecords.put({ appointmentId, side: 'worker', at, keepUntil, record }),
  )
}

async function signInNamed({ signInWorker, store, clock, makeId }: TestApp, appointmentId: Id) {
  const cookie = await signInWorker(appointmentId)
  const loginKey = hashToken(cookie.slice(cookie.indexOf('=') + 1))
  const likeness = { familyName: 'alike', givenName: 'same', birthDate: 'incomplete' } as const
  const at = toInstant(clock.now())
  const itsme = {
    id: makeId(),
    loginKey,
    appointmentId,
    at,
    method: 'itsme',
    acr,
    likeness,
  } as const
  await store.write(({ identifications }) => identifications.add(itsme))
  return cookie
}

async function guestOf({ signInGuest, origin }: TestApp, { physicianStaff }: Clinic, id: Id) {
  const { cookie } = await signInGuest(id, physicianStaff.id)
  return { origin, cookie }
}
