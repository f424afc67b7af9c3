/**
 * The laboratory: two people in networks of their own, the built server and coturn in a third, a router between them at
 * which everything can be made to fail. What happens is measured inside both pages.
 */
import { texts } from '../../client/i18n/consultation/en.ts'
import { findCoturn } from '../../turn/coturn.ts'
import { chromiumPath } from '../journey/browser.ts'
import { openScene, type Closing, type Pair, type Scene } from '../journey/scene.ts'
import { noonZone, startVisite, type VisiteProcess } from '../journey/visite-process.ts'
import { canMakeNetworks, findProgram } from '../setup/test-programs.mjs'
import { createFaults, type Faults } from './faults.ts'
import { openNetworks, type Client, type Networks } from './networks.ts'
import { observerScript, readSeen, type Observed } from './observed.ts'
import { isWell, judge, type Outage, type Recovery } from './recovery.ts'
import { openRelay, relayPorts, type Relay } from './relay.ts'

export const clients = ['worker', 'physician'] as const
export type Both<T> = Readonly<Record<Client, T>>

export interface LabOptions {
  /** Seconds that a TURN credential is good for. */
  readonly credentialSeconds?: number
  /** What stands from before the two people arrive. */
  readonly before?: (faults: Faults) => void
}

export interface Laboratory extends Faults {
  readonly relay: Relay
  readonly server: LabServer
  readonly networks: Networks
  /** What the server printed, links included. */
  readonly visite: VisiteProcess
}

/** With the two people in it. */
export interface Lab<People extends Pair = Scene> extends Laboratory {
  readonly scene: People
}

export interface LabServer {
  /** As a power cut does. */
  kill(): Promise<void>
  /** As a service manager does. Returns the exit code. */
  stop(): Promise<number>
  /** On the data that it had. */
  start(): Promise<void>
}

/** Whether this machine has all that it takes. */
export const canOpenLab =
  chromiumPath !== null &&
  findCoturn() !== null &&
  findProgram('nft') !== null &&
  findProgram('openssl') !== null &&
  canMakeNetworks()

export const serverPort = 8080

/** Everything up, and both people at their first page, in two Chromium. */
export async function openLab(closing: Closing, options: LabOptions = {}): Promise<Lab> {
  const lab = await openLaboratory(closing, options)
  const { serverAddress: localhostIs, inside } = lab.networks
  const there = (side: Client) => ({ inside: inside[side], localhostIs, anyCertificate: true })
  const scene = await openScene(lab.visite, closing, {
    worker: there('worker'),
    physician: there('physician'),
    script: observerScript,
  })
  return { ...lab, scene }
}

/** Networks, relay and server, and nobody there yet. */
export async function openLaboratory(
  closing: Closing,
  options: LabOptions = {},
): Promise<Laboratory> {
  const networks = openNetworks()
  closing.later(() => networks.close())
  const faults = createFaults(networks, [relayPorts.tls, serverPort])
  options.before?.(faults)
  const relay = await openRelay(networks)
  closing.later(() => relay.close())
  const { visite, server } = await openServer(networks, relay, closing, options)
  return { ...faults, relay, server, networks, visite }
}

async function openServer(
  { serverAddress, inside }: Networks,
  relay: Relay,
  closing: Closing,
  { credentialSeconds }: LabOptions,
) {
  const start = (program: 'demo' | 'main', dataDir?: string) =>
    startVisite({
      program,
      inside: inside.server,
      port: serverPort,
      ...(dataDir === undefined ? {} : { dataDir }),
      environment: {
        VISITE_HOST: serverAddress,
        VISITE_TIME_ZONE: zone,
        VISITE_TURN_URLS: relay.urls.join(','),
        VISITE_TURN_SECRET_FILE: relay.secretFile,
        VISITE_LOG_LEVEL: 'warn',
        ...(credentialSeconds === undefined
          ? {}
          : { VISITE_TURN_CREDENTIAL_SECONDS: String(credentialSeconds) }),
      },
    })
  const zone = noonZone()
  const visite = await start('demo')
  let present = visite
  closing.later(() => present.close())
  const server: LabServer = {
    kill: () => present.kill(),
    stop: () => present.stop(),
    async start() {
      // The demonstration would make its clinic anew.
      present = await start('main', visite.dataDir)
    },
  }
  return { visite, server }
}

/** What both pages observed since then. */
export async function look({ scene }: Lab<Pair>, since: number): Promise<Both<Observed>> {
  const [worker, physician] = await Promise.all(
    clients.map((side) => scene[side].page.evaluate(readSeen, since)),
  )
  if (worker === undefined || physician === undefined) throw new Error('a page is missing')
  return { worker, physician }
}

/** Words that stand for a lost connection, as against those that explain something else. */
export function speaksOfLoss(text: string): boolean {
  return text.includes(texts['call.recovering'])
}

export interface Fault {
  readonly break: (lab: Laboratory) => void | Promise<void>
  /** How long it lasts; without it, it stays. */
  readonly lastsMs?: number
  readonly mend?: (lab: Laboratory) => void | Promise<void>
}

/** Breaks, waits, mends, and watches until both pictures are steady and both are heard, or until the patience is over. */
export async function suffer(
  lab: Lab<Pair>,
  fault: Fault,
  patienceMs = 25_000,
): Promise<Both<Recovery>> {
  await settled(lab)
  const lostAt = Date.now()
  await fault.break(lab)
  if (fault.lastsMs !== undefined) await pause(lostAt + fault.lastsMs - Date.now())
  await fault.mend?.(lab)
  const backAt = fault.mend === undefined ? lostAt : Date.now()
  return watch(lab, { lostAt, backAt }, patienceMs)
}

/** Judges twice a second until both sides are whole. */
export async function watch(
  lab: Lab<Pair>,
  outage: Outage,
  patienceMs: number,
): Promise<Both<Recovery>> {
  for (;;) {
    const seen = await look(lab, outage.lostAt - 5_000)
    const now = Date.now()
    const assess = (side: Client) => judge(seen[side], outage, { now, words: speaksOfLoss })
    const both = { worker: assess('worker'), physician: assess('physician') }
    const isWhole = clients.every((side) => isRecovered(both[side]))
    if (isWhole || now - outage.backAt > patienceMs) return both
    await pause(500)
  }
}

export function isRecovered({ steadyMs, soundBackMs, beepBackMs }: Recovery): boolean {
  return steadyMs !== null && soundBackMs !== null && beepBackMs !== null
}

/** Waits until both sides were well for a while. Throws when they do not become so. */
export async function settled(lab: Lab<Pair>): Promise<void> {
  const giveUpAt = Date.now() + 30_000
  for (;;) {
    const now = Date.now()
    const seen = await look(lab, now - 5_000)
    const unwell = clients.filter((side) => !isWell(seen[side], now))
    if (unwell.length === 0) return
    if (now > giveUpAt) throw new Error(`not well before the fault: ${unwell.join(', ')}`)
    await pause(500)
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, ms))
  })
}
