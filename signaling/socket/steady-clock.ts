/**
 * Time for rings and calls. It runs with the monotonic clock, so that setting the machine's clock ends no call and
 * repeats no ring; instants on the wire follow the wall clock, so that countdowns agree with `serverTime`.
 */
import { toInstant, type Clock } from '../clock.ts'
import type { Instant } from '../protocol/primitives.ts'
import type { Timers } from './timers.ts'

export interface SteadyClock {
  /** Milliseconds since 1970 as they were at the start, plus what has passed since. */
  now(): number
  /** This steady time as the wall clock tells it. */
  toInstant(at: number): Instant
}

/** Two clocks drift apart by less than this between settings; following each drift would change every instant each time. */
const toleranceMs = 500

export function createSteadyClock(clock: Clock, timers: Pick<Timers, 'monotonic'>): SteadyClock {
  const start = clock.now()
  const monotonicStart = timers.monotonic()
  const now = () => Math.round(start + timers.monotonic() - monotonicStart)
  let offset = 0
  return {
    now,
    toInstant(at) {
      const present = clock.now() - now()
      if (Math.abs(present - offset) > toleranceMs) offset = present
      return toInstant(at + offset)
    },
  }
}
