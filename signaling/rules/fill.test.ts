import { expect, test } from 'vitest'
import { fillSlots } from './fill.ts'

test('workers get the free slots in order', () => {
  expect(fillSlots(['s1', 's2', 's3'], ['b', 'a'], new Set())).toEqual({
    placed: [
      { slotId: 's1', workerId: 'b' },
      { slotId: 's2', workerId: 'a' },
    ],
    leftOut: [],
  })
})

test('who has an open appointment takes no slot', () => {
  expect(fillSlots(['s1'], ['a', 'b'], new Set(['a']))).toEqual({
    placed: [{ slotId: 's1', workerId: 'b' }],
    leftOut: [{ workerId: 'a', reason: 'worker-already-planned' }],
  })
})

test('who finds no slot is named', () => {
  expect(fillSlots(['s1'], ['a', 'b', 'c'], new Set(['c'])).leftOut).toEqual([
    { workerId: 'b', reason: 'no-free-slot' },
    { workerId: 'c', reason: 'worker-already-planned' },
  ])
})
