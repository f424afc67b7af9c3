import { expect, test } from 'vitest'
import { usualRates } from './people.ts'
import { live } from './simulate.ts'
import { objections, renderDay } from './summary.ts'
import type { Sight } from './tally.ts'

/** A morning of one physician in which something of everything happens. */
const morning = {
  seed: 1,
  workers: 12,
  reserve: 6,
  slotMinutes: 10,
  refill: true,
  rates: {
    ...usualRates,
    cancel: 0.3,
    inPerson: 0.1,
    noShow: 0.08,
    move: 0.3,
    earlier: 0.3,
    ask: 0.2,
  },
}

/**
 * What is not there every time, and would not be missed in the sums. A move to another time is not among them: in a full
 * half day each slot that is given back is offered at once, and nobody is shown a slot that somebody else is asked for.
 */
const rare: readonly Sight[] = [
  'confirmed',
  'declined',
  'cancelled',
  'wished-earlier',
  'asked',
  'answered',
  'offered',
  'accepted',
  'told-late',
]

test('a simulated day in which everything happens is true to the database, and the same for the same seed', async () => {
  const day = await live(morning)
  expect(objections(day)).toEqual([])
  expect(rare.filter((what) => day.tally.count(what) === 0)).toEqual([])
  const again = await live(morning)
  expect(renderDay(again)).toEqual(renderDay(day))
})
