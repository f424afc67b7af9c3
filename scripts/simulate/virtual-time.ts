/**
 * Time that leaps from one thing that happens to the next. The server's timers and the scripts of the people share it, and
 * it stands still while anything that happened is still being carried out: so the same day is the same each time.
 */
import type { Clock } from '../../signaling/clock.ts'
import type { Timers } from '../../signaling/socket/timers.ts'

export interface VirtualTime extends Timers {
  readonly clock: Clock
  /** Resolves at this moment, or as soon as time goes on where it has passed. */
  until(at: number): Promise<void>
  sleep(ms: number): Promise<void>
  /** Runs the work again and again; time waits for it. Returns what calls it off. */
  every(ms: () => number, work: () => Promise<void>): () => void
  /** Lets time pass up to this moment. */
  run(until: number, world: World): Promise<void>
}

export interface World {
  /** Resolves when all that happened was carried out. */
  settle(): Promise<void>
  /** Whether nobody is there for whom seconds count: timers that fall due in a night then run in the morning, once. */
  sleeps(): boolean
}

interface Due {
  readonly at: number
  /** Of two at one moment the one that was asked for first is first. */
  readonly order: number
  /** Timers tick by themselves; what is planned is why time goes on. */
  readonly kind: 'timer' | 'planned'
  readonly run: () => void | Promise<void>
}

export function createVirtualTime(start: number): VirtualTime {
  let now = start
  let lastOrder = 0
  const waiting = new Set<Due>()

  function add(kind: Due['kind'], at: number, run: Due['run']): () => void {
    const due = { kind, at, order: ++lastOrder, run }
    waiting.add(due)
    return () => void waiting.delete(due)
  }

  function first(until: number, isMeant: (due: Due) => boolean = () => true): Due | null {
    let found: Due | null = null
    for (const due of waiting) {
      if (due.at > until || !isMeant(due)) continue
      if (found === null || due.at < found.at || (due.at === found.at && due.order < found.order))
        found = due
    }
    return found
  }

  const time: VirtualTime = {
    clock: { now: () => now },
    monotonic: () => now - start,
    after: (ms, run) => add('timer', now + Math.max(0, ms), run),
    until: (at) => new Promise((resolve) => void add('planned', Math.max(now, at), resolve)),
    sleep: (ms) => time.until(now + ms),
    every(ms, work) {
      let stopped = false
      let cancel = () => {}
      const again = async (): Promise<void> => {
        await work()
        if (!stopped) cancel = add('planned', now + ms(), again)
      }
      cancel = add('planned', now + ms(), again)
      return () => {
        stopped = true
        cancel()
      }
    },
    async run(until, world) {
      await world.settle()
      for (;;) {
        const due = first(until, world.sleeps() ? ({ kind }) => kind === 'planned' : undefined)
        if (due === null) break
        waiting.delete(due)
        now = Math.max(now, due.at)
        await due.run()
        await world.settle()
      }
      now = Math.max(now, until)
    },
  }
  return time
}
