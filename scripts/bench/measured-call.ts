/** One call from the press on Answer to both first pictures, through the real pages and server, with every stage's time. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { stageNames, type StageName } from '../../client/call/stages.ts'
import { inEnglish, physicianActs, workerActs } from '../journey/acts.ts'
import { mediaOf, openPerson, type Person } from '../journey/browser.ts'
import { readLinks } from '../journey/links.ts'
import { startVisite } from '../journey/visite-process.ts'
import type { Codecs } from './bare-pair.ts'
import { waitUntilCalm } from './idle.ts'

/** `drawn`: the screen of the call stands, with the first picture in it; the page's own record ends a moment before. */
export const measuredStages = [...stageNames, 'drawn'] as const
export type StageTimes = Partial<Record<StageName | 'drawn', number>>

export interface MeasuredCall {
  /** Milliseconds from the press to the later of the two first pictures. */
  readonly ms: number
  /** Milliseconds since the press. */
  readonly worker: StageTimes
  readonly physician: StageTimes
  /** What the worker's page sends. */
  readonly codecs: Codecs
  /** Share of the processors that was idle just before the press. */
  readonly idle: number
}

export interface CallOptions {
  readonly start: 'warm' | 'cold'
  readonly environment?: Readonly<Record<string, string>>
  /** The two browsers, for the server at this port. */
  readonly reach: (port: number) => Promise<Browsers>
}

export interface Browsers {
  readonly worker: Browser
  readonly physician: Browser
}

/** Longer than any beginning takes. */
const quietMs = 2_000

export async function measureCall(options: CallOptions): Promise<MeasuredCall> {
  const visite = await startVisite({
    program: 'demo',
    environment: {
      ...options.environment,
      VISITE_STANDBY: options.start === 'cold' ? 'off' : 'direct',
    },
  })
  const people: Person[] = []
  try {
    const browsers = await options.reach(visite.port)
    const links = readLinks(visite.output())
    const [workerLink = '', physicianLink = ''] = [links.workers[0], links.physicians[0]]
    const worker = await openPerson(browsers.worker, inEnglish(workerLink), {
      touch: true,
      script: markDrawn,
    })
    people.push(worker)
    const viewport = { width: 1280, height: 800 }
    const physician = await openPerson(browsers.physician, physicianLink, {
      viewport,
      script: markDrawn,
    })
    people.push(physician)
    await workerActs.arrives(worker.page)
    await physicianActs.signsIn(physician.page)
    await physicianActs.startsSession(physician.page)
    if (options.start === 'warm') await waitForStandby(worker.page, physician.page)
    await physicianActs.callsNext(physician.page)
    await workerActs.isRung(worker.page)
    await worker.page.waitForTimeout(700)
    const idle = await waitUntilCalm()
    const pressedAt = await workerActs.pressesAnswer(worker.page)
    // To ask a page anything costs it 20 ms (measured): not while the first pictures come.
    await sleep(quietMs)
    const codecs = await codecsOf(worker.page)
    const [ofWorker, ofPhysician] = await Promise.all([
      readStages(worker.page, options.start),
      readStages(physician.page, options.start),
    ])
    const since = (times: StageTimes) =>
      Object.fromEntries(
        Object.entries(times).map(([stage, at]) => [stage, at - pressedAt]),
      ) as StageTimes
    const sides = { worker: since(ofWorker), physician: since(ofPhysician) }
    const ms = Math.max(
      sides.worker['first-picture'] ?? Number.NaN,
      sides.physician['first-picture'] ?? Number.NaN,
    )
    return { ms, ...sides, idle, codecs }
  } finally {
    for (const person of people) await person.close()
    await visite.close()
  }
}

/** The first of those agreed on is the one that is sent. */
function codecsOf(page: Page): Promise<Codecs> {
  return page.evaluate(() => {
    const all = (globalThis as unknown as { journeyConnections: RTCPeerConnection[] })
      .journeyConnections
    const codecOf = (kind: string) => {
      const sender = all
        .at(-1)
        ?.getSenders()
        .find(({ track }) => track?.kind === kind)
      return sender?.getParameters().codecs[0]?.mimeType ?? 'none'
    }
    return { audio: codecOf('audio'), video: codecOf('video') }
  })
}

/** Runs in the page. The browser tells of its marks when it has drawn the frame in which they were made. */
const markDrawn = `new PerformanceObserver((list) => {
  if (list.getEntriesByName('visite first-picture').length > 0) performance.mark('visite drawn')
}).observe({ type: 'mark' })`

async function waitForStandby(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    for (let tries = 0; (await mediaOf(page)).standing === 0; tries++) {
      if (tries > 200) throw new Error('no connection stands by')
      await page.waitForTimeout(100)
    }
  }
}

/** From the page's own record, as milliseconds since 1970; waits for the first picture. */
async function readStages(page: Page, start: 'warm' | 'cold'): Promise<StageTimes> {
  await page.waitForFunction(
    () => performance.getEntriesByName('visite first-picture').length > 0,
    undefined,
    { polling: 200, timeout: 30_000 },
  )
  const marks = await page.evaluate(
    (names) =>
      names.flatMap((name) => {
        const [mark] = performance.getEntriesByName(`visite ${name}`)
        if (mark === undefined) return []
        const began: unknown = (mark as PerformanceMark).detail
        return [{ name, at: performance.timeOrigin + mark.startTime, began }]
      }),
    [...measuredStages],
  )
  const other = marks.find(({ name, began }) => name !== 'drawn' && began !== start)
  if (other !== undefined) throw new Error(`the call began ${String(other.began)}, not ${start}`)
  return Object.fromEntries(marks.map(({ name, at }) => [name, at]))
}
