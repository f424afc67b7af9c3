// @vitest-environment node
/** Every screen of the guest's page, in four languages and both themes: axe finds nothing, nothing needs sideways scrolling. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '../../signaling/protocol/primitives.ts'
import { findFaults, inspect, openGallery, type Gallery } from './open-gallery.ts'

const screens = [
  'loading',
  'invalid',
  'failed',
  'asked',
  'asked-captioner',
  'asked-companion',
  'asked-early',
  'devices',
  'devices-captioner',
  'devices-failed',
  'opening',
  'waiting',
  'waiting-sound',
  'waiting-again',
  'waiting-lost',
  'elsewhere',
  'call',
  'call-connecting',
  'call-worker-away',
  'call-recovering',
  'call-sound',
  'call-paused',
  'call-other-paused',
  'call-muted-talk',
  'call-weak',
  'over-call-ended',
  'over-removed',
  'over-left',
  'over-appointment',
]

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
    const of = { gallery: 'guest', screens, locale, view }
    expect(await inspect(gallery, of, findFaults)).toEqual([])
  })
})
