import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Clinic } from '../testing/fixtures.ts'
import { openTestApp, type TestApp } from '../testing/app.ts'
import type { Query } from './database.ts'
import { openPlans, scannedTables, type Plans } from './query-plans.ts'
import { openStore } from './store.ts'

/** These stay short however long the service exists: a day's logins, a policy, the people who work there. */
const short = new Set([
  'employers',
  'sites',
  'rooms',
  'physicians',
  'remote_policy',
  'staff',
  'sign_in_links',
  'logins',
  'api_keys',
])

const folder = mkdtempSync(join(tmpdir(), 'visite-plans-'))
const asked: Query[] = []
let world: TestApp & { clinic: Clinic; planner: string; physician: string; worker: string }
let plans: Plans

beforeAll(async () => {
  const file = join(folder, 'visite.sqlite')
  const store = await openStore(file, { onQuery: (query) => void asked.push(query) })
  const app = await openTestApp({ store })
  const clinic = await app.addClinic({ slots: 6, appointments: 3 })
  world = {
    ...app,
    clinic,
    planner: await app.signInStaff(clinic.planner.id),
    physician: await app.signInStaff(clinic.physicianStaff.id),
    worker: await app.signInWorker(clinic.appointments[0]?.id ?? ''),
  }
  plans = openPlans(file)
})
afterAll(async () => {
  plans.close()
  await world.close()
  rmSync(folder, { recursive: true })
})

type Who = 'planner' | 'physician' | 'worker'
type Asking = readonly [method: 'GET' | 'POST', url: string, body?: object]

/** Returns the queries of one request that was answered well. */
async function queriesOf(who: Who, [method, url, body]: Asking): Promise<Query[]> {
  asked.length = 0
  const headers = { cookie: world[who], origin: world.origin }
  const reply = await world.app.inject({
    method,
    url,
    headers,
    ...(body === undefined ? {} : { payload: body }),
  })
  expect([url, reply.statusCode < 300, reply.body]).toEqual([url, true, reply.body])
  return heard()
}

function heard(): Query[] {
  return asked.filter(({ sql }) => /^(select|insert|update|delete|with) /i.test(sql))
}

const plan = (query: Query) => ({ sql: query.sql, plan: plans.of(query) })

/** Those that read a table that grows from end to end. */
function slowOf(queries: readonly Query[]) {
  return queries
    .filter((query) => scannedTables(query, plans.of(query)).some((table) => !short.has(table)))
    .map(plan)
}

const appointment = (index: number) => world.clinic.appointments[index]?.id ?? ''

const requests: readonly (readonly [string, Who, () => Asking, readonly string[]])[] = [
  [
    'the week and the day board',
    'planner',
    () => ['GET', '/api/sessions?from=2026-11-24&until=2026-11-30'],
    ['sessions_start', 'appointments_of_slot', 'outbox_appointment'],
  ],
  [
    'one session',
    'planner',
    () => ['GET', `/api/sessions/${world.clinic.sessionId}`],
    ['appointments_of_slot'],
  ],
  [
    'the workers of an employer',
    'planner',
    () => ['GET', `/api/workers?employerId=${world.clinic.employer.id}`],
    ['workers_name', 'appointments_of_worker'],
  ],
  ['the due list', 'planner', () => ['GET', '/api/due'], ['exams_due_day']],
  [
    'the due list of an employer, without who is planned',
    'planner',
    () => ['GET', `/api/due?employerId=${world.clinic.employer.id}&unplanned=true`],
    ['exams_due_employer', 'appointments_of_worker'],
  ],
  ['the mailbox', 'planner', () => ['GET', '/api/mailbox'], ['mailbox_newest']],
  ['an appointment', 'planner', () => ['GET', `/api/appointments/${appointment(0)}`], []],
  [
    'where an appointment could go',
    'planner',
    () => ['GET', `/api/appointments/${appointment(0)}/moves?from=2026-11-24&until=2026-11-30`],
    ['sessions_start', 'appointments_of_slot', 'audit_of_appointment'],
  ],
  [
    'a move on the board',
    'planner',
    () => [
      'POST',
      `/api/appointments/${appointment(0)}/move`,
      { slotId: world.clinic.slotIds[5], swapWith: null, despite: [] },
    ],
    ['outbox_appointment'],
  ],
  [
    'its undo',
    'planner',
    () => ['POST', `/api/appointments/${appointment(0)}/move/undo`],
    ['audit_of_appointment'],
  ],
  [
    'planning one worker',
    'planner',
    () => [
      'POST',
      '/api/appointments',
      {
        slotId: world.clinic.slotIds[3],
        workerId: world.clinic.workers[3]?.id,
        examType: 'periodic',
      },
    ],
    [],
  ],
  [
    'filling a session',
    'planner',
    () => [
      'POST',
      `/api/sessions/${world.clinic.sessionId}/fill`,
      { workerIds: [world.clinic.workers[4]?.id], examType: 'periodic' },
    ],
    ['appointments_of_slot', 'appointments_of_worker'],
  ],
  [
    'inviting a session',
    'planner',
    () => ['POST', `/api/sessions/${world.clinic.sessionId}/invitations`],
    ['appointments_of_slot', 'outbox_due'],
  ],
  [
    'cancelling',
    'planner',
    () => ['POST', `/api/appointments/${appointment(2)}/cancel`],
    ['sessions_physician', 'appointments_of_slot'],
  ],
  [
    'the physician’s day',
    'physician',
    () => ['GET', '/api/desk/day'],
    ['sessions_physician', 'appointments_of_slot'],
  ],
  [
    'the outcome "not reached"',
    'physician',
    () => ['POST', `/api/appointments/${appointment(1)}/outcome`, { outcome: 'not-reached' }],
    ['audit_of_appointment'],
  ],
  ['the worker’s page', 'worker', () => ['GET', '/api/my-appointment'], []],
  [
    'the worker’s choice of a visit in person',
    'worker',
    () => ['POST', '/api/my-appointment/in-person'],
    ['sessions_physician', 'appointments_of_slot'],
  ],
]

test.each(requests)(
  'in an agenda of years, rows are found by an index: %s',
  async (_what, who, ask, indexes) => {
    const queries = await queriesOf(who, ask())
    expect(slowOf(queries)).toEqual([])
    const lines = queries.flatMap((query) => plans.of(query)).join('\n')
    expect(indexes.filter((index) => !new RegExp(` ${index}\\b`).test(lines))).toEqual([])
  },
)

test('in an agenda of years, what each minute looks for is found by an index', async () => {
  asked.length = 0
  await world.minutePassed()
  const queries = heard()
  expect(queries.length).toBeGreaterThan(0)
  expect(slowOf(queries)).toEqual([])
})

test('however many codes were sent, and ways to itsme begun, theirs are found by an index', async () => {
  const [at, expiresAt] = ['2026-11-24T08:00:00.000Z', '2026-11-24T08:10:00.000Z'] as const
  const [loginKey, appointmentId] = ['login', appointment(0)]
  const code = { id: 'code', loginKey, appointmentId, codeMac: 'mac', at, expiresAt }
  const hashes = { stateHash: 'state', browserHash: 'browser', nonce: 'n', codeVerifier: 'v' }
  asked.length = 0
  await world.store.write(async ({ identificationCodes, itsmeFlows }) => {
    await identificationCodes.sentSince(appointmentId, at)
    await identificationCodes.add(code, at)
    await identificationCodes.tryOf(loginKey, at)
    await identificationCodes.end(code.id, at)
    const flow = { ...hashes, loginKey, appointmentId, locale: 'nl', expiresAt } as const
    await itsmeFlows.add(flow, at)
    await itsmeFlows.take(flow.stateHash, at)
  })
  const queries = heard()
  expect(slowOf(queries)).toEqual([])
  const lines = queries.flatMap((query) => plans.of(query)).join('\n')
  for (const name of ['codes_login', 'codes_appointment', 'codes_age']) {
    expect(lines).toContain(`identification_${name} `)
  }
  expect(lines).toContain('itsme_flows_end ')
})

test('a plan that reads a whole table tells which', () => {
  const query = { sql: 'select * from "audit" as "a" where "a"."at" = ?', parameters: ['x'] }
  expect(scannedTables(query, plans.of(query))).toEqual(['audit'])
})
