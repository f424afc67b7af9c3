/**
 * Finds out that a line is dead: a socket into a black hole stays `OPEN` for minutes. Asks after some silence, and gives up
 * when no answer comes: within 10 s all told.
 */
import type { After } from '../call/timers.ts'

export interface Heartbeat {
  /** Something came from the other end. */
  heard(): void
  /** The network may have changed: asks now, and waits less long. */
  probe(): void
  stop(): void
}

const silenceMs = 5_000
const answerMs = 5_000
const probeMs = 2_000

export function startHeartbeat(after: After, ping: () => void, dead: () => void): Heartbeat {
  let cancel = after(silenceMs, () => ask(answerMs))

  function ask(limitMs: number): void {
    cancel = after(limitMs, dead)
    ping()
  }

  return {
    heard() {
      cancel()
      cancel = after(silenceMs, () => ask(answerMs))
    },
    probe() {
      cancel()
      ask(probeMs)
    },
    stop: () => cancel(),
  }
}
