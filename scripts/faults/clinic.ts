/** A real server process with a clinic in its database, and pages of the people in it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { randomId, systemClock, toInstant } from '../../signaling/clock.ts'
import { cookieName } from '../../signaling/identity/cookies.ts'
import { hashToken, randomToken } from '../../signaling/identity/token.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { databaseFile } from '../../signaling/server.ts'
import { openStore, type Store } from '../../signaling/store/store.ts'
import { addClinic } from '../../signaling/testing/fixtures.ts'
import { freePort } from '../free-port.ts'
import { noonZone, startVisite, type VisiteProcess } from '../journey/visite-process.ts'
import { openPage, type PageOptions, type ScriptedPage } from './scripted-page.ts'

const hour = 60 * 60_000

export interface Clinic {
  readonly origin: string
  readonly port: number
  /** Session by session. */
  readonly appointmentIds: readonly Id[]
  /** The process that runs now. */
  readonly visite: VisiteProcess
  /** Starts it again on the same data and port, once it has ended. Returns how long until it listened. */
  start(): Promise<number>
  openDesk(session?: number): ScriptedPage
  openWorker(index?: number, port?: number): ScriptedPage
}

export interface ClinicOptions {
  /** Each with a physician of its own. */
  readonly sessions?: number
  /** Of each session, with an appointment every 15 minutes; more than 40 reach into other days. */
  readonly workers?: number
  readonly environment?: Readonly<Record<string, string>>
}

export async function openClinic(options: ClinicOptions = {}): Promise<Clinic> {
  const { sessions = 1, workers = 1, environment = {} } = options
  const dataDir = mkdtempSync(join(tmpdir(), 'visite-faults-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const store = await openStore(databaseFile(dataDir))
  const now = systemClock.now()
  const makeId = randomId
  const clinics = []
  for (let session = 0; session < sessions; session++) {
    const name = `Meridiaan-${session}`
    clinics.push(
      await addClinic(store, { makeId, now, name, slots: workers, appointments: workers }),
    )
  }
  const appointmentIds = clinics.flatMap(({ appointments }) => appointments.map(({ id }) => id))
  const desks = await signIn(
    store,
    origin,
    clinics.map(({ physicianStaff: { id: staffId } }) => ({ kind: 'staff', staffId })),
  )
  const cookies = await signIn(
    store,
    origin,
    appointmentIds.map((appointmentId) => ({ kind: 'worker', appointmentId, linkVersion: 1 })),
  )
  await store.close()

  const run = () =>
    startVisite({
      dataDir,
      port,
      environment: { VISITE_TIME_ZONE: noonZone(), VISITE_STANDBY: 'off', ...environment },
    })
  let visite = await run()
  onTestFinished(async () => void (await visite.stop()))

  let pages = 0

  /** Each page has an address of its own, as far as the server believes that. */
  function open(page: Pick<PageOptions, 'participant' | 'port' | 'cookie'>): ScriptedPage {
    pages += 1
    const address = `10.0.${pages >> 8}.${pages & 255}`
    const opened = openPage({ ...page, origin, address })
    onTestFinished(() => opened.close())
    return opened
  }

  return {
    origin,
    port,
    appointmentIds,
    get visite() {
      return visite
    },
    async start() {
      const began = performance.now()
      visite = await run()
      return performance.now() - began
    },
    openDesk: (session = 0) =>
      open({ participant: 'physician', port, cookie: desks[session] ?? '' }),
    openWorker: (index = 0, at = port) =>
      open({ participant: 'worker', port: at, cookie: cookies[index] ?? '' }),
  }
}

/** The same with a worker and the physician in a call. */
export async function openCall(ports: { worker?: (port: number) => Promise<number> } = {}) {
  const clinic = await openClinic()
  const appointmentId = clinic.appointmentIds[0] ?? ''
  const desk = clinic.openDesk()
  const worker = clinic.openWorker(0, await ports.worker?.(clinic.port))
  const pages = [worker, desk] as const
  await bothWait(desk, worker, appointmentId)
  desk.live.ring(appointmentId)
  await answerRing(worker, appointmentId)
  const callId = await connectedIn(pages)
  return { clinic, appointmentId, desk, worker, pages, callId }
}

export async function bothWait(desk: ScriptedPage, worker: ScriptedPage, appointmentId: Id) {
  await desk.until(
    'the worker is here',
    () => desk.consultation(appointmentId)?.presence.kind === 'here',
  )
  await worker.until('the line is open', () => worker.live.state.line.phase === 'open')
}

export async function answerRing(worker: ScriptedPage, appointmentId: Id): Promise<void> {
  await worker.until(
    'it rings',
    () => worker.consultation(appointmentId)?.ring?.phase === 'ringing',
  )
  worker.live.answer(appointmentId, { camera: true })
}

/** Waits until each of these is connected; returns the call. */
export async function connectedIn(pages: readonly ScriptedPage[], limitMs?: number): Promise<Id> {
  for (const page of pages) {
    await page.until('connected', () => page.live.state.call.phase === 'connected', limitMs)
  }
  const { call } = pages[0]?.live.state ?? {}
  if (call === undefined || call.phase === 'none') throw new Error('there is no call')
  return call.callId
}

type Whose =
  | { readonly kind: 'staff'; readonly staffId: Id }
  | { readonly kind: 'worker'; readonly appointmentId: Id; readonly linkVersion: number }

/** Returns a cookie for each, in their order. */
async function signIn(store: Store, origin: string, all: readonly Whose[]): Promise<string[]> {
  const now = systemClock.now()
  const times = { at: toInstant(now), expiresAt: toInstant(now + hour) }
  return store.write(async (writer) => {
    const cookies: string[] = []
    for (const whose of all) {
      const cookie = randomToken()
      await writer.logins.add({ ...whose, cookieHash: hashToken(cookie), ...times })
      cookies.push(`${cookieName(whose.kind, origin)}=${cookie}`)
    }
    return cookies
  })
}
