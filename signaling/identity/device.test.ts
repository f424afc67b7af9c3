import { expect, test } from 'vitest'
import { passkeyNameOn, toDevice } from './device.ts'

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'edge windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
    'firefox windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    'safari macos',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1',
    'chrome ios',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'chrome android',
  ],
  ['curl/8.5.0', 'other other'],
  ['', null],
])('%s', (agent, device) => {
  expect(toDevice(agent)).toBe(device)
})

test('a passkey is called after the device, in words that are the same in every language', () => {
  expect(passkeyNameOn('firefox windows')).toBe('Firefox, Windows')
  expect(passkeyNameOn('other other')).toBe('Passkey')
  expect(passkeyNameOn(null)).toBe('Passkey')
})
