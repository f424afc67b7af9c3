// @vitest-environment happy-dom
import { render } from 'lit'
import { describe, expect, test } from 'vitest'
import { texts } from '../i18n/consultation/en.ts'
import { bannerOf, renderBanner, type Banner, type BannerFacts } from './call-banner.ts'
import type { Devices } from './live.ts'

const devices: Devices = { microphone: 'on', camera: 'on', paused: false }
const facts = (
  phase: 'connecting' | 'connected' | 'recovering',
  more: Partial<BannerFacts> = {},
): BannerFacts => ({
  call: { phase, appointmentId: 'appointment', callId: 'call', attempt: 1, since: 0 },
  local: devices,
  remote: devices,
  otherIn: true,
  news: null,
  mutedTalk: false,
  fresh: false,
  long: false,
  ...more,
})

const muted = (mutedTalk: boolean) =>
  facts('connected', { local: { ...devices, microphone: 'off' }, mutedTalk })

test.each([
  ['a call that goes well', facts('connected'), null],
  ['a broken path', facts('recovering'), 'recovering'],
  ['a path that stays broken', facts('recovering', { long: true }), 'recovering-long'],
  ['a first connection', facts('connecting'), null],
  [
    'a first connection that does not come about',
    facts('connecting', { long: true }),
    'connecting-long',
  ],
  ['a call that goes well for long', facts('connected', { long: true }), null],
  ['the other person left', facts('recovering', { otherIn: false }), 'other-not-here'],
  ['still heard after the server was started again', facts('connected', { otherIn: false }), null],
  [
    'a broken path before a lost microphone',
    facts('recovering', { local: { ...devices, troubles: ['microphone-lost'] } }),
    'recovering',
  ],
  [
    'a pause of the other before the own mute',
    facts('connected', {
      local: { ...devices, microphone: 'off' },
      remote: { ...devices, paused: true },
    }),
    'other-paused',
  ],
  [
    'a phone call of the other side',
    facts('connected', { remote: { ...devices, troubles: ['microphone-phone-call'] } }),
    'other-microphone-phone-call',
  ],
  [
    'an own lost camera before that of the other side',
    facts('connected', {
      local: { ...devices, troubles: ['camera-unplugged'] },
      remote: { ...devices, troubles: ['camera-away'] },
    }),
    'camera-unplugged',
  ],
  ['nothing about an own mute that the person knows of', muted(false), null],
  ['an own mute that the person forgot', muted(true), 'muted'],
  [
    'another device that took the place of one',
    facts('connected', { news: { kind: 'now-using', device: 'camera', label: 'Webcam' } }),
    'now-using',
  ],
  [
    'no word about an own mute during an own pause',
    facts('connected', {
      local: { ...devices, microphone: 'off', paused: true },
    }),
    null,
  ],
] as const)('%s', (_case, known, banner) => {
  expect(bannerOf(known)).toBe(banner)
})

describe('a call that does not come back', () => {
  function show(banner: Banner, phone: string, inPerson: (() => void) | null): HTMLElement {
    const place = document.createElement('div')
    const act = () => {}
    render(
      renderBanner(
        banner,
        { texts, name: 'Dr. Peeters', news: null, phone },
        { restore: act, showDevices: act, take: act, inPerson },
      ),
      place,
    )
    return place
  }

  test.each(['recovering-long', 'connecting-long'] as const)(
    '%s: offers the telephone, and a visit in person',
    (banner) => {
      let wished = 0
      const place = show(banner, '02 123 45 67', () => (wished += 1))
      expect(place.querySelector('a')?.getAttribute('href')).toBe('tel:021234567')
      place.querySelector('button')?.click()
      expect(wished).toBe(1)
    },
  )

  test('offers nothing that is not there', () => {
    expect(show('recovering-long', '', null).querySelector('a, button')).toBeNull()
  })

  test('only says so in its first seconds', () => {
    expect(show('recovering', '02 123 45 67', () => {}).querySelector('a, button')).toBeNull()
  })
})
