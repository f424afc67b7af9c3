/** Serves the galleries and opens them in a real Chromium; counts what axe finds. For browser tests and for screenshots. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { RunOptions } from 'axe-core'
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

/** Opens one screen and waits until it stands: the page sets `data-ready` on its root. */
export async function showScreen(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForSelector('html[data-ready]')
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

/** Shows one screen after another without loading anew; returns what `find` finds on each, and what went wrong there. */
export async function inspect(
  from: Gallery,
  { gallery, screens, locale, view, style }: Inspection,
  find: (page: Page) => Promise<readonly string[]>,
): Promise<string[]> {
  const context = await from.browser.newContext(view)
  const findings: string[] = []
  try {
    const page = await context.newPage()
    let current = screens[0] ?? ''
    page.on('pageerror', (error) => findings.push(`${current}: error: ${error.message}`))
    await showScreen(page, from.address(gallery, current, locale))
    if (style !== undefined) await page.addStyleTag({ content: style })
    for (const screen of screens) {
      current = screen
      await page.evaluate((name) => globalThis.showScreen(name), screen)
      findings.push(...(await find(page)).map((finding) => `${screen}: ${finding}`))
    }
  } finally {
    await context.close()
  }
  return findings
}

/** What is otherwise on a screen when all are shown in the other order: something of those before it is left on it. */
export async function findRemains(from: Gallery, all: Inspection): Promise<string[]> {
  const forwards = new Set(await inspect(from, all, describeScreen))
  const reversed = { ...all, screens: all.screens.toReversed() }
  const backwards = await inspect(from, reversed, describeScreen)
  return backwards.filter((line) => !forwards.has(line))
}

/** Line by line: the page's title, what has the focus, how far it is scrolled, and all that stands on it. */
async function describeScreen(page: Page): Promise<string[]> {
  const description = await page.evaluate(() => {
    const { title, activeElement, body } = document
    const shown = [...body.children].map((each) => (each.tagName === 'svg' ? '' : each.outerHTML))
    return [title, activeElement?.tagName, activeElement?.id, scrollY, ...shown].join('\n')
  })
  // What differs by chance: the marks between Lit's parts, the addresses of files in memory, and how a picture fits its
  // frame, which is known only with the first frame.
  return description.replaceAll(/<!--.*?-->|blob:[^"]*| data-fit="\w+"/g, '').split('\n')
}

/** What axe finds, and what sticks out. */
export async function findFaults(page: Page): Promise<string[]> {
  return [...(await findBarriers(page)), ...(await findOverflow(page))]
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const colourRules = ['color-contrast', 'link-in-text-block']

/** Whatever the words are, they have the same colours: looking at them takes half of axe's time (measured), so in one language. */
const languageOfColours: Locale = 'de'

/** All rules; those about colours in one language only. */
export async function findBarriers(page: Page): Promise<string[]> {
  const withColours = await showsColours(page)
  return runAxe(page, {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(colourRules.map((rule) => [rule, { enabled: withColours }])),
  })
}

/** In the dark the rules about colours alone, for nothing else changes (`tokens.test.ts`). */
export async function findBarriersInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const inLight = await findBarriers(page)
  if (!(await showsColours(page))) return inLight
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await runAxe(page, { runOnly: { type: 'rule', values: colourRules } })
  return [...inLight, ...inDark.map((line) => `dark: ${line}`)]
}

const showsColours = (page: Page) =>
  page.evaluate((language) => document.documentElement.lang.startsWith(language), languageOfColours)

/** Returns one line for each finding of axe on the page as it stands. */
async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.addScriptTag({ path: axePath })
  return page.evaluate(async (given) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    // Of what is in order nobody reads where it stands: a third of the time (measured).
    const { violations } = await axe.run(document, { ...given, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`,
      ),
    )
  }, options)
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
  /** Every gallery of more than one screen has it: changes the screen without loading the page again. */
  var showScreen: (name: string) => Promise<void>
}
