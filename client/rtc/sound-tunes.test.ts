import { expect, test } from 'vitest'
import { ringTune } from './sound-tunes.ts'

test('the ring sounds for 1.2 s of every 3 s', () => {
  const [first, second, third] = ringTune()
  expect((first?.forMs ?? 0) + (second?.forMs ?? 0)).toBe(1_200)
  expect(third?.atMs).toBe(3_000)
})

test('the ring rises over three rounds and never passes 80 %', () => {
  const volumes = ringTune()
    .filter((_, index) => index % 2 === 0)
    .map(({ volume }) => volume)
  expect(volumes.slice(0, 3)).toEqual([0.3, 0.55, 0.8])
  expect(Math.max(...volumes)).toBe(0.8)
})

test('the ring outlasts the 45 s that the server gives it', () => {
  const last = ringTune().at(-1)
  expect((last?.atMs ?? 0) + (last?.forMs ?? 0)).toBeGreaterThan(45_000)
})
