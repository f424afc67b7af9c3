/** Time and ids that a test holds in its hands. */
import type { Clock, MakeId } from '../clock.ts'
import type { EachMinute } from '../due-work/due-work.ts'

export interface FixedClock extends Clock {
  advance(ms: number): void
  set(at: string | number): void
}

/** A Tuesday morning in Brussels. */
export const testStart = '2026-11-24T08:00:00.000Z'

/** Stands still until the test moves it. */
export function createFixedClock(at: string | number = testStart): FixedClock {
  let now = toMilliseconds(at)
  return {
    now: () => now,
    advance(ms) {
      now += ms
    },
    set(at) {
      now = toMilliseconds(at)
    },
  }
}

/** Makes `id-0000000000000001`, `id-0000000000000002` …: long enough for the schema of an id. */
export function createSequentialIds(prefix = 'id'): MakeId {
  let last = 0
  return () => `${prefix}-${String(++last).padStart(16, '0')}`
}

/** Minutes pass when the test says so; `pass` resolves when what was due then was done. */
export function createManualMinutes() {
  const works = new Set<() => Promise<void>>()
  const eachMinute: EachMinute = (work) => {
    works.add(work)
    return () => void works.delete(work)
  }
  const pass = async () => {
    for (const work of works) await work()
  }
  return { eachMinute, pass }
}

function toMilliseconds(at: string | number): number {
  return typeof at === 'number' ? at : Date.parse(at)
}
