// @vitest-environment node
/** Every screen of the worker's page, in four languages and both themes: axe finds nothing, nothing needs sideways scrolling. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '../../signaling/protocol/primitives.ts'
import {
  findBarriers,
  findOverflow,
  openGallery,
  showScreen,
  type Gallery,
} from './open-gallery.ts'

const screens = [
  'loading',
  'not-valid',
  'unreachable',
  'arrival',
  'arrival-failed',
  'arrival-today',
  'arrival-early',
  'in-person-question',
  'camera',
  'camera-asking',
  'camera-refused',
  'camera-refused-by-system',
  'camera-busy',
  'camera-no-device',
  'camera-calling',
  'waiting',
  'waiting-early',
  'waiting-late',
  'waiting-offline',
  'waiting-missed',
  'waiting-no-camera',
  'waiting-no-microphone',
  'ring',
  'call',
  'call-fresh',
  'call-connecting',
  'call-recovering',
  'call-muted',
  'call-paused',
  'call-other-paused',
  'call-camera-off',
  'call-trouble',
  'call-more',
  'after-left',
  'after',
  'in-person',
  'in-person-after-call',
  'over',
  'elsewhere',
  'replaced',
  'signed-out',
  'outdated',
]

/** A small phone in one theme, a large one in the other; tablets and desktops are the wider two. */
const views = [
  { width: 320, height: 640, colorScheme: 'dark' },
  { width: 360, height: 740, colorScheme: 'light' },
  { width: 1024, height: 768, colorScheme: 'light' },
] as const

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)
afterAll(() => gallery?.close())

describe.each(views)('at $width px, $colorScheme', ({ width, height, colorScheme }) => {
  test.each(locales)(
    'in %s',
    async (locale) => {
      const context = await gallery.browser.newContext({ viewport: { width, height }, colorScheme })
      const page = await context.newPage()
      const findings: string[] = []
      for (const screen of screens) {
        await showScreen(page, gallery.address('worker', screen, locale))
        const found = [...(await findBarriers(page)), ...(await findOverflow(page))]
        findings.push(...found.map((finding) => `${screen}: ${finding}`))
      }
      await context.close()
      expect(findings).toEqual([])
    },
    180_000,
  )
})
