/** Serves the galleries and opens them in a real Chromium; counts what axe finds. For browser tests and for screenshots. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { createServer } from 'vite'
import type { Locale } from '../../signaling/protocol/primitives.ts'

export interface Gallery {
  readonly browser: Browser
  /** `worker`, `desk`, `office`: the page `gallery/<name>.html`. */
  address(name: string, screen: string, locale: Locale): string
  close(): Promise<void>
}

/** Where Debian puts it; another place may be named for other machines. */
const executablePath = process.env['VISITE_CHROMIUM'] ?? '/usr/bin/chromium'

export async function openGallery(): Promise<Gallery> {
  const server = await createServer({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null },
  })
  await server.listen()
  const base = server.resolvedUrls?.local[0]
  if (base === undefined) throw new Error('the gallery has no address')
  // Playing without a tap: the drawn pictures have no sound, and the question for a tap is a screen of its own.
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
  })
  return {
    browser,
    address: (name, screen, locale) =>
      `${base}gallery/${name}.html?${new URLSearchParams({ screen, lang: locale }).toString()}`,
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

/** Opens one screen and waits until it stands: the page sets `data-ready` or `data-drawn` on its root. */
export async function showScreen(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForSelector('html[data-ready], html[data-drawn]')
  // A face that nothing has asked for yet is ready as well: a later one would draw wider words than people see.
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((face) => face.load()))
  })
}

export interface Inspection {
  /** The page `gallery/<name>.html`, and its screens; the first is the one that is loaded. */
  readonly gallery: string
  readonly screens: readonly string[]
  readonly locale: Locale
  readonly view: BrowserContextOptions
  /** Rules that every screen is to be seen under. */
  readonly style?: string
}

/** Shows one screen after another without loading anew; returns what `find` finds on each, with the screen's name. */
export async function inspect(
  from: Gallery,
  { gallery, screens, locale, view, style }: Inspection,
  find: (page: Page) => Promise<readonly string[]>,
): Promise<string[]> {
  const context = await from.browser.newContext(view)
  const page = await context.newPage()
  const findings: string[] = []
  await showScreen(page, from.address(gallery, screens[0] ?? '', locale))
  if (style !== undefined) await page.addStyleTag({ content: style })
  for (const screen of screens) {
    await page.evaluate((name) => globalThis.showScreen(name), screen)
    findings.push(...(await find(page)).map((finding) => `${screen}: ${finding}`))
  }
  await context.close()
  return findings
}

/** What axe finds, and what sticks out. */
export async function findFaults(page: Page): Promise<string[]> {
  return [...(await findBarriers(page)), ...(await findOverflow(page))]
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Returns one line for each finding of axe on the page as it stands. */
export async function findBarriers(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.addScriptTag({ path: axePath })
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { runOnly: tags })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`,
      ),
    )
  }, rules)
}

/** Returns what sticks out sideways: at 320 px nothing may need sideways scrolling (WCAG 1.4.10). */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const box = element.getBoundingClientRect()
        const isUnseen = element.closest('.unseen, video, dialog:not([open])') !== null
        return box.width > 0 && !isUnseen && (box.right > width + 1 || box.left < -1)
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
  })
}

/** A call's last button, where no question stands before it, is seen in full and lies under no other element. */
export function findHiddenWayOut(page: Page): Promise<string[]> {
  return findHidden(page, '.dock-button.leave')
}

/** Returns a line when what is drawn is not seen in full without scrolling, or lies under another element. */
export function findHidden(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const element = document.querySelector(wanted)
    // Behind the ring the call is laid out already, unseen.
    if (element?.checkVisibility({ visibilityProperty: true }) !== true) return []
    if (document.querySelector('dialog[open]') !== null) return []
    const box = element.getBoundingClientRect()
    const isInside =
      box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && box.height >= 44
    const middle = box.x + box.width / 2
    const isOnTop = [box.top + 8, box.y + box.height / 2, box.bottom - 8].every((y) => {
      const top = document.elementFromPoint(middle, y)
      return top !== null && element.contains(top)
    })
    return isInside && isOnTop ? [] : [`${wanted} is hidden`]
  }, selector)
}

declare global {
  /** The galleries of the worker and the guest have it: changes the screen without loading the page again. */
  var showScreen: (name: string) => Promise<void>
}
