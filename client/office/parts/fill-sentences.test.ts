import { expect, test } from 'vitest'
import { loadTexts } from '../texts.ts'
import type { FillReply } from '../../../signaling/protocol/planning.ts'
import { toFillNotice, toFillSentences, toUnfilledNotice } from './fill-sentences.ts'

const { texts } = await loadTexts('en')

test('whoever was left out is named, with the reason', () => {
  const reply = {
    appointments: [],
    leftOut: [
      { workerId: 'a', reason: 'no-free-slot' as const },
      { workerId: 'b', reason: 'worker-already-planned' as const },
      { workerId: 'c', reason: 'kept-for-request' as const },
    ],
  }
  const names = new Map([
    ['a', 'Anna Peeters'],
    ['b', 'Null D’Hondt'],
    ['c', 'Cem Aydın'],
  ])
  expect(toFillSentences(reply, names, texts)).toEqual([
    '0 workers have a slot.',
    'No slot was left for: Anna Peeters.',
    'The free slots are for waiting requests, which come first. Still without a slot: Cem Aydın.',
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

const filled = {
  appointments: [
    { id: 'x', workerId: 'a' },
    { id: 'y', workerId: 'b' },
  ] as FillReply['appointments'],
  leftOut: [],
}
const both = new Map([
  ['a', 'Anna Peeters'],
  ['b', 'Null D’Hondt'],
])

test('a filling can be undone, one that put nobody anywhere cannot', async () => {
  let undone = 0
  const undo = () => Promise.resolve(void undone++)
  const { acts = [] } = toFillNotice(filled, both, { texts }, undo)
  expect(acts.map(({ label }) => label)).toEqual(['Undo'])
  await acts[0]?.act()
  expect(undone).toBe(1)
  const nobody = { ...filled, appointments: [] }
  expect(toFillNotice(nobody, both, { texts }, undo).acts).toEqual([])
})

test('whoever could not be taken out again is named', () => {
  const undone = { takenBack: ['x'], kept: ['y'] }
  expect(toUnfilledNotice(undone, filled, both, { texts })).toEqual({
    tone: 'wait',
    sentences: [
      '1 worker is taken out again.',
      'Still planned, since they know of it or it changed: Null D’Hondt.',
    ],
  })
})
