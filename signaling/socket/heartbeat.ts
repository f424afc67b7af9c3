/** Looks after idle lines every few seconds, and notices when the process itself had stopped. */
import type { CalendarDate } from '../protocol/primitives.ts'
import type { Connections } from './connections.ts'
import type { Conversations } from './conversations.ts'
import { stallMs, sweepEveryMs } from './limits.ts'
import type { Log } from './log.ts'
import type { Timers } from './timers.ts'

export interface HeartbeatOptions {
  readonly connections: Connections
  readonly conversations: Conversations
  readonly timers: Timers
  readonly log: Log
  readonly today: () => CalendarDate
  /** Midnight passed in the service's zone: lists of today are others now. */
  readonly newDay: () => void
}

export function createHeartbeat(options: HeartbeatOptions): { close(): void } {
  const { connections, conversations, timers, log, today, newDay } = options
  let sweptAt = timers.monotonic()
  let day = today()
  let cancel = timers.after(sweepEveryMs, sweep)

  function sweep(): void {
    const now = timers.monotonic()
    const lateMs = now - sweptAt - sweepEveryMs
    const stalled = lateMs > stallMs
    if (stalled) log.warn({ ms: Math.round(lateMs) }, 'process stalled')
    // What pages said during a stall still waits to be read: they are not dead for that.
    connections.sweep(now, stalled ? lateMs : 0)
    conversations.sweep(now)
    sweptAt = now
    if (day !== today()) {
      day = today()
      newDay()
    }
    cancel = timers.after(sweepEveryMs, sweep)
  }

  return { close: () => cancel() }
}
