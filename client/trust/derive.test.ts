import { describe, expect, test } from 'vitest'
import { commitmentOf, makeNonce, picksOf, sha256, toPicks } from './derive.ts'

const keys = { physician: 'a'.repeat(64), worker: 'b'.repeat(64) }
const swapped = { physician: keys.worker, worker: keys.physician }
const nonce = '1'.repeat(64)
const callId = 'call-000000000000001'

describe('what follows from keys and numbers', () => {
  test('takes ten bits for each word, from the front', () => {
    expect(toPicks('ffc0100801'.padEnd(64, 'e'))).toEqual([1023, 1, 2, 1])
    expect(toPicks('0'.repeat(64))).toEqual([0, 0, 0, 0])
    expect(toPicks('f'.repeat(64))).toEqual([1023, 1023, 1023, 1023])
  })

  test('is another for another side, call, key or number', async () => {
    const all = await Promise.all([
      commitmentOf('worker', callId, keys, nonce, sha256),
      commitmentOf('physician', callId, keys, nonce, sha256),
      commitmentOf('worker', 'call-000000000000002', keys, nonce, sha256),
      commitmentOf('worker', callId, swapped, nonce, sha256),
      commitmentOf('worker', callId, keys, '2'.repeat(64), sha256),
    ])
    expect(new Set(all).size).toBe(all.length)
  })

  test('does not depend on who asks', async () => {
    const nonces = { physician: nonce, worker: '2'.repeat(64) }
    const picks = await picksOf(callId, keys, nonces, sha256)
    expect(picks).toEqual(await picksOf(callId, keys, { ...nonces }, sha256))
    expect(picks).not.toEqual(await picksOf(callId, swapped, nonces, sha256))
    for (const pick of picks) expect(pick).toBeLessThan(1024)
  })

  test('makes numbers of 256 bits', () => {
    expect(makeNonce()).toMatch(/^[0-9a-f]{64}$/)
    expect(makeNonce()).not.toBe(makeNonce())
  })
})
