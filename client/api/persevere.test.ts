// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { persevere } from './persevere.ts'

function failing(times: number) {
  let left = times
  return async () => {
    left -= 1
    if (left >= 0) throw new Error('offline')
    return 'here'
  }
}

describe('what the page cannot do without', () => {
  test('is fetched once where that succeeds', async () => {
    const rests: number[] = []
    expect(await persevere(failing(0), { rest: async (ms) => void rests.push(ms) })).toBe('here')
    expect(rests).toEqual([])
  })

  test('is asked for again after longer and longer rests, and each failure is told', async () => {
    const rests: number[] = []
    let failures = 0
    const failed = () => (failures += 1)
    const rest = async (ms: number) => void rests.push(ms)
    expect(await persevere(failing(7), { failed, rest })).toBe('here')
    expect(rests).toEqual([1000, 2000, 4000, 8000, 15000, 15000, 15000])
    expect(failures).toBe(7)
  })

  test('is asked for at once when the network is back', async () => {
    const failed = () => queueMicrotask(() => dispatchEvent(new Event('online')))
    const started = Date.now()
    expect(await persevere(failing(3), { failed })).toBe('here')
    expect(Date.now() - started).toBeLessThan(900)
  })
})
