import { expect, test } from 'vitest'
import { usualRates } from './people.ts'
import { readOptions } from './options.ts'

test('without a word it is the pilot of 180 workers', () => {
  expect(readOptions([])).toEqual({
    ok: true,
    options: {
      seed: 1,
      workers: 180,
      reserve: 60,
      slotMinutes: 10,
      rates: usualRates,
      refill: true,
    },
  })
})

test('shares are said in percent', () => {
  expect(readOptions(['--no-show', '20', '--seed', '7'])).toMatchObject({
    ok: true,
    options: { seed: 7, rates: { ...usualRates, noShow: 0.2 } },
  })
})

test.each([
  [['--workers', 'many'], '--workers is a whole number from 1 to 720, not "many"'],
  [['--cancel', '101'], '--cancel is a whole number from 0 to 100, not "101"'],
  [
    ['--cancel', '60', '--no-show', '60'],
    '--cancel, --in-person and --no-show together are more than everybody',
  ],
])('%j is refused with a sentence', (words, sentence) => {
  expect(readOptions(words)).toEqual({ ok: false, sentence })
})

test('an option that does not exist is refused', () => {
  expect(readOptions(['--sed', '1']).ok).toBe(false)
})
