import { expect, test } from 'vitest'
import { tellCount } from './small-groups.ts'

test('a count of one to four people is not told', () => {
  expect([0, 1, 4, 5, 180].map(tellCount)).toEqual([0, null, null, 5, 180])
})
