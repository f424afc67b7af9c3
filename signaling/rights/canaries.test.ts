/** Values that are nobody else's, put where each private datum stands, and looked for in everything that leaves the server. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { texts as de } from '../../client/i18n/exam-types/de.ts'
import { texts as en } from '../../client/i18n/exam-types/en.ts'
import { texts as fr } from '../../client/i18n/exam-types/fr.ts'
import { texts as nl } from '../../client/i18n/exam-types/nl.ts'
import { examTypes } from '../protocol/exam-types.ts'
import type { Mail } from '../protocol/mailbox.ts'
import { openTestApp, type TestApp } from '../testing/app.ts'
import { routes } from './routes.ts'

/** As a worker’s own: what nobody but the staff may read. */
const person = {
  firstName: 'Qanaria',
  lastName: 'Zwijgmeester',
  birthDate: '1961-07-19',
  phone: '+32479998877',
}
const claim = { ...person, lastName: 'Vragenmans', email: 'vragenmans@private.example' }
const own = [...Object.values(person), 'zwijgmeester@private.example', 'canary-77']
const asked = ['Vragenmans', claim.email]
const examWords = [...examTypes, ...[nl, fr, de, en].flatMap((texts) => Object.values(texts))]

let world: TestApp
const said: Record<string, string> = {}
let mails: readonly Mail[] = []

beforeAll(async () => {
  world = await openTestApp()
  const clinic = await world.addClinic({ appointments: 0 })
  const { origin } = world
  const planner = { origin, cookie: await world.signInStaff(clinic.planner.id) }
  const post = async (url: string, payload: object, headers: Record<string, string>) => {
    const reply = await world.app.inject({ method: 'POST', url, payload, headers })
    if (reply.statusCode >= 300) throw new Error(`${url}: ${reply.body}`)
    return reply.json()
  }
  const { id: workerId } = await post(
    '/api/workers',
    {
      ...person,
      employerId: clinic.employer.id,
      siteId: clinic.site.id,
      personnelNumber: 'canary-77',
      needsPicture: false,
      postId: null,
      email: 'zwijgmeester@private.example',
      language: 'nl',
    },
    planner,
  )
  const appointment = await post(
    '/api/appointments',
    { workerId, slotId: clinic.slotIds[0], examType: 'periodic' },
    planner,
  )
  await post(`/api/appointments/${appointment.id}/invitation`, {}, planner)
  await post(
    '/api/contacts',
    {
      employerId: clinic.employer.id,
      name: 'Els Baert',
      email: 'els.baert@meridiaan.example',
      language: 'nl',
    },
    planner,
  )
  const wish = { moments: { weekdays: [], parts: [] }, tellEmployer: false, language: 'nl' }
  await post('/api/ask', { ...claim, employerName: 'Meridiaan', ...wish }, { origin })
  await vi.waitUntil(async () => (await world.store.read.mailbox.list(9)).length === 3)
  const list = await world.store.read.mailbox.list(9)
  mails = (await Promise.all(list.map(({ id }) => world.store.read.mailbox.get(id)))).flatMap(
    (mail) => mail ?? [],
  )

  const visitors: Record<string, Record<string, string>> = {
    nobody: { origin },
    worker: { origin, cookie: await world.signInWorker(appointment.id) },
    guest: {
      origin,
      cookie: (await world.signInGuest(appointment.id, clinic.physicianStaff.id)).cookie,
    },
    physician: { origin, cookie: await world.signInStaff(clinic.physicianStaff.id) },
    planner,
    employer: { origin, cookie: await world.signInStaff(await onlyContact()) },
    evaluator: { origin, cookie: await world.signInStaff(await world.addEvaluator()) },
  }
  const known = [appointment.id, workerId, clinic.sessionId, clinic.employer.id]
  const urls = Object.keys(routes)
    .filter((route) => route.startsWith('GET '))
    .map((route) => route.slice(4))
    .flatMap((url) => (url.includes('{id}') ? known.map((id) => url.replace('{id}', id)) : [url]))
  for (const [visitor, headers] of Object.entries(visitors)) {
    const replies = await Promise.all(urls.map((url) => world.app.inject({ url, headers })))
    said[visitor] = replies.map(({ body }) => body).join('\n')
  }
  const [, token = ''] = /#([\w.-]{20,})/.exec(mails.map(({ text }) => text).join('\n')) ?? []
  const link = await post('/api/call-link/look', { token }, { origin })
  said['link'] = JSON.stringify(link)
  said['worker'] += JSON.stringify(await post('/api/call-link/enter', { token }, { origin }))
})
afterAll(() => world.close())

async function onlyContact(): Promise<string> {
  const [contact] = await world.store.read.contacts.list()
  return contact?.id ?? ''
}

const found = (text: string | undefined, words: readonly string[]) =>
  words.filter((word) => text?.toLowerCase().includes(word.toLowerCase()))

test.each(['nobody', 'link', 'worker', 'guest'])(
  'no reply to %s tells who it is about, or which examination it is',
  (visitor) => {
    expect(said[visitor]).toContain('02 555 01')
    expect(found(said[visitor], [...own, ...asked, ...examWords])).toEqual([])
  },
)

test('the employer reads when its worker is away, under the name that it gave itself, and nothing else', () => {
  expect(said['employer']).toContain('Qanaria Zwijgmeester')
  expect(found(said['employer'], own)).toEqual([person.firstName, person.lastName])
  expect(found(said['employer'], [...asked, ...examWords])).toEqual([])
})

test('an evaluator reads of nobody', () => {
  expect(said['evaluator']).toContain('"figures"')
  expect(found(said['evaluator'], [...own, ...asked, ...examWords])).toEqual([])
})

test('the physician reads of the worker what the call needs, and nothing of another’s request', () => {
  expect(found(said['physician'], own)).toEqual(Object.values(person))
  expect(found(said['physician'], asked)).toEqual([])
})

test('the planner finds every canary: they were there to be told', () => {
  expect(found(said['planner'], [...own, ...asked])).toEqual([...own, ...asked])
  expect(found(said['planner'], ['periodic', 'spontaneous'])).toHaveLength(2)
})

test('no mail tells more than who is written to: no examination, birth date, number or telephone', () => {
  const [names, rest] = [own.slice(0, 2), own.slice(2).filter((each) => !each.includes('@'))]
  for (const { subject, text, attachments } of mails) {
    const whole = [subject, text, ...attachments.map((each) => each.text)].join('\n')
    expect(found(subject, names)).toEqual([])
    expect(found(whole, [...rest, ...examWords])).toEqual([])
  }
})

test('the log tells nothing of anybody', () => {
  expect(found(world.log.join('\n'), [...own, ...asked, ...examWords])).toEqual([])
})
