import { describe, expect, test } from 'vitest'
import { createClearFormat } from './clear-format.ts'

const quarter = 15 * 60_000

describe.each(['Europe/Brussels', 'Europe/Lisbon'])('in %s', (timeZone) => {
  const { time, shortDay } = createClearFormat('en', timeZone)

  test.each(['2026-03-28T22:00Z', '2026-10-24T22:00Z'])(
    'no two of 40 slots from %s on are written alike, and none that comes once has an offset',
    (night) => {
      const slots = Array.from({ length: 40 }, (_, slot) => Date.parse(night) + slot * quarter)
      const written = slots.map((at) => `${shortDay(at)} ${time(at)}`)
      expect(new Set(written).size).toBe(40)
      const isWinter = night.includes('-10-')
      expect(written.filter((each) => /GMT|UTC/.test(each))).toHaveLength(isWinter ? 8 : 0)
    },
  )
})

test('the hour that comes twice is told by its offset', () => {
  const { time } = createClearFormat('nl', 'Europe/Brussels')
  expect(time('2026-10-25T00:30:00.000Z')).toMatch(/^02:30 .+2$/)
  expect(time('2026-10-25T01:30:00.000Z')).toMatch(/^02:30 .+1$/)
  expect(time('2026-10-25T02:30:00.000Z')).toBe('03:30')
  expect(time('2026-03-29T01:30:00.000Z')).toBe('03:30')
})

test('the leap day and the year’s end are those of the zone', () => {
  const { longDay } = createClearFormat('en', 'Europe/Brussels')
  expect(longDay('2028-02-28T23:30:00.000Z')).toMatch(/^Tuesday,? 29 February 2028$/)
  expect(longDay('2026-12-31T23:10:00.000Z')).toMatch(/^Friday,? 1 January 2027$/)
})
