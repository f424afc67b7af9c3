import { expect, test } from 'vitest'
import type { RelayProblem } from '../../turn/relay-problems.ts'
import type { Health } from '../protocol/health.ts'
import type { Notices } from '../protocol/notices.ts'
import { createFakeTime } from '../socket/fake-timers.ts'
import { buildTestApp } from '../testing/app.ts'

const minute = 60_000

/** A server with a relay of two addresses, and a planner who is signed in. */
async function open() {
  const time = createFakeTime()
  const problems: Record<string, RelayProblem | null> = { udp: null, tls: null }
  const world = await buildTestApp({
    timers: time,
    clock: time.clock,
    relayProbes: Object.keys(problems).map((address) => ({
      address,
      ask: async () => problems[address] ?? null,
    })),
  })
  const { store, makeId } = world
  const planner = makeId()
  const staff = { id: planner, role: 'planner', name: 'Nele Maes', email: null } as const
  const at = '2026-11-24T08:00:00.000Z'
  await store.write((writer) => writer.staff.add({ staff, physicianId: null, at }))
  const headers = { cookie: await world.signInStaff(planner) }
  const get = (url: string) => world.app.inject({ url, headers })
  return {
    problems,
    get,
    notices: () => get('/api/notices'),
    relay: async () => (await get('/healthz')).json<Health>().relay,
    changes: async () => (await get('/healthz')).json<Health>().relayChanges,
    /** By seconds, so that what each probe answered is taken in. */
    pass: async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 1000) {
        time.advance(1000)
        for (let turn = 0; turn < 10; turn++) await Promise.resolve()
      }
    },
  }
}

test('within a minute whoever watches the server, and the office, know of an address that fails, and of all', async () => {
  const { problems, relay, notices, pass } = await open()
  await pass(minute)
  expect(await relay()).toBe('working')
  problems['udp'] = 'refused'
  await pass(minute)
  expect(await relay()).toBe('partly')
  expect((await notices()).json<Notices>().relay).toMatchObject({
    calls: 'by-another',
    failing: [{ address: 'udp', problem: 'refused' }],
  })
  problems['tls'] = 'silent'
  await pass(minute)
  expect(await relay()).toBe('failing')
  expect((await notices()).json<Notices>().relay?.calls).toBe('direct-only')
})

test('another reason and another address are each a change that the one word would not tell', async () => {
  const { problems, relay, changes, pass } = await open()
  await pass(minute)
  expect(await changes()).toBe(0)
  problems['udp'] = 'silent'
  await pass(minute)
  expect([await relay(), await changes()]).toEqual(['partly', 1])
  problems['udp'] = 'refused'
  await pass(minute)
  expect([await relay(), await changes()]).toEqual(['partly', 2])
  Object.assign(problems, { udp: null, tls: 'silent' })
  await pass(minute)
  expect([await relay(), await changes()]).toEqual(['partly', 4])
  await pass(minute)
  expect(await changes()).toBe(4)
})

test('a page that only asks how the server is keeps no login alive', async () => {
  const { get, notices, pass } = await open()
  expect((await notices()).statusCode).toBe(200)
  for (let asked = 0; asked < 13; asked++) {
    await pass(10 * minute)
    expect((await get('/healthz')).statusCode).toBe(200)
  }
  expect((await notices()).statusCode).toBe(401)
})
