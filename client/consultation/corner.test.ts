import { expect, test } from 'vitest'
import { cornerAt, nextCorner, type Corner } from './corner.ts'

const stage = { width: 300, height: 500 }

test('four steps lead round the stage and back', () => {
  let corner: Corner = 'top-end'
  const seen = new Set<Corner>()
  for (let step = 0; step < 4; step++) seen.add((corner = nextCorner(corner)))
  expect(seen.size).toBe(4)
  expect(corner).toBe('top-end')
})

test('a point belongs to its nearest corner', () => {
  expect(cornerAt(290, 10, stage, false)).toBe('top-end')
  expect(cornerAt(10, 10, stage, false)).toBe('top-start')
  expect(cornerAt(10, 490, stage, false)).toBe('bottom-start')
})

test('the sides change places where people write from right to left', () => {
  expect(cornerAt(290, 490, stage, true)).toBe('bottom-start')
})
