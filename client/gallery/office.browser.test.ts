/** Every screen of the office in a real browser: no barrier for anybody, in each language, in both themes; nothing sticks out. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales, type Locale } from '../../signaling/protocol/primitives.ts'
import {
  findBarriersInBothThemes,
  findOverflow,
  findRemains,
  inspect,
  openGallery,
  showScreen,
  type Gallery,
  type Inspection,
} from './open-gallery.ts'
import { screens } from './office-screens.ts'

const desktop = { width: 1280, height: 800 }
const widths = [1024, 320] as const

let gallery: Gallery

beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)

afterAll(async () => {
  await gallery.close()
})

const allIn = (locale: Locale): Inspection => ({
  gallery: 'office',
  screens: Object.keys(screens),
  locale,
  view: { viewport: desktop, reducedMotion: 'reduce' },
})

async function findAllOverflow(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    found.push(...(await findOverflow(page)).map((line) => `${width} px: ${line} sticks out`))
  }
  await page.setViewportSize(desktop)
  return found
}

test.each(locales)(
  'in %s axe finds no barrier on any screen, in either theme, and nothing sticks out',
  async (locale) => {
    const found = await inspect(gallery, allIn(locale), async (page) => [
      ...(await findBarriersInBothThemes(page)),
      ...(await findAllOverflow(page)),
    ])
    expect(found).toEqual([])
  },
)

test('a screen is the same whatever was shown before it', async () => {
  expect(await findRemains(gallery, allIn('en'))).toEqual([])
})

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
