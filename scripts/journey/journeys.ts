/**
 * What a file of journeys keeps from one to the next: its browsers. Starting two takes two seconds of both processors
 * (measured), and every person has a context of their own, with own cookies, storage and connections.
 */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach } from 'vitest'
import { physicianActs } from './acts.ts'
import { openBrowser, openPerson, type BrowserOptions, type Person } from './browser.ts'
import { readLinks, type DemoLinks } from './links.ts'
import {
  createClosing,
  openScene,
  talk,
  type Closing,
  type Reach,
  type Scene,
  type Where,
} from './scene.ts'
import { startVisite, type VisiteProcess } from './visite-process.ts'

/** What was opened in a journey is closed after it. */
export interface Journeys extends Closing {
  /** The kept browser of this person with these options; what it has open is closed after the journey. */
  readonly reach: Reach
  /** A demonstration of their own. */
  start(environment?: Given['environment']): Promise<VisiteProcess>
  /** As `start`, and both at their first page. */
  open(given?: Given): Promise<Scene & { visite: VisiteProcess }>
  /** As `start`, and its planner in the office, at a desk. */
  openOffice(): Promise<{ visite: VisiteProcess; links: DemoLinks; planner: Person }>
  /** As `open`, and in the middle of a talk. */
  openTalk(given?: Given): Promise<Scene & { visite: VisiteProcess }>
}

export interface Given extends Omit<Where, 'reach'> {
  /** Settings of the server, `VISITE_…`. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Call it once, at the top of the file. */
export function keepJourneys(): Journeys {
  const closing = createClosing()
  const kept = new Map<string, Browser>()

  async function reach(who: string, options: BrowserOptions = {}): Promise<Browser> {
    const key = `${who} ${JSON.stringify(options)}`
    const present = kept.get(key)
    // A journey may have killed it.
    const browser = present?.isConnected() === true ? present : await openBrowser(options)
    kept.set(key, browser)
    closing.later(() => Promise.all(browser.contexts().map((context) => context.close())))
    return browser
  }

  async function start(environment: Given['environment'] = {}): Promise<VisiteProcess> {
    const visite = await startVisite({ program: 'demo', environment })
    closing.later(() => visite.close())
    return visite
  }

  async function open({ environment, ...where }: Given = {}) {
    const visite = await start(environment)
    return { ...(await openScene(visite, closing, { ...where, reach })), visite }
  }

  async function openOffice() {
    const visite = await start()
    const links = readLinks(visite.output())
    const viewport = { width: 1280, height: 800 }
    const planner = await openPerson(await reach('planner'), links.planner, { viewport })
    await physicianActs.opensSignInLink(planner.page)
    return { visite, links, planner }
  }

  afterEach(() => closing.now())
  afterAll(() => Promise.all([...kept.values()].map((browser) => browser.close())))

  return {
    ...closing,
    reach,
    start,
    open,
    openOffice,
    async openTalk(given) {
      const scene = await open(given)
      await talk(scene)
      return scene
    },
  }
}
