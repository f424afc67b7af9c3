/** Offers and reminders by SMS, from the deed to the page that the short link leads to, through a real gateway. */
import { expect, onTestFinished, test } from 'vitest'
import { createHttpSmsGateway } from '../outreach/http-sms-gateway.ts'
import { openSmsSink } from '../outreach/sms-sink.ts'
import { toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import { buildTestApp, type TestAppOptions } from '../testing/app.ts'

const minute = 60_000
const hour = 60 * minute
const body = { to: '{to}', text: '{text}' }
interface Said {
  readonly to: string
  readonly text: string
}

async function open(answer?: (nth: number) => number, options: TestAppOptions = {}) {
  const sink = await openSmsSink(answer)
  onTestFinished(() => sink.close())
  const { url } = sink
  const smsGateway = createHttpSmsGateway({ url, token: null, sender: 'Prevenia', body })
  const world = await buildTestApp({ smsGateway, ...options })
  const clinic = await world.addClinic({ slots: 4, appointments: 2 })
  const planner = await world.signInStaff(clinic.planner.id)
  const at = toInstant(world.clock.now())
  const deed = { actor: systemActor, at }
  const post = (path: string, payload: object = {}) =>
    world.app.inject({
      method: 'POST',
      url: path,
      headers: { origin: world.origin, cookie: planner },
      payload,
    })
  const follow = async (text: string) => {
    const path = /\/s\/\w+/.exec(text)?.[0] ?? ''
    return world.app.inject({ url: path })
  }
  const said = () => sink.taken.map((each) => each.body as Said)
  const freeFirst = async () => {
    await world.store.write((writer) =>
      writer.examsDue.put(
        clinic.workers.slice(2).map(({ id: workerId }) => ({
          workerId,
          employerId: clinic.employer.id,
          due: { examType: 'periodic', lastOn: null, dueOn: '2026-12-01', acts: [] },
        })),
      ),
    )
    await post(`/api/appointments/${clinic.appointments[0]?.id}/cancel`)
    await expect.poll(() => said().length).toBe(1)
    return said()[0] ?? { to: '', text: '' }
  }
  return { ...world, clinic, deed, post, follow, said, freeFirst, planner }
}

test('an offer comes by SMS as well, and its link leads to exactly this offer', async () => {
  const { freeFirst, follow, store, offerLinks, said } = await open()
  const sms = await freeFirst()
  expect(sms.to).toBe('+32470123456')
  const [offer] = await store.read.offers.open()
  const reply = await follow(sms.text)
  expect(reply.statusCode).toBe(302)
  expect(reply.headers.location).toBe(
    `http://localhost:8080/ask/?lang=nl#offer=${offer && offerLinks.tokenFor(offer)}`,
  )
  expect(reply.headers['cache-control']).toBe('no-store')
  expect(said()).toHaveLength(1)
})

test('an SMS that the gateway did not take is tried again, with the same words and the same link', async () => {
  const { freeFirst, clock, post, said } = await open((nth) => (nth === 1 ? 503 : 200))
  await freeFirst()
  clock.advance(minute)
  await post('/api/employers', { name: 'Vermeulen' })
  await expect.poll(() => said().length).toBe(2)
  const [first, second] = said()
  expect(second).toEqual(first)
  clock.advance(minute)
  await post('/api/employers', { name: 'Janssens' })
  expect(said()).toHaveLength(2)
})

test('the code is kept as a hash only, and is not logged', async () => {
  const { freeFirst, follow, store, log } = await open()
  const { text } = await freeFirst()
  const code = /\/s\/(\w+)/.exec(text)?.[1] ?? ''
  expect(code).toHaveLength(12)
  await follow(text)
  expect(log.join('')).toContain('/s/:code')
  expect(log.join('')).not.toContain(code)
  expect(await store.read.shortLinks.find(code, '2026-11-24T08:00:00.000Z')).toBeNull()
})

test('a reminder of hours comes by SMS; its link is over with the appointment’s, or when that is revoked', async () => {
  const { clinic, store, deed, clock, minutePassed, said, follow, post, callLinks } = await open(
    undefined,
    { config: { reminders: [{ count: 1, unit: 'hours' }] } },
  )
  const [first, second] = clinic.appointments
  if (first === undefined || second === undefined) throw new Error('no appointments')
  clock.advance(-3 * hour)
  await store.write(async (writer) => {
    const at = toInstant(clock.now())
    for (const { id } of [first, second]) {
      await writer.appointments.change(id, { type: 'invite' }, { ...deed, at })
      await writer.outbox.queue({
        id: `message-of-${id}`,
        appointmentId: id,
        kind: 'invitation',
        at,
      })
    }
  })
  await minutePassed()
  clock.set(Date.parse(second.startsAt) - hour)
  await minutePassed()
  await post('/api/employers', { name: 'Vermeulen' })
  await expect.poll(() => said().length).toBe(2)
  const [one, other] = said()
  const long = await follow(one?.text ?? '')
  expect(
    [first, second].map((each) => callLinks.urlFor({ ...each, linkVersion: 1 }, 'nl')),
  ).toContain(long.headers.location)
  for (const { id } of [first, second]) {
    await store.write((writer) => writer.appointments.revokeLinks(id, deed))
  }
  expect((await follow(one?.text ?? '')).headers.location).toBe('/worker/')
  clock.advance(14 * hour)
  expect((await follow(other?.text ?? '')).headers.location).toBe('/worker/')
})

test('wrong codes lead to where help is, and after some of them nowhere', async () => {
  const { app } = await open(undefined, { limits: { badLinksPerMinute: 2 } })
  const ask = async (code: string) => (await app.inject({ url: `/s/${code}` })).statusCode
  expect([await ask('AbCdEfGhJk12'), await ask('x'.repeat(40)), await ask('1')]).toEqual([
    302, 302, 429,
  ])
})

test('who has no mobile number, or without a gateway, gets the mail alone', async () => {
  const { clinic, post, store, said } = await open(undefined, { smsGateway: null })
  await store.write((writer) =>
    writer.examsDue.put([
      {
        workerId: clinic.workers[2]?.id ?? '',
        employerId: clinic.employer.id,
        due: { examType: 'periodic', lastOn: null, dueOn: '2026-12-01', acts: [] },
      },
    ]),
  )
  await post(`/api/appointments/${clinic.appointments[0]?.id}/cancel`)
  await expect.poll(async () => (await store.read.mailbox.list(9)).length).toBe(1)
  expect(said()).toEqual([])
})
