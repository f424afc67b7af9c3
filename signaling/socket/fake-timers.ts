/** Time for tests: it passes only when the test says so, for the wall clock and the monotonic one alike. */
import type { Clock } from '../clock.ts'
import { testStart } from '../testing/clock.ts'
import type { Timers } from './timers.ts'

export interface FakeTime extends Timers {
  readonly clock: Clock
  /** Lets this much time pass; runs what falls due on the way, in order. */
  advance(ms: number): void
  /** Time that passes while nothing runs, as in a stopped process; then all that is due runs. */
  stall(ms: number): void
  /** Sets the wall clock without any time passing. */
  setWall(ms: number): void
  /** How many are waiting: what is closed leaves none. */
  pending(): number
}

export function createFakeTime(): FakeTime {
  let now = 0
  let wall = Date.parse(testStart)
  let lastId = 0
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>()

  function firstDue(until: number): number | null {
    const due = [...waiting].filter(([, timer]) => timer.at <= until)
    due.sort(([first, { at: a }], [second, { at: b }]) => a - b || first - second)
    return due[0]?.[0] ?? null
  }

  function runDue(until: number, moves: boolean): void {
    for (let id = firstDue(until); id !== null; id = firstDue(until)) {
      const timer = waiting.get(id)
      waiting.delete(id)
      if (moves && timer !== undefined) pass(timer.at - now)
      timer?.run()
    }
  }

  function pass(ms: number): void {
    now += ms
    wall += ms
  }

  return {
    clock: { now: () => wall },
    monotonic: () => now,
    after(ms, run) {
      const id = ++lastId
      waiting.set(id, { at: now + ms, run })
      return () => void waiting.delete(id)
    },
    advance(ms) {
      const until = now + ms
      runDue(until, true)
      pass(until - now)
    },
    stall(ms) {
      pass(ms)
      runDue(now, false)
    },
    setWall(ms) {
      wall = ms
    },
    pending: () => waiting.size,
  }
}
