/**
 * Counts down while nobody touches a device; each touch begins anew. By the clock and not by its own ticks: a tablet that
 * slept meanwhile is over its time when it wakes, and the touch that wakes it is the next person's.
 */
import type { After } from '../call/timers.ts'

export interface IdlePorts {
  readonly after: After
  /** Local milliseconds. */
  readonly now: () => number
}

const tickMs = 1000

/** `tell` hears the seconds that are left, at once and then each second; `done` is called once. */
export function startIdleCountdown(
  { after, now }: IdlePorts,
  totalMs: number,
  { tell, done }: { readonly tell: (seconds: number) => void; readonly done: () => void },
) {
  let endsAt = now() + totalMs
  let callOff = () => {}
  const stop = () => {
    callOff()
    endsAt = Infinity
  }
  const tick = () => {
    const leftMs = endsAt - now()
    if (leftMs <= 0) {
      stop()
      return done()
    }
    tell(Math.ceil(leftMs / tickMs))
    callOff = after(Math.min(tickMs, leftMs), tick)
  }
  tick()
  return {
    touch: () => {
      if (endsAt === Infinity) return
      callOff()
      if (endsAt > now()) endsAt = now() + totalMs
      tick()
    },
    stop,
  }
}
