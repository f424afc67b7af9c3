/**
 * Asks the relay every quarter of a minute whether it still works: nobody else would notice before a call fails.
 *
 * From its end to the office, at the worst: a pause of 20 s, 5 s of a first probe that fails, a pause of 4 s, 5 s of a
 * second one, and 15 s until the page asks again: 49 s.
 */
import type { RelayProblem } from '../../turn/relay-problems.ts'
import type { Clock } from '../clock.ts'
import type { Timers } from '../socket/timers.ts'
import { step, toNews, type RelayStand, type RelayState } from './relay-state.ts'

/** One address of the relay, and the question whether it works. */
export interface RelayProbe {
  readonly address: string
  /** Resolves with null when it works. */
  ask(): Promise<RelayProblem | null>
}

export interface RelayWatch {
  /** In the order of the settings; empty where no relay is set. */
  stands(): readonly RelayStand[]
  /** How often one of them became another so far, as the log is told. */
  changes(): number
  close(): void
}

export interface RelayWatchOptions {
  readonly probes: readonly RelayProbe[]
  readonly clock: Clock
  readonly timers: Pick<Timers, 'after'>
  /** A number from 0 to 1, by chance. */
  readonly chance: () => number
  /** Addresses of the settings, and codes. */
  readonly log: {
    info(fields: object, text: string): void
    warn(fields: object, text: string): void
  }
}

/** An allocation each time, given back at once: less than one worker who waits. */
const usualPauseMs = 15_000
/** A doubt is cleared sooner, but not at once: a coturn that is restarted takes a second or two. */
const doubtPauseMs = 3000
/** By so much a pause is longer or shorter: several servers with one relay do not ask in step. */
const jitter = 1 / 3
/** What takes longer counts as silence. */
const patienceMs = 5000

/** Asks the first time at once. */
export function watchRelay(options: RelayWatchOptions): RelayWatch {
  const { clock, timers, chance, log } = options
  const ways = options.probes.map((probe) => ({
    address: probe.address,
    ask: withPatience(probe, timers),
    state: { phase: 'unknown' } as RelayState,
  }))
  let callOff: (() => void) | null = () => {}
  let changes = 0

  async function look(): Promise<void> {
    await Promise.all(
      ways.map(async (way) => {
        const problem = await way.ask()
        const before = way.state
        way.state = step(before, problem, clock.now())
        if (callOff !== null) tell(way.address, before, way.state)
      }),
    )
    // Only now: what is slow is not asked again beside itself.
    if (callOff !== null) callOff = timers.after(pauseMs(), () => void look())
  }

  function pauseMs(): number {
    const isDoubted = ways.some(({ state }) => state.phase === 'doubted')
    const factor = 1 + jitter * (2 * chance() - 1)
    return Math.round((isDoubted ? doubtPauseMs : usualPauseMs) * factor)
  }

  function tell(address: string, before: RelayState, after: RelayState): void {
    const news = toNews(before, after)
    if (news !== null) changes += 1
    if (news?.problem === null) log.info({ address }, 'the relay works again')
    else if (news) log.warn({ address, problem: news.problem }, 'the relay does not work')
  }

  if (ways.length > 0) void look()
  return {
    stands: () => ways.map(({ address, state }) => ({ address, state })),
    changes: () => changes,
    close() {
      callOff?.()
      callOff = null
    },
  }
}

/** A question that hangs, on a name server for instance, is not asked a second time beside itself. */
function withPatience(
  probe: RelayProbe,
  timers: Pick<Timers, 'after'>,
): () => Promise<RelayProblem | null> {
  let asking: Promise<RelayProblem | null> | null = null
  return () => {
    asking ??= probe
      .ask()
      .catch(() => 'failed' as const)
      .finally(() => (asking = null))
    const answer = asking
    let callOff = () => {}
    const silence = new Promise<'silent'>((resolve) => {
      callOff = timers.after(patienceMs, () => resolve('silent'))
    })
    return Promise.race([answer, silence]).finally(() => callOff())
  }
}
