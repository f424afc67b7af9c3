import { expect, test } from 'vitest'
import { fillSlots, type Seat } from './fill.ts'

const seat = (workerId: string, more?: Partial<Seat>): Seat => ({
  workerId,
  alreadyPlanned: false,
  refusal: null,
  ...more,
})
const placed = (slotIds: readonly string[], seats: readonly Seat[]) =>
  fillSlots(slotIds, seats).placed.map((each) => [each.slotId, each.seat.workerId])

test('workers get the free slots in order', () => {
  expect(placed(['s1', 's2', 's3'], [seat('b'), seat('a')])).toEqual([
    ['s1', 'b'],
    ['s2', 'a'],
  ])
})

test('who has an open appointment, or may not be examined by video, takes no slot', () => {
  const seats = [
    seat('a', { alreadyPlanned: true }),
    seat('b', { refusal: 'approval-expired' }),
    seat('c'),
  ]
  expect(placed(['s1'], seats)).toEqual([['s1', 'c']])
  expect(fillSlots(['s1'], seats).leftOut).toEqual([
    { workerId: 'a', reason: 'worker-already-planned' },
    { workerId: 'b', reason: 'approval-expired' },
  ])
})

test('who finds no slot is named', () => {
  expect(fillSlots(['s1'], [seat('a'), seat('b')]).leftOut).toEqual([
    { workerId: 'b', reason: 'no-free-slot' },
  ])
})

test('who finds none but those that requests keep is told so, one for each', () => {
  expect(fillSlots(['s1'], [seat('a'), seat('b'), seat('c')], 1).leftOut).toEqual([
    { workerId: 'b', reason: 'kept-for-request' },
    { workerId: 'c', reason: 'no-free-slot' },
  ])
})
