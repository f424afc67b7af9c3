/** Every screen of the desk in a real browser: no barrier for anybody, one solid button, nothing that sticks out. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales, type Locale } from '../../signaling/protocol/primitives.ts'
import { texts as consultation } from '../i18n/consultation/en.ts'
import { texts as sharing } from '../i18n/sharing/en.ts'
import { samples } from './desk-screens.ts'
import {
  findBarriersInBothThemes,
  findHidden,
  findHiddenWayOut,
  findOverflow,
  findRemains,
  inspect,
  openGallery,
  showScreen,
  type Gallery,
  type Inspection,
} from './open-gallery.ts'

const screens = [
  ...Object.keys(samples),
  'identity-proof',
  'sign-in',
  'make-passkey',
  'enrol',
  'link-not-valid',
  'signed-out',
  'own-sign-in-refused',
]

const desktop = { width: 1440, height: 900 }
const tablet = { width: 1024, height: 768 }
const smallPhone = { width: 320, height: 640 }

let gallery: Gallery

beforeAll(async () => {
  gallery = await openGallery()
})

afterAll(async () => {
  await gallery.close()
})

const allIn = (locale: Locale): Inspection => ({
  gallery: 'desk',
  screens,
  locale,
  view: { viewport: desktop },
})

/** Two frames later the elements have drawn the shape that the new size asks for. */
async function resize(page: Page, size: typeof desktop): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )
}

/** Solid buttons beside each other: people would not know which to press. */
function findSolidButtons(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Behind a modal dialog nothing can be pressed.
    const inReach = document.querySelector('dialog:modal') ?? document
    const solid = [...inReach.querySelectorAll('.button.primary, .button.stop')]
    const words = solid.map((button) => button.textContent.trim())
    return words.length > 1 ? [`two solid buttons: ${words.join(', ')}`] : []
  })
}

/** Targets smaller than 44 px, which a finger on a tablet misses. */
function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], label.choice')]
      .map((target) => ({ words: target.textContent.trim(), box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && Math.min(box.height, box.width) < 43.5)
      .map(({ box, words }) => `small target ${words} ${box.width} × ${box.height}`),
  )
}

/** Chips of the strip that wrap or are cut. */
function findWrappedChips(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.queue-strip .chip')]
      .filter((chip) => {
        const box = chip.getBoundingClientRect()
        const strip = chip.closest('li')?.getBoundingClientRect()
        return box.height > 32 || box.right > (strip?.right ?? Infinity)
      })
      .map((chip) => `chip does not fit: ${chip.textContent.trim()}`),
  )
}

/** A desk that fills its window scrolls in its parts, never as a page. */
function findPageScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientHeight, scrollHeight } = document.documentElement
    return scrollHeight > clientHeight ? [`the page is ${scrollHeight} px high`] : []
  })
}

async function findOnDesktop(page: Page): Promise<readonly string[]> {
  await resize(page, desktop)
  return [
    ...(await findBarriersInBothThemes(page)),
    ...(await findSolidButtons(page)),
    ...(await findPageScroll(page)),
    ...(await findOverflow(page)),
  ]
}

async function findOnTablet(page: Page): Promise<readonly string[]> {
  await resize(page, tablet)
  return [
    ...(await findSolidButtons(page)),
    ...(await findSmallTargets(page)),
    ...(await findWrappedChips(page)),
    ...(await findPageScroll(page)),
    ...(await findOverflow(page)),
  ]
}

async function findOnPhone(page: Page): Promise<readonly string[]> {
  await resize(page, smallPhone)
  await page.evaluate(() => scrollTo(0, 0))
  return [
    ...(await findOverflow(page)),
    ...(await findHiddenWayOut(page)),
    ...(await findHidden(page, '.share-own')),
  ]
}

test.each(locales)(
  'the desk in %s has no barrier that axe knows, in either theme; fits desktop and tablet; on a phone the way out is in sight',
  async (locale) => {
    const found = await inspect(gallery, allIn(locale), async (page) => [
      ...(await findOnDesktop(page)).map((line) => `desktop: ${line}`),
      ...(await findOnTablet(page)).map((line) => `tablet: ${line}`),
      ...(await findOnPhone(page)).map((line) => `320 px: ${line}`),
    ])
    expect(found).toEqual([])
  },
)

test('a screen is the same whatever was shown before it', async () => {
  expect(await findRemains(gallery, allIn('en'))).toEqual([])
})

/** At 200 % (WCAG 1.4.4): a browser's own setting changes what a style sheet asks of the screen, larger text alone does not. */
test.each(['de', 'fr'] as const)(
  'with larger text alone the desk in %s takes its narrow shape, and the way out stays in sight',
  async (locale) => {
    const view = { viewport: { width: 1280, height: 800 } }
    const style = 'html { font-size: 200% }'
    const found = await inspect(gallery, { ...allIn(locale), view, style }, async (page) => {
      await page.evaluate(() => scrollTo(0, 0))
      return [...(await findOverflow(page)), ...(await findHiddenWayOut(page))]
    })
    expect(found).toEqual([])
  },
)

/** What the focus is on, in words. */
const focused = () =>
  document.activeElement?.getAttribute('aria-label') ??
  document.activeElement?.textContent.trim() ??
  ''

test('every control of a call is reached with the Tab key, and what closes gives the focus back', async () => {
  const page = await gallery.browser.newPage({ viewport: desktop })
  await showScreen(page, gallery.address('desk', 'in-call-third-waits', 'en'))
  const controls = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.call button')]
      .filter((button) => button.checkVisibility())
      .map((button) => button.getAttribute('aria-label') ?? button.textContent.trim()),
  )
  const reached = new Set<string>()
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab')
    reached.add(await page.evaluate(focused))
  }
  expect(controls.length).toBeGreaterThan(7)
  expect(controls.filter((name) => !reached.has(name))).toEqual([])

  await page.locator('[data-control=more]').focus()
  await page.keyboard.press('Enter')
  await page.locator('dialog.call-more[open]').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(focused)).toBe(consultation['dock.more-long'])

  await showScreen(page, gallery.address('desk', 'in-call-text', 'en'))
  await page.getByRole('button', { name: sharing['text.close'], exact: true }).press('Enter')
  await page.locator('share-panel').waitFor({ state: 'detached' })
  expect(await page.evaluate(focused)).toBe(consultation['dock.text-long'])
  await page.close()
})
