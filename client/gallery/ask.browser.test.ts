// @vitest-environment node
/** Every screen of the page for requests and offers, in four languages and both themes: axe finds nothing, nothing sticks out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '../../signaling/protocol/primitives.ts'
import { askSamples } from './ask-samples.ts'
import { findFaults, inspect, openGallery, type Gallery } from './open-gallery.ts'

/** The smallest phone in the dark, a desktop in the light. */
const views = [
  { width: 320, height: 640, colorScheme: 'dark' },
  { width: 1280, height: 800, colorScheme: 'light' },
] as const

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery?.close())

describe.each(views)('at $width px, $colorScheme', ({ width, height, colorScheme }) => {
  const view = { viewport: { width, height }, colorScheme }
  test.each(locales)('in %s', async (locale) => {
    const of = { gallery: 'ask', screens: Object.keys(askSamples), locale, view }
    expect(await inspect(gallery, of, findFaults)).toEqual([])
  })
})
