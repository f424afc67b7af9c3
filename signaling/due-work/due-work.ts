/**
 * Does what has become due. Each minute, and at the start, it looks at the table: a minute that was missed, or a night that
 * the server was away, only delays. What a work causes is stored in the transaction that says that it is done, so that a
 * kill at any moment leaves both or neither.
 */
import { toInstant, type Clock } from '../clock.ts'
import type { DueKind, DueResult, DueWork } from '../store/due-work.ts'
import type { Store, Writer } from '../store/store.ts'

/** How one kind of work comes about and is done. */
export interface DueKeeper {
  /** Writes down what this kind will have to do and is not written down yet. `first`: since the server started. */
  readonly foresee: (now: number, first: boolean) => Promise<void>
  /** `not-yet`: it stays due, and is looked at again in a minute. */
  readonly carryOut: (writer: Writer, work: DueWork, now: number) => Promise<DueResult | 'not-yet'>
  /** Called when what was done is stored, to tell those who look. A server that is killed before it tells nobody. */
  readonly afterwards?: (work: DueWork) => Promise<void>
}
export type DueKeepers = { readonly [kind in DueKind]: DueKeeper }

/** Runs the work each minute; the returned function calls it off. */
export type EachMinute = (work: () => Promise<void>) => () => void

export interface DueWorkOptions {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly clock: Clock
  readonly keepers: DueKeepers
  /** Called when something was done: what it queued may leave. */
  readonly wakeOutbox: () => void
  readonly eachMinute: EachMinute
  readonly log: DueWorkLog
}

/** Ids and kinds only. */
export interface DueWorkLog {
  info(fields: object, text: string): void
  error(fields: object, text: string): void
}

export interface DueWorker {
  /** Begins nothing new; resolves when nothing runs. */
  close(): Promise<void>
}

/** Read at once; the rest follows. */
const pageSize = 100

export function startDueWork(options: DueWorkOptions): DueWorker {
  const { store, clock, keepers, log } = options
  let isFirst = true
  const closing = new AbortController()
  let looking: Promise<void> = Promise.resolve()

  async function lookOnce(): Promise<void> {
    try {
      for (const keeper of Object.values(keepers)) await keeper.foresee(clock.now(), isFirst)
      isFirst = false
      if (await carryOutDue()) options.wakeOutbox()
    } catch (error) {
      log.error({ err: error }, 'due work not read')
    }
  }

  /** One that fails waits for the next minute and holds up no other. */
  async function carryOutDue(): Promise<boolean> {
    let last: DueWork | null = null
    let isAnyDone = false
    while (!closing.signal.aborted) {
      const page: DueWork[] = await store.read.dueWork.due(toInstant(clock.now()), pageSize, last)
      for (const work of page) {
        if (closing.signal.aborted) break
        isAnyDone = (await carryOut(work)) || isAnyDone
      }
      last = page.at(-1) ?? null
      if (page.length < pageSize) break
    }
    return isAnyDone
  }

  async function carryOut(work: DueWork): Promise<boolean> {
    const { kind, subject } = work
    try {
      const result = await store.write((writer) => settle(writer, work))
      if (result === 'not-yet') return false
      log.info({ kind, subject, result }, 'due work')
      if (result === 'done') await keepers[kind].afterwards?.(work)
      return result === 'done'
    } catch (error) {
      log.error({ kind, subject, err: error }, 'due work failed')
      return false
    }
  }

  async function settle(writer: Writer, work: DueWork): Promise<DueResult | 'not-yet'> {
    const now = clock.now()
    const result = await keepers[work.kind].carryOut(writer, work, now)
    if (result === 'not-yet') return result
    await writer.dueWork.settle(work, result, toInstant(now))
    return result
  }

  /** One at a time, and one more for whoever asks meanwhile. */
  function look(): Promise<void> {
    looking = looking.then(lookOnce)
    return looking
  }

  const stop = options.eachMinute(look)
  void look()
  return {
    async close() {
      closing.abort()
      stop()
      await looking
    },
  }
}
