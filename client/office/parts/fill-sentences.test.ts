import { expect, test } from 'vitest'
import { loadTexts } from '../texts.ts'
import { toFillSentences } from './fill-sentences.ts'

const { texts } = await loadTexts('en')

test('whoever was left out is named, with the reason', () => {
  const reply = {
    appointments: [],
    leftOut: [
      { workerId: 'a', reason: 'no-free-slot' as const },
      { workerId: 'b', reason: 'worker-already-planned' as const },
    ],
  }
  const names = new Map([
    ['a', 'Anna Peeters'],
    ['b', 'Null D’Hondt'],
  ])
  expect(toFillSentences(reply, names, texts)).toEqual([
    '0 workers have a slot.',
    'No slot was left for: Anna Peeters.',
    'Already planned, so left out: Null D’Hondt.',
  ])
})

test('a long list ends in a number', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `w${index}`)
  const reply = {
    appointments: [],
    leftOut: ids.map((workerId) => ({ workerId, reason: 'no-free-slot' as const })),
  }
  const names = new Map(ids.map((id) => [id, id.toUpperCase()]))
  expect(toFillSentences(reply, names, texts)[1]).toBe(
    'No slot was left for: W0, W1, W2, W3, W4, W5, W6, W7, 4 others.',
  )
})

test('those of an imported list are counted: their names are not at hand', () => {
  const leftOut = ['a', 'b'].map((workerId) => ({ workerId, reason: 'no-free-slot' as const }))
  expect(toFillSentences({ appointments: [], leftOut }, new Map(), texts)[1]).toBe(
    'No slot was left for: 2 workers.',
  )
})
