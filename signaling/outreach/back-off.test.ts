import { expect, test } from 'vitest'
import { isPatienceOver, retryDelayMs } from './back-off.ts'

const minute = 60_000
const day = 24 * 60 * minute

test('the delay doubles from half a minute to an hour', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7, 8, 9, 500].map((failed) => retryDelayMs(failed, 1) / minute)
  expect(delays).toEqual([0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60])
})

test('chance spreads the delay over its upper half', () => {
  expect([0, 0.5, 1].map((chance) => retryDelayMs(8, chance) / minute)).toEqual([30, 45, 60])
})

test('a message is given up after three days', () => {
  expect(isPatienceOver(0, 3 * day - 1)).toBe(false)
  expect(isPatienceOver(0, 3 * day)).toBe(true)
})
