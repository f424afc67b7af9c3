/** A small server with the planning and the desk on a real database, for the tests beside it; the identity is given. */
import { pilotApproval } from '../testing/fixtures.ts'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type InjectOptions } from 'fastify'
import { toInstant } from '../clock.ts'
import type { Identity } from '../identity/identity.ts'
import type { Post } from '../protocol/due.ts'
import type { Worker } from '../protocol/planning.ts'
import type { Instant } from '../protocol/primitives.ts'
import type { Live } from '../socket/live.ts'
import { openStore, type Store } from '../store/store.ts'
import { createFixedClock, createSequentialIds, testStart } from '../testing/clock.ts'
import { testConfig } from '../testing/app.ts'
import { compileValidator } from './compiled-schemas.ts'
import { desk } from './desk.ts'
import { registerErrorReplies } from './error-replies.ts'
import { planning } from './planning.ts'

const planner: Identity = { kind: 'planner', staffId: 'staff-0000000000planner', loginKey: 'key' }

export type Harness = Awaited<ReturnType<typeof openHarness>>

/** Open it once for a file, since schemas take time to compile; `reset` gives each test an empty database. */
export async function openHarness() {
  let current = await openStore(':memory:')
  const store: Store = {
    get read() {
      return current.read
    },
    write: (work) => current.write(work),
    ping: () => current.ping(),
    close: () => current.close(),
  }
  const clock = createFixedClock()
  const makeId = createSequentialIds()
  const told: string[] = []
  const came = new Set<string>()
  const live: Live = {
    agendaChanged: (physicianId) => told.push(`agenda-changed ${physicianId}`),
    appointmentOver: (id, reason) => told.push(`appointment-over ${id} ${reason}`),
    appointmentBack: (id) => told.push(`appointment-back ${id}`),
    freeSince: () => null,
    callOf: () => null,
    progress: () => ({ inCallSince: null, workerHere: false }),
    expect: () => {},
    offered: () => {},
    workersOnline: () => [],
    workerCame: (id) => came.has(id),
    guestEnded: () => {},
    identified: () => {},
    wrongPersonCame: () => {},
    workerLogin: () => null,
    loginEnded: () => {},
  }
  let identity: Identity = planner

  // Smaller than a roster, as in the real server: its routes allow themselves more.
  const app = Fastify({ bodyLimit: 64 * 1024 }).withTypeProvider<TypeBoxTypeProvider>()
  app.setValidatorCompiler(compileValidator)
  registerErrorReplies(app)
  app.decorateRequest('identity', null)
  app.addHook('onRequest', async (request) => {
    request.identity = identity
  })
  const timeZone = 'Europe/Brussels'
  const { legal: usual, undoMs } = testConfig()
  const closedDays: string[] = []
  const legal = { ...usual, workingDays: { ...usual.workingDays, closed: closedDays } }
  await app.register(planning, { store, clock, makeId, live, timeZone, undoMs, legal })
  await app.register(desk, { store, clock, live, timeZone, makeId, wakeOutbox: () => {} })

  async function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) {
    const options: InjectOptions = { method, url, ...(body === undefined ? {} : { payload: body }) }
    const response = await app.inject(options)
    const reply: unknown = response.body === '' ? null : response.json()
    return { status: response.statusCode, reply }
  }

  return {
    app,
    store,
    clock,
    /** What the live side was told, in order. */
    told,
    /** On which the service is closed. */
    closedDays,
    /** Appointments whose worker's page was seen. */
    came,
    async reset() {
      await current.close()
      current = await openStore(':memory:')
      clock.set(testStart)
      identity = planner
      told.length = 0
      closedDays.length = 0
      came.clear()
      await addClinic({ store, clock })
    },
    signIn(next: Identity) {
      identity = next
    },
    get: (url: string) => send('GET', url),
    post: (url: string, body?: object) => send('POST', url, body),
    put: (url: string, body: object) => send('PUT', url, body),
    remove: (url: string) => send('DELETE', url),
    /** The first workers hold a post that asks for a periodic examination every year; each is due on their day. */
    async makeDue(days: readonly string[]) {
      const { reply } = await send('POST', '/posts', {
        employerId: clinic.employerId,
        name: 'Bediende',
        examType: 'periodic',
        periodMonths: 12,
        acts: [],
      })
      const { id: postId } = reply as Post
      for (const [index, dueOn] of days.entries()) {
        const worker = `/workers/${workerId(index + 1)}`
        await send('POST', `${worker}/post`, { postId })
        await send('PUT', `${worker}/due`, { dueOn, acts: [] })
      }
    },
    /** As if the mail server had taken everything that was due; returns of which kinds that was. */
    async sendMails(at: Instant) {
      const due = await store.read.outbox.due(at, 10)
      await store.write(async (writer) => {
        for (const { id } of due) await writer.outbox.markSent(id, at)
      })
      return due.map(({ kind }) => kind)
    },
    async close() {
      await app.close()
      await store.close()
    },
  }
}

export const clinic = {
  employerId: 'employer-00000001',
  siteId: 'site-000000000001',
  roomId: 'room-000000000001',
  physicianId: 'physician-0000001',
  otherPhysicianId: 'physician-0000002',
} as const

export const asPhysician = {
  kind: 'physician',
  staffId: 'staff-000physician',
  physicianId: clinic.physicianId,
  loginKey: 'key',
} satisfies Identity

/** One employer with a site, a room and five workers of whom the last has no address, and two physicians. */
async function addClinic({ store, clock }: Pick<Harness, 'store' | 'clock'>): Promise<void> {
  const at = toInstant(clock.now())
  const { employerId, siteId, roomId, physicianId, otherPhysicianId } = clinic
  await store.write(async (writer) => {
    await writer.employers.add({ id: employerId, name: 'Proximus' }, at)
    const site = {
      id: siteId,
      employerId,
      name: 'Proximus',
      address: null,
      language: 'nl',
    } as const
    await writer.employers.addSite(site, at)
    await writer.employers.addRoom({ id: roomId, siteId, name: '4.12' }, at)
    const contact = { email: null, registration: null, languages: [] }
    await writer.remotePolicy.add(pilotApproval, at)
    await writer.physicians.add({ id: physicianId, name: 'Dr. Lien Claes', ...contact }, at)
    await writer.physicians.add({ id: otherPhysicianId, name: 'Dr. Paul Renard', ...contact }, at)
    await writer.workers.add([1, 2, 3, 4, 5].map(aWorker), at)
  })
}

export function workerId(number: number): string {
  return `worker-000000000${number}`
}

export function aWorker(number: number): Worker {
  return {
    id: workerId(number),
    employerId: clinic.employerId,
    siteId: null,
    personnelNumber: `P${number}`,
    firstName: ['An', 'Élodie', 'Seán', '伟', 'Null'][number - 1] ?? 'Jan',
    lastName: ["D'Hondt", 'Müller', "O'Brien", '王', 'Null'][number - 1] ?? 'Peeters',
    birthDate: '1987-03-12',
    email: number === 5 ? null : `worker${number}@example.be`,
    phone: '+32470123456',
    language: 'nl',
    needsPicture: false,
    postId: null,
  }
}
