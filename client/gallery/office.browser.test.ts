/** Every screen of the office in a real browser: no barrier for anybody, in each language, in both themes; nothing sticks out. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales, type Locale } from '../../signaling/protocol/primitives.ts'
import {
  findBarriers,
  findOverflow,
  openGallery,
  showScreen,
  type Gallery,
} from './open-gallery.ts'
import { screens } from './office-screens.ts'

/** The dark colours are the same in every language. */
const themesIn = (locale: Locale) =>
  locale === 'en' ? (['light', 'dark'] as const) : (['light'] as const)
const widths = [1024, 320] as const

let gallery: Gallery

beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)

afterAll(async () => {
  await gallery.close()
})

/** Opens every screen once; returns a line for each thing that was found or that went wrong in the page. */
async function visitAll(locale: Locale): Promise<string[]> {
  const context: BrowserContext = await gallery.browser.newContext({ reducedMotion: 'reduce' })
  const found: string[] = []
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => found.push(`error: ${error.message}`))
    for (const screen of Object.keys(screens)) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await showScreen(page, gallery.address('office', screen, locale))
      const lines = [
        ...(await findBarriersIn(page, themesIn(locale))),
        ...(await findAllOverflow(page)),
      ]
      found.push(...lines.map((line) => `${screen}: ${line}`))
    }
  } finally {
    await context.close()
  }
  return found
}

async function findBarriersIn(
  page: Page,
  themes: ReturnType<typeof themesIn>,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await findBarriers(page)).map((line) => `${colorScheme}: ${line}`))
  }
  return found
}

async function findAllOverflow(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    found.push(...(await findOverflow(page)).map((line) => `${width} px: ${line} sticks out`))
  }
  return found
}

test.each(locales)(
  'in %s axe finds no barrier on any screen, and nothing sticks out; in English in the dark too',
  async (locale) => {
    expect(await visitAll(locale)).toEqual([])
  },
  300_000,
)

test('a person at the keyboard adds a worker, and the focus returns to where it was', async () => {
  const page = await gallery.browser.newPage({ viewport: { width: 1280, height: 800 } })
  await showScreen(page, gallery.address('office', 'workers', 'en'))
  await page.getByRole('button', { name: 'Add worker' }).focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('firstName')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog', { state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Add worker')
  await page.close()
})

test.each([
  ['+32 (0)470/12.34-56', 0],
  ['0470 12 34 56', 1],
])('a telephone number as people write it: %s', async (phone, problems) => {
  const page = await gallery.browser.newPage()
  await showScreen(page, gallery.address('office', 'worker-new', 'en'))
  await page.getByLabel('Phone').fill(phone)
  await page.locator('form-dialog .primary').click()
  expect(await page.locator('#form-phone-error').count()).toBe(problems)
  await page.close()
})
