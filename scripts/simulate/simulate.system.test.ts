import { expect, test } from 'vitest'
import { usualRates } from './people.ts'
import { simulate } from './simulate.ts'

/** A morning of one physician in which something of everything happens. */
const morning = {
  workers: 18,
  reserve: 6,
  refill: true,
  rates: { ...usualRates, cancel: 0.15, inPerson: 0.1, noShow: 0.1, failure: 0.1 },
}

test('a simulated day is true to the database, the same for the same seed and another for another', async () => {
  const first = await simulate({ ...morning, seed: 1 })
  expect(first.text).toContain('The database says the same')
  expect(first.agrees).toBe(true)
  const again = await simulate({ ...morning, seed: 1 })
  expect(again.text).toBe(first.text)
  const other = await simulate({ ...morning, seed: 2 })
  expect(other.agrees).toBe(true)
  expect(other.text.split('\n').slice(1)).not.toEqual(first.text.split('\n').slice(1))
})
