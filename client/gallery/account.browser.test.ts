import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales } from '../../signaling/protocol/primitives.ts'
import {
  findBarriersInBothThemes,
  findOverflow,
  inspect,
  openGallery,
  showScreen,
  type Gallery,
} from './open-gallery.ts'

let gallery: Gallery

beforeAll(async () => {
  gallery = await openGallery()
})

afterAll(async () => {
  await gallery.close()
})

const screens = [
  'employer',
  'employer-none',
  'employer-check',
  'employer-check-missing',
  'employer-opening',
  'employer-failed',
  'employer-sign-in',
  'employer-code',
  'employer-code-wrong',
  'evaluation',
  'evaluation-sign-in',
] as const

test.each(locales)(
  'the pages of an employer’s contact and of an evaluator in %s have no barrier and need no sideways scrolling',
  async (locale) => {
    const view = { viewport: { width: 320, height: 640 } }
    const found = await inspect(
      gallery,
      { gallery: 'account', screens, locale, view },
      async (page) => [...(await findBarriersInBothThemes(page)), ...(await findOverflow(page))],
    )
    expect(found).toEqual([])
  },
)

test('a contact at the keyboard finds a room fit only when all four points are ticked', async () => {
  const page = await gallery.browser.newPage()
  await showScreen(page, gallery.address('account', 'employer', 'en'))
  await page.getByRole('button', { name: 'Check the room Liège Salle 2' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'The room is ready' }).press('Enter')
  expect(await page.locator('#check-error').textContent()).toContain('Tick all four')
  for (const box of await page.locator('.room-check input').all()) await box.check()
  await page.getByRole('button', { name: 'The room is ready' }).press('Enter')
  await page.waitForSelector('.room-check', { state: 'detached' })
  await page.close()
})
