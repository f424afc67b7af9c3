import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import Fastify from 'fastify'
import { TypeBoxValidatorCompiler, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { Identity } from '../identity/identity.ts'
import type { CallRecord } from '../protocol/call-records.ts'
import type { Id } from '../protocol/primitives.ts'
import { openStore, type Store } from '../store/store.ts'
import { createFixedClock, createSequentialIds } from '../testing/clock.ts'
import { addClinic } from '../testing/fixtures.ts'
import { deskCallRecord, keptDays, workerCallRecord } from './call-records.ts'
import { registerErrorReplies } from './error-replies.ts'

const callId = 'call-000000000000001'
const record: CallRecord = {
  callId,
  connectedMs: 60_000,
  path: 'direct',
  attempts: 1,
  start: 'cold',
  timeToPictureMs: 320,
  stages: {
    ringShown: -4000,
    answered: -40,
    iceConnected: 100,
    dtlsConnected: 130,
    firstPacket: 180,
    firstPicture: 280,
  },
  freezes: 0,
  frozenMs: 0,
  concealed: 0.01,
  worstRung: 'smaller',
  rungMs: {
    'full': 50_000,
    'smaller': 10_000,
    'slower': 0,
    'still': 0,
    'sound-only': 0,
    'phone': 0,
  },
  recoveries: [{ cause: 'silence', means: 'restart', ms: 900, healed: true }],
}

const dayMs = 24 * 60 * 60_000
const clock = createFixedClock()
let store: Store
let appointmentId: Id
let otherId: Id
let physicianId: Id
let identity: Identity
let present: ReadonlyMap<Id, Id>
const app = Fastify().withTypeProvider<TypeBoxTypeProvider>()

beforeAll(async () => {
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
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
    const start = clock.now()
    clock.set(start + (keptDays - 1) * dayMs)
    const newer = 'call-000000000000002'
    present = new Map([[appointmentId, newer]])
    await tell({ ...record, callId: newer })
    expect(await store.read.callRecords.latest(10)).toHaveLength(2)
    clock.set(start + (keptDays + 1) * dayMs)
    await tell({ ...record, callId: newer })
    const kept = await store.read.callRecords.latest(10)
    expect(kept.map(({ record: { callId: id } }) => id)).toEqual([newer])
    clock.set(start)
  })
})
