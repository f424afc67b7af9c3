/** A real Chromium for the journeys: camera and microphone are its own test picture and beep. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findProgram } from '../setup/test-programs.mjs'

export const chromiumPath = findProgram('chromium')

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface BrowserOptions {
  /** Words before the command, such as `ip netns exec NAME`. */
  readonly inside?: readonly string[]
  /** Where `localhost` leads for this browser: the page keeps its trustworthy origin while the server is elsewhere. */
  readonly localhostIs?: string
  /** Takes a TLS certificate whoever signed it, as that of a relay in the laboratory. */
  readonly anyCertificate?: boolean
  /** How many cameras, microphones and speakers it has, made up by itself. */
  readonly devices?: number
  /** Its own settings decide on camera and microphone, instead of a made-up person who says yes to everything. */
  readonly ownPermissions?: boolean
  /** What its microphones hear instead of a beep. */
  readonly soundFile?: string
}

export async function openBrowser({
  inside = [],
  localhostIs,
  anyCertificate = false,
  devices = 1,
  ownPermissions = false,
  soundFile,
}: BrowserOptions = {}): Promise<Browser> {
  if (chromiumPath === null) throw new Error('Chromium is not installed')
  const wrapper = inside.length === 0 ? null : writeWrapper([...inside, chromiumPath])
  const browser = await chromium.launch({
    executablePath: wrapper?.file ?? chromiumPath,
    args: [
      ...switches,
      `--use-fake-device-for-media-stream=device-count=${devices}`,
      ...(ownPermissions ? [] : ['--use-fake-ui-for-media-stream']),
      ...(soundFile === undefined ? [] : [`--use-file-for-fake-audio-capture=${soundFile}`]),
      ...(localhostIs === undefined ? [] : [`--host-resolver-rules=MAP localhost ${localhostIs}`]),
      ...(anyCertificate ? ['--ignore-certificate-errors'] : []),
    ],
  })
  browser.on('disconnected', () => wrapper?.remove())
  return browser
}

export interface PersonOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly touch?: boolean
  readonly theme?: 'light' | 'dark'
  /** Runs in the page before its own program. */
  readonly script?: string
  /** Called before anything is loaded. */
  readonly before?: (page: Page) => Promise<void>
}

/** A person at a page of their own: own cookies, own storage. Errors of the page and of its policy are collected. */
export async function openPerson(browser: Browser, url: string, options: PersonOptions = {}) {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 360, height: 740 },
    hasTouch: options.touch ?? false,
    colorScheme: options.theme ?? 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  // Under tsx, functions that run in the page name their parts with a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(recordConnections)
  if (options.script !== undefined) await page.addInitScript(options.script)
  await options.before?.(page)
  await page.goto(url)
  return { page, complaints, close: () => context.close() }
}
export type Person = Awaited<ReturnType<typeof openPerson>>

/** Runs in the page before its own program: keeps every RTCPeerConnection where `mediaOf` finds it. */
export function recordConnections() {
  const all: (RTCPeerConnection & { described: number })[] = []
  Object.assign(globalThis, { journeyConnections: all })
  const Native = globalThis.RTCPeerConnection
  globalThis.RTCPeerConnection = class extends Native {
    described = 0
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      all.push(this)
    }
    override setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<void> {
      this.described += 1
      return super.setLocalDescription(description)
    }
  }
}

export interface Media {
  readonly connections: number
  /** Of them, those that are neither closed nor lost. */
  readonly standing: number
  /** Offers and answers that this page made, over all its connections. */
  readonly descriptions: number
  /** RTP packets that this page ever sent, audio and video. */
  readonly packetsSent: number
  readonly framesDecoded: number
  /** Energy of the sound that arrived: grows with every beep of the other side (W3C webrtc-stats, `totalAudioEnergy`). */
  readonly audioEnergy: number
  /** How the chosen path runs: types of the two ends, and the protocol between a relayed browser and its TURN server. */
  readonly path: {
    readonly local: string
    readonly remote: string
    readonly relayProtocol: string | null
  } | null
}

/** What looking into a page takes. Playwright's pages have it, and so has the driver of Firefox. */
export interface Evaluates {
  evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>
  waitForTimeout(ms: number): Promise<void>
}

/** Returns what the page's connections have sent and received so far. */
export function mediaOf(page: Evaluates): Promise<Media> {
  return page.evaluate(async () => {
    type Recorded = RTCPeerConnection & { described: number }
    const all = (globalThis as unknown as { journeyConnections: Recorded[] }).journeyConnections
    const media = {
      connections: all.length,
      standing: all.filter((each) => each.connectionState === 'connected').length,
      descriptions: all.reduce((sum, each) => sum + each.described, 0),
      packetsSent: 0,
      framesDecoded: 0,
      audioEnergy: 0,
      path: null as Media['path'],
    }
    for (const connection of all) {
      const report = await connection.getStats()
      const find = (id: string) => report.get(id) as Record<string, unknown> | undefined
      report.forEach((raw: Record<string, unknown>) => {
        const number = (name: string) => Number(raw[name] ?? 0)
        if (raw['type'] === 'outbound-rtp') media.packetsSent += number('packetsSent')
        if (raw['type'] === 'inbound-rtp') {
          media.framesDecoded += number('framesDecoded')
          media.audioEnergy += number('totalAudioEnergy')
        }
        if (raw['type'] === 'transport') {
          const pair = find(String(raw['selectedCandidatePairId']))
          const local = find(String(pair?.['localCandidateId']))
          const remote = find(String(pair?.['remoteCandidateId']))
          if (local !== undefined && remote !== undefined) {
            media.path = {
              local: String(local['candidateType']),
              remote: String(remote['candidateType']),
              relayProtocol:
                typeof local['relayProtocol'] === 'string' ? local['relayProtocol'] : null,
            }
          }
        }
      })
    }
    return media
  })
}

/** Waits until the other side is really seen and heard: twenty frames and some sound more than now. */
export async function waitForMedia(page: Evaluates, timeoutMs = 20_000): Promise<Media> {
  const before = await mediaOf(page)
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const media = await mediaOf(page)
    if (media.framesDecoded >= before.framesDecoded + 20 && media.audioEnergy > before.audioEnergy)
      return media
    if (Date.now() > deadline)
      throw new Error(`no moving picture or no sound: ${JSON.stringify({ before, media })}`)
    await page.waitForTimeout(100)
  }
}

function writeWrapper(words: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'visite-browser-'))
  const file = join(folder, 'chromium')
  writeFileSync(file, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`)
  chmodSync(file, 0o755)
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
