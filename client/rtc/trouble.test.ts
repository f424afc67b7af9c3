import { describe, expect, test } from 'vitest'
import { deviceIn, troubleAfter, troubleOf, troubles, type LossFacts } from './trouble.ts'

const facts = (part: Partial<LossFacts>): LossFacts => ({
  device: 'microphone',
  how: 'ended',
  permission: 'granted',
  listed: true,
  visible: true,
  audioSession: 'unknown',
  handheld: false,
  ...part,
})
const heldBack = (part: Partial<LossFacts>) => facts({ how: 'held-back', ...part })

describe('a device that gives nothing', () => {
  test.each([
    ['its plug was pulled', facts({ listed: false }), 'microphone-unplugged'],
    ['its permission was refused', facts({ permission: 'denied' }), 'microphone-refused'],
    [
      'a refusal also hides the device from the list',
      facts({ permission: 'denied', listed: false }),
      'microphone-refused',
    ],
    ['its permission was reset', facts({ permission: 'prompt' }), 'microphone-refused'],
    ['another program took it', facts({ device: 'camera' }), 'camera-in-use'],
    ['nobody tells why', facts({ permission: 'unknown' }), 'microphone-lost'],
    [
      'Safari says that a call interrupts the sound',
      heldBack({ audioSession: 'interrupted' }),
      'microphone-phone-call',
    ],
    ['a phone that does not say', heldBack({ handheld: true }), 'microphone-phone-call'],
    [
      'Safari’s own button in the address bar is no call',
      heldBack({ handheld: true, audioSession: 'going-on' }),
      'microphone-switched-off',
    ],
    ['a switch on a headset', heldBack({}), 'microphone-switched-off'],
    [
      'the camera of a page behind another app',
      heldBack({ device: 'camera', visible: false, handheld: true }),
      'camera-away',
    ],
    [
      'the camera during a telephone call',
      heldBack({ device: 'camera', audioSession: 'interrupted', handheld: true }),
      'camera-away',
    ],
    [
      'the camera that another app shares the screen with',
      heldBack({ device: 'camera', handheld: true }),
      'camera-in-use',
    ],
    ['a shutter before the camera', heldBack({ device: 'camera' }), 'camera-switched-off'],
  ] as const)('%s', (_case, known, trouble) => {
    expect(troubleOf(known)).toBe(trouble)
  })

  test('that cannot be opened again says why it could not', () => {
    expect(troubleAfter('camera', 'busy')).toBe('camera-in-use')
    expect(troubleAfter('microphone', 'no-device')).toBe('microphone-unplugged')
    expect(troubleAfter('microphone', 'refused-by-system')).toBe('microphone-refused')
    expect(troubleAfter('camera', 'timed-out')).toBe('camera-lost')
  })
})

test('every trouble is about one device', () => {
  expect(troubles.filter((trouble) => deviceIn(trouble) === 'camera')).toHaveLength(6)
  expect(troubles.filter((trouble) => deviceIn(trouble) === 'microphone')).toHaveLength(7)
})
