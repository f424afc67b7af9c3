import { expect, test } from 'vitest'
import { usualRates } from './people.ts'
import { live } from './simulate.ts'
import { objections, renderDay } from './summary.ts'

/** A morning of one physician in which something of everything happens. */
const morning = {
  workers: 18,
  reserve: 8,
  refill: true,
  rates: { ...usualRates, cancel: 0.15, inPerson: 0.1, noShow: 0.1, failure: 0.1 },
}

test('a simulated day is true to the database, the same for the same seed and another for another', async () => {
  const first = await live({ ...morning, seed: 1 })
  expect(objections(first)).toEqual([])
  expect(first.tally.count('accepted')).toBeGreaterThan(0)
  const again = await live({ ...morning, seed: 1 })
  expect(renderDay(again)).toEqual(renderDay(first))
  const other = await live({ ...morning, seed: 2 })
  expect(objections(other)).toEqual([])
  expect(renderDay(other)).not.toEqual(renderDay(first))
})
