import { expect, test } from 'vitest'
import { createFakeTimers } from '../call/fake-timers.ts'
import { startIdleCountdown } from './idle-countdown.ts'

function start() {
  const timers = createFakeTimers()
  const told: (number | 'done')[] = []
  const tell = (seconds: number) => void told.push(seconds)
  const countdown = startIdleCountdown(timers, 3000, { tell, done: () => void told.push('done') })
  return { ...countdown, timers, told }
}

test('the seconds that are left are told until none is', () => {
  const { timers, told } = start()
  timers.advance(10_000)
  expect(told).toEqual([3, 2, 1, 'done'])
  expect(timers.pending()).toBe(0)
})

test('a touch begins anew', () => {
  const { timers, told, touch } = start()
  timers.advance(2500)
  touch()
  timers.advance(2900)
  expect(told).toEqual([3, 2, 1, 3, 2, 1])
  timers.advance(100)
  expect(told.at(-1)).toBe('done')
})

test('the touch that wakes a tablet which slept too long begins nothing anew', () => {
  let now = 0
  const told: (number | 'done')[] = []
  const countdown = startIdleCountdown({ after: () => () => {}, now: () => now }, 3000, {
    tell: (seconds) => void told.push(seconds),
    done: () => void told.push('done'),
  })
  now = 3_600_000
  countdown.touch()
  countdown.touch()
  expect(told).toEqual([3, 'done'])
})

test('once stopped it tells nothing any more, whoever touches it', () => {
  const { timers, told, touch, stop } = start()
  stop()
  touch()
  timers.advance(10_000)
  expect([told, timers.pending()]).toEqual([[3], 0])
})
