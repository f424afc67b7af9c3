import { describe, expect, test } from 'vitest'
import { browserOf, callingBrowserOf } from './browser.ts'

const agents = {
  iPhone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  iPhoneChrome:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/139.0 Mobile/15E148 Safari/604.1',
  android:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36',
  samsung:
    'Mozilla/5.0 (Linux; Android 15; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
  firefox: 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
}

describe('the browser whose steps are shown', () => {
  test.each([
    ['iPhone', 'ios-safari'],
    ['iPhoneChrome', 'other'],
    ['android', 'android-chrome'],
    ['samsung', 'samsung'],
    ['firefox', 'firefox'],
    ['edge', 'desktop-chromium'],
    ['mac', 'desktop-safari'],
  ] as const)('%s: %s', (name, browser) => {
    expect(browserOf(agents[name])).toBe(browser)
  })

  test('is something for an empty name too', () => {
    expect(browserOf('')).toBe('other')
  })
})

test('names the browser that a phone has already', () => {
  expect(callingBrowserOf(agents.iPhone)).toBe('Safari')
  expect(callingBrowserOf(agents.samsung)).toBe('Chrome')
  expect(callingBrowserOf(agents.edge)).toBe(null)
})
