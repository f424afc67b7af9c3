import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales } from '../../signaling/protocol/primitives.ts'
import {
  findBarriers,
  findOverflow,
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

test.each(locales)(
  'the room’s page in %s has no barrier and needs no sideways scrolling',
  async (locale) => {
    const page = await gallery.browser.newPage({ viewport: { width: 320, height: 640 } })
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await showScreen(page, gallery.address('room', 'room', locale))
      found.push(...(await findBarriers(page)), ...(await findOverflow(page)))
    }
    await page.close()
    expect(found).toEqual([])
  },
)
