import { afterEach, expect, test, vi } from 'vitest'
import { leaveSeat } from './leave-seat.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Answers in this order; null: the line is lost. */
function answer(...statuses: (number | null)[]) {
  const asked: [path: string, keepalive: boolean | undefined][] = []
  vi.stubGlobal('fetch', async (path: string, { keepalive }: RequestInit) => {
    const status = statuses[asked.push([path, keepalive]) - 1] ?? null
    if (status === null) throw new TypeError('Failed to fetch')
    return new Response(status === 204 ? null : '{"code":"signed-out"}', { status })
  })
  return asked
}

test('leaving is said once, in a request that outlives the page', async () => {
  const asked = answer(204)
  await leaveSeat()
  expect(asked).toEqual([['/api/my-seat/leave', true]])
})

test('leaving is said again while the line is lost', async () => {
  const asked = answer(null, null, 204)
  await leaveSeat(async () => {})
  expect(asked).toHaveLength(3)
})

test('who has no seat any more has left', async () => {
  const asked = answer(401)
  await leaveSeat(async () => {})
  expect(asked).toHaveLength(1)
})
