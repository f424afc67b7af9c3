import { expect, test } from 'vitest'
import { createPerson, usualRates } from './people.ts'
import { createRandom } from './random.ts'

const draws = (seed: number, name: string) => {
  const random = createRandom(seed, name)
  return [random.next(), random.whole(1, 6), random.around(10, 0.3)]
}

test('the same seed and name draw the same, others draw others', () => {
  expect(draws(1, 'a')).toEqual(draws(1, 'a'))
  expect(draws(2, 'a')).not.toEqual(draws(1, 'a'))
  expect(draws(1, 'b')).not.toEqual(draws(1, 'a'))
})

test('chance is spread evenly', () => {
  const random = createRandom(3, 'dice')
  const counts = [0, 0, 0, 0, 0, 0]
  for (let n = 0; n < 6000; n++) {
    const face = random.whole(0, 5)
    counts[face] = (counts[face] ?? 0) + 1
  }
  expect(Math.min(...counts)).toBeGreaterThan(900)
  expect(Math.max(...counts)).toBeLessThan(1100)
})

test('another share of those who cancel leaves everyone else as they were', () => {
  const usual = createPerson(1, 7, usualRates)
  const cancels = createPerson(1, 7, { ...usualRates, cancel: 0.9 })
  expect({ ...cancels, intent: null }).toEqual({ ...usual, intent: null })
})
