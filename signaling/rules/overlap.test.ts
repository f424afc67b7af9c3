import { expect, test } from 'vitest'
import { overlap } from './overlap.ts'

const span = (startsAt: number, endsAt: number) => ({ startsAt, endsAt })

test.each([
  ['the same', span(10, 20), true],
  ['one within', span(12, 15), true],
  ['one around', span(5, 30), true],
  ['one that begins in it', span(19, 30), true],
  ['one that ends as it begins', span(5, 10), false],
  ['one that begins as it ends', span(20, 30), false],
  ['one later', span(25, 30), false],
])('two times: %s', (_what, other, shared) => {
  expect(overlap(span(10, 20), other)).toBe(shared)
  expect(overlap(other, span(10, 20))).toBe(shared)
})

test('instants too, whatever their day', () => {
  const one = { startsAt: '2026-11-24T23:50:00.000Z', endsAt: '2026-11-25T00:10:00.000Z' } as const
  const next = { startsAt: '2026-11-25T00:10:00.000Z', endsAt: '2026-11-25T00:30:00.000Z' } as const
  expect([overlap(one, one), overlap(one, next)]).toEqual([true, false])
})
