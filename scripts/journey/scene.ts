/** What the journeys share: a demonstration, two people, and everything closed at the end, however it ends. */
import type { Browser, Page } from 'playwright-core'
import type { Participant } from '../../signaling/protocol/consultation.ts'
import { inEnglish, physicianActs, workerActs, type Screen } from './acts.ts'
import {
  openBrowser,
  openPerson,
  waitForMedia,
  type BrowserOptions,
  type Evaluates,
  type Person,
} from './browser.ts'
import { readLinks } from './links.ts'
import type { VisiteProcess } from './visite-process.ts'

/** Closes what a journey opened, the latest first, also when it failed half-way. */
export function createClosing() {
  const closers: (() => Promise<unknown> | void)[] = []
  return {
    later(close: () => Promise<unknown> | void): void {
      closers.unshift(close)
    },
    async now(): Promise<void> {
      for (const close of closers.splice(0)) await close()
    },
  }
}
export type Closing = ReturnType<typeof createClosing>

export interface Scene {
  readonly worker: Person
  readonly physician: Person
  readonly browsers: { readonly worker: Browser; readonly physician: Browser }
}

/** Gives a person's browser. Whoever gives it closes it. */
export type Reach = (who: string, options?: BrowserOptions) => Promise<Browser>

export interface Where {
  readonly worker?: BrowserOptions
  readonly physician?: BrowserOptions
  /** Runs in both pages before their own program. */
  readonly script?: string
  /** Called for each page before it is loaded. */
  readonly before?: (page: Page, side: Participant) => Promise<void>
  /** Without it new browsers are opened, and closed in the end. */
  readonly reach?: Reach
}

/** The first worker on a phone and the physician at a desk, each in a browser of their own. */
export async function openScene(
  visite: VisiteProcess,
  closing: Closing,
  where: Where = {},
): Promise<Scene> {
  const optionsOf = (side: Participant) => ({
    ...(where.script !== undefined && { script: where.script }),
    before: async (page: Page) => where.before?.(page, side),
  })
  const reach = where.reach ?? reachAnew(closing)
  const [workerBrowser, physicianBrowser] = await Promise.all([
    reach('worker', where.worker),
    reach('physician', where.physician),
  ])
  const links = readLinks(visite.output())
  const worker = await openPerson(workerBrowser, inEnglish(links.workers[0] ?? ''), {
    touch: true,
    ...optionsOf('worker'),
  })
  const physician = await openPerson(physicianBrowser, links.physicians[0] ?? '', {
    viewport: { width: 1280, height: 800 },
    ...optionsOf('physician'),
  })
  return { worker, physician, browsers: { worker: workerBrowser, physician: physicianBrowser } }
}

const reachAnew =
  (closing: Closing): Reach =>
  async (_who, options) => {
    const browser = await openBrowser(options)
    closing.later(() => browser.close())
    return browser
  }

/** The two people, at whatever browsers. */
export interface Pair {
  readonly worker: { readonly page: Screen & Evaluates }
  readonly physician: { readonly page: Screen & Evaluates }
}

/** From the two links to the ring on the worker's screen. */
export async function ring({ worker, physician }: Pair): Promise<void> {
  await workerActs.arrives(worker.page)
  await physicianActs.signsIn(physician.page)
  await physicianActs.startsSession(physician.page)
  await physicianActs.callsNext(physician.page)
  await workerActs.isRung(worker.page)
}

/** Returns what each side received once both see moving pictures and hear the other. */
export async function answer({ worker, physician }: Pair) {
  await workerActs.answers(worker.page)
  const [seenByWorker, seenByPhysician] = await Promise.all([
    waitForMedia(worker.page),
    waitForMedia(physician.page),
  ])
  return { seenByWorker, seenByPhysician }
}

/** From the two links to the middle of a talk. Returns what each side received. */
export async function talk(pair: Pair) {
  await ring(pair)
  return answer(pair)
}

export interface StoredRow {
  readonly outcome: string | null
  readonly status: string
}

/** Reads the first appointment of the day from the server, as the physician's page may: from its own network. */
export async function storedRow(physician: Person): Promise<StoredRow | undefined> {
  const day = (await physician.page.evaluate(async () =>
    (await fetch('/api/desk/day')).json(),
  )) as { sessions: { rows: StoredRow[] }[] }
  return day.sessions[0]?.rows[0]
}

/** Whom the call screen is about. */
export const nameOnTop = (page: Page) => page.locator('.call-head').getByRole('heading').innerText()
