import { expect, test } from 'vitest'
import { createLocalMailer } from '../outreach/local-mailer.ts'
import { toInstant } from '../clock.ts'
import type { OutgoingMail } from '../outreach/mailer.ts'
import type { OutgoingSms } from '../outreach/sms.ts'
import type { Worker } from '../protocol/planning.ts'
import { parseLead } from '../rules/reminders.ts'
import { buildTestApp } from '../testing/app.ts'
import type { Instant } from '../protocol/primitives.ts'

const hour = 60 * 60_000

/** A session whose first appointment is at this moment, and what its workers are sent. */
async function open({
  startsAt = '2026-12-08T08:00:00.000Z',
  reminders = '7d,1d,1h',
}: {
  startsAt?: Instant
  reminders?: string
} = {}) {
  const leads = reminders.split(',').flatMap((text) => parseLead(text) ?? [])
  const sent: OutgoingMail[] = []
  const texted: OutgoingSms[] = []
  const world = await buildTestApp({
    config: { reminders: leads },
    smsGateway: {
      async send(sms) {
        texted.push(sms)
        return { kind: 'sent' }
      },
    },
    mailer: {
      async send(mail, signal) {
        sent.push(mail)
        return createLocalMailer(world.clock).send(mail, signal)
      },
    },
  })
  const clinic = await world.addClinic({ sessionStart: startsAt })
  const headers = { authorization: await world.addApiKey() }
  const post = async (url: string) => {
    const reply = await world.app.inject({ method: 'POST', url: `/api${url}`, headers })
    expect(reply.statusCode).toBe(200)
  }
  const [first] = clinic.appointments
  const id = first?.id ?? ''
  return {
    ...world,
    id,
    invite: () => post(`/appointments/${id}/invitation`),
    /** Until the worker was told of it. */
    cancel: async () => {
      await post(`/appointments/${id}/cancel`)
      world.clock.set(world.clock.now() + 10 * 60_000)
      await world.app.inject({ url: '/api/notices', headers })
      await settled(world)
    },
    /** Goes through the time until then, looking each so many minutes, and returns the reminders that left. */
    remindersUntil: async (until: string, everyMinutes = 12 * 60): Promise<string[]> => {
      const before = sent.length
      while (world.clock.now() < Date.parse(until)) {
        world.clock.set(Math.min(Date.parse(until), world.clock.now() + everyMinutes * 60_000))
        await world.minutePassed()
        await settled(world)
      }
      return sent.slice(before).map(({ subject, to }) => `${to.address}: ${subject}`)
    },
    /** As if the roster had said so from now on. */
    reachableBy: async (reach: Pick<Worker, 'email' | 'phone'>) => {
      const [worker] = clinic.workers
      if (worker === undefined) throw new Error('nobody')
      const at = toInstant(world.clock.now())
      await world.store.write(({ workers }) => workers.update({ ...worker, ...reach }, at))
    },
    sent,
    texted,
  }
}

/** Until the outbox is empty. */
async function settled({ store }: Awaited<ReturnType<typeof buildTestApp>>): Promise<void> {
  while ((await store.read.outbox.nextDueAt()) !== null) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const subject =
  'worker-0@meridiaan.example: Herinnering: uw afspraak op dinsdag 8 december om 09:00'

test('an invited worker is reminded a week, a day and an hour before, once each', async () => {
  const { invite, remindersUntil } = await open()
  await invite()
  await remindersUntil('2026-11-24T08:10:00Z')
  expect(await remindersUntil('2026-12-01T07:59:00Z')).toEqual([])
  expect(await remindersUntil('2026-12-01T08:00:00Z')).toEqual([subject])
  expect(await remindersUntil('2026-12-07T07:59:00Z')).toEqual([])
  expect(await remindersUntil('2026-12-07T08:00:00Z')).toEqual([subject])
  expect(await remindersUntil('2026-12-08T06:59:00Z')).toEqual([])
  expect(await remindersUntil('2026-12-08T07:00:00Z')).toEqual([subject])
  expect(await remindersUntil('2026-12-08T09:00:00Z')).toEqual([])
})

test('a reminder says no motive in its subject, carries the link, and no second calendar entry', async () => {
  const { invite, remindersUntil, sent } = await open()
  await invite()
  await remindersUntil('2026-12-01T08:00:00Z')
  const mail = sent.at(-1)
  expect(mail?.subject).not.toMatch(/video|arts|periodiek/i)
  expect(mail?.text).toContain('/worker/?lang=nl#')
  expect(mail?.text).not.toMatch(/periodiek/i)
  expect(mail?.calendar).toBeNull()
})

test('nobody who was not invited, or whose appointment was cancelled, is reminded', async () => {
  const planned = await open()
  expect(await planned.remindersUntil('2026-12-08T09:00:00Z')).toEqual([])
  const cancelled = await open()
  await cancelled.invite()
  await cancelled.remindersUntil('2026-11-24T08:10:00Z')
  await cancelled.cancel()
  expect(await cancelled.remindersUntil('2026-12-08T09:00:00Z')).toEqual([])
})

test('whoever has a mobile number and no address is reminded by SMS an hour before, and no mail fails', async () => {
  const { invite, reachableBy, remindersUntil, texted, log } = await open()
  await invite()
  await remindersUntil('2026-11-24T08:10:00Z')
  await reachableBy({ email: null, phone: '+32470123456' })
  expect(await remindersUntil('2026-12-08T08:00:00Z', 60)).toEqual([])
  expect(texted.map(({ to }) => to)).toEqual(['+32470123456'])
  expect(log.filter((line) => line.includes('message not sent'))).toEqual([])
})

test('after days of absence one reminder is sent late, not three at once', async () => {
  const { invite, remindersUntil } = await open()
  await invite()
  await remindersUntil('2026-11-24T08:10:00Z')
  expect(await remindersUntil('2026-12-08T07:30:00Z', 60 * 24 * 30)).toEqual([subject])
})

test('the service sets the times', async () => {
  const { invite, remindersUntil } = await open({ reminders: '3h' })
  await invite()
  await remindersUntil('2026-11-24T08:10:00Z')
  expect(await remindersUntil('2026-12-08T04:59:00Z')).toEqual([])
  expect(await remindersUntil('2026-12-08T05:00:00Z')).toEqual([subject])
})

test.each([
  // The night to summer time, and the night back; each start, and its day's reminder, in UTC.
  ['2027-03-28T07:00:00.000Z', '2027-03-27T08:00:00Z'],
  ['2027-10-31T08:00:00.000Z', '2027-10-30T07:00:00Z'],
  ['2028-03-01T08:00:00.000Z', '2028-02-29T08:00:00Z'],
] as const)('of %s a day before is %s', async (startsAt, expected) => {
  const { invite, remindersUntil, clock } = await open({ startsAt, reminders: '1d' })
  clock.set(Date.parse(expected) - 48 * hour)
  await invite()
  await remindersUntil(new Date(Date.parse(expected) - 47 * hour).toISOString())
  expect(await remindersUntil(new Date(Date.parse(expected) - 1).toISOString())).toEqual([])
  expect(await remindersUntil(expected)).toHaveLength(1)
  expect(await remindersUntil(startsAt)).toEqual([])
})
