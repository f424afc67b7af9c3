// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { createWakeLock } from './wake-lock.ts'

const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

function fakeScreen(refused = false) {
  let asked = 0
  let held = 0
  Object.defineProperty(navigator, 'wakeLock', {
    configurable: true,
    value: {
      request() {
        asked += 1
        if (refused) return Promise.reject(new DOMException('', 'NotAllowedError'))
        held += 1
        return Promise.resolve({ release: async () => void (held -= 1) })
      },
    },
  })
  return { asked: () => asked, held: () => held }
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'wakeLock')
})

test('the screen is asked to stay on again whenever the page is shown', async () => {
  const screen = fakeScreen()
  const lock = createWakeLock(() => {})
  lock.hold()
  await settled()
  document.dispatchEvent(new Event('visibilitychange'))
  await settled()
  expect(screen.asked()).toBe(2)
  lock.release()
  document.dispatchEvent(new Event('visibilitychange'))
  await settled()
  expect(screen.asked()).toBe(2)
})

test('what was asked for twice at once is held once, and let go of', async () => {
  const screen = fakeScreen()
  const lock = createWakeLock(() => {})
  lock.hold()
  document.dispatchEvent(new Event('visibilitychange'))
  await settled()
  expect(screen.held()).toBe(1)
  lock.release()
  await settled()
  expect(screen.held()).toBe(0)
})

test('a browser that lets the screen sleep says so', async () => {
  fakeScreen(true)
  const told: boolean[] = []
  createWakeLock((maySleep) => told.push(maySleep)).hold()
  await settled()
  expect(told).toEqual([true])
})
