import { expect, test } from 'vitest'
import { createBucket } from './bucket.ts'
import { createFakeTime } from './fake-timers.ts'

test('allows a burst, then its rate, and never saves more than a burst', () => {
  const time = createFakeTime()
  const bucket = createBucket({ capacity: 3, perSecond: 2 }, () => time.monotonic())
  const take = () => bucket.take(1)
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false])
  time.advance(500)
  expect([take(), take()]).toEqual([true, false])
  time.advance(3_600_000)
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false])
})

test('what does not fit takes nothing', () => {
  const time = createFakeTime()
  const bucket = createBucket({ capacity: 3, perSecond: 0 }, () => time.monotonic())
  expect(bucket.take(4)).toBe(false)
  expect(bucket.take(3)).toBe(true)
})
