import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import Fastify from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { toInstant } from '../clock.ts'
import type { Identity } from '../identity/identity.ts'
import type { Id } from '../protocol/primitives.ts'
import { openStore, type Store } from '../store/store.ts'
import { createFakeTime } from '../socket/fake-timers.ts'
import { sweepEveryMs } from '../socket/limits.ts'
import { createFixedClock, createSequentialIds } from '../testing/clock.ts'
import { buildTestApp } from '../testing/app.ts'
import { sampleCallRecord } from '../testing/call-record.ts'
import { addClinic } from '../testing/fixtures.ts'
import {
  createCallRecordSweep,
  deskCallRecord,
  keptDays,
  workerCallRecord,
} from './call-records.ts'
import { compileValidator } from './compiled-schemas.ts'
import { registerErrorReplies } from './error-replies.ts'

const callId = 'call-000000000000001'
const record = sampleCallRecord(callId)

const hourMs = 60 * 60_000
const dayMs = 24 * hourMs
const clock = createFixedClock()
let store: Store
let appointmentId: Id
let otherId: Id
let physicianId: Id
let identity: Identity
let present: ReadonlyMap<Id, Id>
const app = Fastify().withTypeProvider<TypeBoxTypeProvider>()

beforeAll(async () => {
  app.setValidatorCompiler(compileValidator)
  registerErrorReplies(app)
  app.decorateRequest('identity', null)
  app.addHook('onRequest', async (request) => {
    request.identity = identity
  })
  const live = { callOf: (id: Id) => present.get(id) ?? null }
  const current: Store = {
    get read() {
      return store.read
    },
    write: (work) => store.write(work),
    ping: () => store.ping(),
    close: () => store.close(),
  }
  const options = { store: current, clock, live }
  await app.register(workerCallRecord, options)
  await app.register(deskCallRecord, options)
})
afterAll(() => app.close())

beforeEach(async () => {
  store = await openStore(':memory:')
  const clinic = await addClinic(store, { makeId: createSequentialIds(), now: clock.now() })
  appointmentId = clinic.appointments[0]?.id ?? ''
  otherId = clinic.appointments[1]?.id ?? ''
  physicianId = clinic.appointments[0]?.physicianId ?? ''
  present = new Map([[appointmentId, callId]])
  identity = asWorker(appointmentId)
  return () => store.close()
})

const asWorker = (id: Id): Identity => ({ kind: 'worker', appointmentId: id, loginKey: 'key' })
const asPhysician = (id: Id): Identity => ({
  kind: 'physician',
  staffId: 'staff-00000000000001',
  physicianId: id,
  loginKey: 'key',
})

async function tell(payload: object, url = '/my-appointment/call-record'): Promise<number> {
  return (await app.inject({ method: 'PUT', url, payload })).statusCode
}

describe('a call’s record', () => {
  test('is kept for each side, and the last report stands', async () => {
    expect(await tell(record)).toBe(204)
    expect(await tell({ ...record, connectedMs: 120_000 })).toBe(204)
    identity = asPhysician(physicianId)
    expect(await tell(record, `/appointments/${appointmentId}/call-record`)).toBe(204)
    const kept = await store.read.callRecords.latest(10)
    expect(kept.map(({ side, record: { connectedMs } }) => [side, connectedMs])).toEqual([
      ['physician', 60_000],
      ['worker', 120_000],
    ])
    expect(kept[1]).toMatchObject({ appointmentId, record: { ...record, connectedMs: 120_000 } })
  })

  test('is refused from whoever was not in that call', async () => {
    identity = asWorker(otherId)
    expect(await tell(record)).toBe(404)
    identity = asPhysician('physician-0000000other')
    expect(await tell(record, `/appointments/${appointmentId}/call-record`)).toBe(404)
    expect(await store.read.callRecords.latest(10)).toEqual([])
  })

  test('is refused for a call that never was', async () => {
    expect(await tell({ ...record, callId: 'call-000000000000002' })).toBe(404)
    present = new Map()
    expect(await tell(record)).toBe(404)
  })

  test('is still taken when the next call has begun, for what was told before', async () => {
    await tell(record)
    present = new Map([[appointmentId, 'call-000000000000002']])
    expect(await tell({ ...record, attempts: 2 })).toBe(204)
    const [kept] = await store.read.callRecords.latest(1)
    expect(kept?.record.attempts).toBe(2)
    // Nor can it be told of somebody else's appointment.
    identity = asWorker(otherId)
    expect(await tell(record)).toBe(404)
  })

  test.each([
    { address: '192.0.2.7' },
    { path: '192.0.2.7' },
    { device: 'Camera of Anna' },
    { concealed: 2 },
    { attempts: 0 },
    { recoveries: [{ cause: 'Anna left', means: 'none', ms: 1, healed: true }] },
    { stages: { ...record.stages, name: 'Anna' } },
  ])('has no room for %j', async (part) => {
    expect(await tell({ ...record, ...part })).toBe(400)
    expect(await store.read.callRecords.latest(10)).toEqual([])
  })

  test(`goes after ${keptDays} days`, async () => {
    await tell(record)
    const sweep = createCallRecordSweep({ store, clock, log: { error() {} } })
    const start = clock.now()
    clock.set(start + (keptDays - 1) * dayMs)
    const newer = 'call-000000000000002'
    present = new Map([[appointmentId, newer]])
    await tell({ ...record, callId: newer })
    await sweep()
    expect(await store.read.callRecords.latest(10)).toHaveLength(2)
    clock.set(start + (keptDays + 1) * dayMs)
    await sweep()
    const kept = await store.read.callRecords.latest(10)
    expect(kept.map(({ record: { callId: id } }) => id)).toEqual([newer])
    clock.set(start)
  })
})

test('old ones go when the server starts, and at midnight', async () => {
  const time = createFakeTime()
  const kept = async () => {
    // In its turn: behind the writes that were begun before.
    const reports = await store.write(({ callRecords }) => callRecords.latest(10))
    return reports.map(({ record: { callId: id } }) => id)
  }
  const put = (id: Id, keptMs: number) => {
    const [at, keepUntil] = [toInstant(time.clock.now()), toInstant(time.clock.now() + keptMs)]
    const report = { appointmentId, side: 'worker', at, keepUntil } as const
    return store.write((writer) =>
      writer.callRecords.put({ ...report, record: sampleCallRecord(id) }),
    )
  }
  const [old, dueToday] = ['call-00000000000001old', 'call-0000000000001today']
  await put(old, -hourMs)
  await put(dueToday, hourMs)
  await buildTestApp({ store, timers: time, clock: time.clock })
  expect(await kept()).toEqual([dueToday])
  time.advance(14 * hourMs)
  expect(await kept()).toEqual([dueToday])
  time.advance(hourMs + sweepEveryMs)
  expect(await kept()).toEqual([])
})
