/** The whole server without a port: real store in memory, real routes; clock and ids are in the test's hands. */
import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { buildApp, type Deps } from '../app.ts'
import { toInstant } from '../clock.ts'
import { loadConfig, type Config } from '../config.ts'
import { createCallProofs } from '../identity/call-proof.ts'
import { createCallLinks } from '../identity/call-link.ts'
import { createGuestLinks } from '../identity/guest-link.ts'
import { createOneTimeCodes } from '../identity/one-time-code.ts'
import { createShortLinks } from '../identity/short-link.ts'
import { createDeviceMarks } from '../identity/device-mark.ts'
import { createMailedLinks } from '../identity/mailed-links.ts'
import { createOfferLinks } from '../identity/offer-link.ts'
import { cookieName } from '../identity/cookies.ts'
import { hashToken } from '../identity/token.ts'
import { createLocalMailer } from '../outreach/local-mailer.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Staff } from '../protocol/staff.ts'
import { systemTimers } from '../socket/timers.ts'
import type { LoginDraft } from '../store/logins.ts'
import type { StaffAddition } from '../store/staff.ts'
import { openStore, type Store } from '../store/store.ts'
import { createFixedClock, createManualMinutes, createSequentialIds } from './clock.ts'
import { createFakeItsme } from './itsme.ts'
import { createFakeStaffOidc } from './staff-oidc.ts'
import { addClinic, type ClinicOptions } from './fixtures.ts'

export interface TestAppOptions extends Partial<
  Pick<
    Deps,
    | 'itsme'
    | 'staffOidc'
    | 'clientDir'
    | 'timers'
    | 'mailer'
    | 'smsGateway'
    | 'iceServers'
    | 'relayProbes'
    | 'clock'
    | 'store'
    | 'deviceMarks'
  >
> {
  readonly config?: Partial<Config>
  readonly limits?: Partial<RateLimits>
}

export type TestApp = Awaited<ReturnType<typeof openTestApp>>

/** One for all: a test may start "the same server" anew. */
const callProofKey = randomBytes(32)
const longMs = 12 * 60 * 60_000
/** Tests ask faster than people do. */
const generous = { requestsPerMinute: 100_000, badLinksPerMinute: 100_000, asksPerHour: 100_000 }

/** Opens a server that closes with the test. Without a port: use `app.inject`, or `app.listen({ port: 0 })`. */
export async function buildTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const world = await openTestApp(options)
  onTestFinished(() => world.close())
  return world
}

/** For tests that only ask and change nothing, so that a table of them may share one server. */
export async function openTestApp(options: TestAppOptions = {}) {
  const clock = createFixedClock()
  const makeId = createSequentialIds()
  const store = options.store ?? (await openStore(':memory:'))
  const config = { ...testConfig(), ...options.config }
  const { publicUrl } = config
  const log: string[] = []
  const callLinks = createCallLinks({ key: randomBytes(32), publicUrl, clock })
  const guestLinks = createGuestLinks({ key: randomBytes(32), publicUrl, clock })
  const minutes = createManualMinutes()
  const offerLinks = createOfferLinks({ key: randomBytes(32), publicUrl, clock })
  const shortLinks = createShortLinks(randomBytes(32), publicUrl)
  let lastToken = 0
  const app = await buildApp(config, {
    store,
    clock,
    makeId,
    makeToken: () => `token-${String(++lastToken).padStart(37, '0')}`,
    callLinks,
    guestLinks,
    offerLinks,
    shortLinks,
    mailedLinks: createMailedLinks(randomBytes(32)),
    deviceMarks: createDeviceMarks(randomBytes(32)),
    callProofs: createCallProofs({ key: callProofKey, clock }),
    oneTimeCodes: createOneTimeCodes(randomBytes(32)),
    itsme: createFakeItsme(),
    staffOidc: createFakeStaffOidc(),
    timers: systemTimers,
    iceServers: () => [],
    relayProbes: [],
    mailer: createLocalMailer(clock),
    smsGateway: null,
    eachMinute: minutes.eachMinute,
    clientDir: null,
    logTarget: { write: (line) => void log.push(line) },
    ...options,
    limits: { ...generous, ...options.limits },
  })
  await app.ready()
  const signIn = createSignIn(store, () => (options.clock ?? clock).now(), publicUrl)
  const addAccount = async (
    person: Pick<Staff, 'role' | 'name' | 'email'>,
    contact?: StaffAddition['contact'],
  ): Promise<Id> => {
    const id = makeId()
    await store.write((writer) =>
      writer.staff.add({
        staff: { id, ...person },
        physicianId: null,
        ...(contact && { contact }),
        at: toInstant(clock.now()),
      }),
    )
    return id
  }
  return {
    app,
    store,
    clock,
    makeId,
    config,
    callLinks,
    guestLinks,
    offerLinks,
    shortLinks,
    close: async (): Promise<void> => {
      await app.close()
      await store.close()
    },
    /** A minute has passed for the work that becomes due. */
    minutePassed: minutes.pass,
    /** The log's lines so far. */
    log,
    /** What one of our own pages sends with every change. */
    origin: publicUrl,
    addClinic: (clinic: Partial<ClinicOptions> = {}) =>
      addClinic(store, { makeId, now: clock.now(), ...clinic }),
    /** Return the id of somebody who is no part of the service and has an account. */
    addContact: (employerId: Id, email = 'els.baert@meridiaan.example') =>
      addAccount({ role: 'employer', name: 'Els Baert', email }, { employerId, language: 'nl' }),
    addEvaluator: () => addAccount({ role: 'evaluator', name: 'Tom Wauters', email: null }),
    /** Return the Cookie header of someone who is signed in. */
    signInStaff: (staffId: Id) => signIn('staff', { kind: 'staff', staffId }),
    signInWorker: (appointmentId: Id, linkVersion = 1) =>
      signIn('worker', { kind: 'worker', appointmentId, linkVersion }),
    /** Returns a guest of this appointment, with their Cookie header. */
    signInGuest: async (appointmentId: Id, madeBy: Id) => {
      const [id, cookie] = [makeId(), makeId()]
      const at = toInstant(clock.now())
      const expiresAt = toInstant(clock.now() + longMs)
      await store.write(async (writer) => {
        await writer.guests.endOfAppointment(appointmentId, at)
        await writer.guests.add({
          id,
          appointmentId,
          role: 'interpreter',
          name: 'Elif Kaya',
          tokenHash: hashToken(`token of ${id}`),
          madeBy,
          at,
          expiresAt,
        })
        await writer.guests.use(id, hashToken(cookie), at)
      })
      return { id, cookie: `${cookieName('guest', publicUrl)}=${cookie}` }
    },
    /** Returns the Authorization header of a planning program. */
    addApiKey: async (name = 'planning'): Promise<string> => {
      const key = `key-${name}-${'0'.repeat(40)}`
      const at = toInstant(clock.now())
      await store.write((writer) =>
        writer.apiKeys.add({ id: makeId(), keyHash: hashToken(key), name, at }),
      )
      return `Bearer ${key}`
    },
  }
}

/** The settings' defaults with a quiet name; `http://localhost:8080`, no mail server, no relay. */
export function testConfig(environment: Record<string, string> = {}): Config {
  const loaded = loadConfig(environment)
  if (!loaded.ok) throw new Error(loaded.mistakes.join(' '))
  return loaded.config
}

type Whose =
  | Pick<Extract<LoginDraft, { kind: 'staff' }>, 'kind' | 'staffId'>
  | Pick<Extract<LoginDraft, { kind: 'worker' }>, 'kind' | 'appointmentId' | 'linkVersion'>

function createSignIn(store: Store, now: () => number, publicUrl: string) {
  let last = 0
  return async (kind: Whose['kind'], whose: Whose): Promise<string> => {
    const cookie = `cookie-${String(++last).padStart(36, '0')}`
    const at = toInstant(now())
    const expiresAt = toInstant(now() + longMs)
    await store.write((writer) =>
      writer.logins.add({ ...whose, cookieHash: hashToken(cookie), at, expiresAt }),
    )
    return `${cookieName(kind, publicUrl)}=${cookie}`
  }
}
