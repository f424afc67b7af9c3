/** Timers, passed in: tests let time pass by hand. */
export interface Timers {
  /** Milliseconds of a clock that nobody can set, from an arbitrary start. */
  monotonic(): number
  /** Runs something once after a while; returns the function that calls it off. */
  after(ms: number, run: () => void): () => void
}

export const systemTimers: Timers = {
  monotonic: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
