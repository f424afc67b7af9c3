/** Time for tests: it passes only when the test says so. */
import type { After } from './timers.ts'

export interface FakeTimers {
  readonly after: After
  now(): number
  /** Lets this much time pass; runs what falls due on the way, in order. */
  advance(ms: number): void
  /** How many are waiting: a closed thing must leave none. */
  pending(): number
}

export function createFakeTimers(): FakeTimers {
  let now = 0
  let nextId = 0
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>()

  function firstDue(until: number): number | null {
    const due = [...waiting].filter(([, timer]) => timer.at <= until)
    due.sort(([firstId, first], [secondId, second]) => first.at - second.at || firstId - secondId)
    return due[0]?.[0] ?? null
  }

  return {
    after(ms, run) {
      const id = nextId++
      waiting.set(id, { at: now + ms, run })
      return () => {
        waiting.delete(id)
      }
    },
    now: () => now,
    advance(ms) {
      const until = now + ms
      for (let id = firstDue(until); id !== null; id = firstDue(until)) {
        const timer = waiting.get(id)
        waiting.delete(id)
        now = timer?.at ?? now
        timer?.run()
      }
      now = until
    },
    pending: () => waiting.size,
  }
}
