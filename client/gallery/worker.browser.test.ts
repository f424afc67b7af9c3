// @vitest-environment node
/** Every screen of the worker's page, in four languages and both themes: axe finds nothing, nothing needs sideways scrolling. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '../../signaling/protocol/primitives.ts'
import { troubles } from '../rtc/trouble.ts'
import {
  findFaults,
  findHidden,
  findHiddenWayOut,
  findOverflow,
  inspect,
  openGallery,
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
  'arrival-choices',
  'arrival-confirmed',
  'arrival-move',
  'arrival-decline',
  'identity-ways',
  'identity-code',
  'identity-sms',
  'identity-code-wrong',
  'identity-cancelled',
  'identity-again',
  'identity-unclear',
  'identity-other-browser',
  'identity-down',
  'identity-failed',
  'identity-other-person',
  'identity-none',
  'in-person-planned',
  'in-person-offers',
  'in-person-offer-taken',
  'in-person-question',
  'camera',
  'camera-known',
  'camera-asking',
  'camera-refused',
  'camera-refused-by-system',
  'camera-busy',
  'camera-no-device',
  'camera-calling',
  'waiting',
  'waiting-early',
  'waiting-late',
  'waiting-offer',
  'waiting-offer-now',
  'waiting-offer-taken',
  'camera-offer',
  'waiting-offline',
  'waiting-missed',
  'waiting-no-camera',
  'waiting-no-microphone',
  'waiting-asked',
  'waiting-agreed',
  'waiting-changing',
  'waiting-not-told',
  'ring',
  'call',
  'call-fresh',
  'call-connecting',
  'call-connecting-long',
  'call-recovering',
  'call-recovering-long',
  'call-muted',
  'call-paused',
  'call-other-paused',
  'call-camera-off',
  ...troubles.flatMap((trouble) => [`call-${trouble}`, `call-other-${trouble}`]),
  'call-weak',
  'call-sound-only',
  'call-more',
  'call-devices',
  'call-now-using',
  'call-back',
  'call-may-echo',
  'call-muted-talk',
  'call-text',
  'call-files',
  'call-photo',
  'call-shown',
  'call-words',
  'call-words-renewed',
  'call-words-waiting',
  'call-words-different',
  'call-words-told',
  'call-words-broken',
  'call-third',
  'call-third-weak',
  'call-third-paused',
  'call-third-objected',
  'after-left',
  'after',
  'after-room',
  'in-person',
  'in-person-room',
  'in-person-after-call',
  'over',
  'elsewhere',
  'elsewhere-in-call',
  'replaced',
  'signed-out',
  'outdated',
]

/** The smallest phone in the dark, a desktop in the light; between them the layout changes once, at 600 px. */
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
    const of = { gallery: 'worker', screens, locale, view }
    expect(await inspect(gallery, of, findFaults)).toEqual([])
  })
})

/** Nothing to the side, and the way out of a call in full view. */
test.each(locales)('with text of 200 % on a small phone, in %s', async (locale) => {
  const view = { viewport: { width: 360, height: 740 } }
  // As a browser's own setting does: the page's 112.5 % of it stay.
  const style = 'html { font-size: 225% !important }'
  const found = await inspect(
    gallery,
    { gallery: 'worker', screens, locale, view, style },
    async (page) => [...(await findOverflow(page)), ...(await findHiddenWayOut(page))],
  )
  expect(found).toEqual([])
})

/** As above the keyboard of a small phone. */
test.each(locales)(
  'with half of the height, in %s, one sees what one types, and the way out',
  async (locale) => {
    const view = { viewport: { width: 320, height: 340 } }
    const of = { gallery: 'worker', screens: ['call-text'], locale, view }
    const found = await inspect(gallery, of, async (page) => [
      ...(await findHiddenWayOut(page)),
      ...(await findHidden(page, '.share-own')),
    ])
    expect(found).toEqual([])
  },
)
