/**
 * Sends what the outbox holds. A message is in the database before anyone is told that it will be sent, and it leaves the
 * queue in the transaction that says what became of it: a kill between the two only means that it is looked at again.
 *
 * One gap no protocol closes: killed after the mail server's 250 and before our commit, the mail is sent a second time,
 * with the same Message-ID and the same calendar entry. Never twice otherwise, never not at all.
 */
import { fromInstant, toInstant, type Clock, type MakeId } from '../clock.ts'
import type { ShortLinks } from '../identity/short-link.ts'
import type { MailedLinks } from '../identity/mailed-links.ts'
import type { Instant } from '../protocol/primitives.ts'
import type { QueuedMessage } from '../store/outbox.ts'
import type { Store } from '../store/store.ts'
import type { House } from './invitation.ts'
import type { Delivery, Mailer } from './mailer.ts'
import type { SmsGateway } from './sms.ts'
import type { MakeCallLink } from './prepare.ts'
import type { MakeOfferLink } from './prepare-offer.ts'
import { prepareMessage } from './prepare-message.ts'
import { settle, writeSettlement, type Settlement } from './settlement.ts'
import { systemTimer, type SetTimer } from './timer.ts'

/** Few, so that a mail server's limits are respected; more than one, so that a slow answer does not hold up all. */
const atOnce = 3
/** Looked at again at least this often, which costs nothing: a clock that was set back must not leave mail lying. */
const longestSleepMs = 60_000
/** Between two tries to read the queue, or to write down what became of a message, while the database refuses. */
const tryAgainMs = 1000
/** How long a stop waits for the mails that are on their way; the process has five seconds for everything. */
const closeWithinMs = 2000

export interface Outbox {
  /** Called after each commit that queued something. Costs nothing when a round is on. */
  wake(): void
  /** Takes no new message, lets those on their way end, and returns when nothing runs. */
  close(): Promise<void>
}

/** Ids and codes only: neither addresses nor a mail server's sentences. */
export interface OutboxLog {
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
}

export interface OutboxDependencies {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly mailer: Mailer
  /** Null: none is set, and no SMS is queued. */
  readonly smsGateway: SmsGateway | null
  readonly shortLinks: ShortLinks
  readonly clock: Clock
  readonly makeId: MakeId
  readonly urlFor: MakeCallLink
  readonly offerUrlFor: MakeOfferLink
  readonly mailedLinks: MailedLinks
  readonly house: House
  readonly log: OutboxLog
  readonly setTimer?: SetTimer
  readonly random?: () => number
}

/** Starts sending at once: what an earlier run left in the queue goes first. */
export function openOutbox(dependencies: OutboxDependencies): Outbox {
  const { store, mailer, smsGateway, clock, makeId, log } = dependencies
  const setTimer = dependencies.setTimer ?? systemTimer
  const random = dependencies.random ?? Math.random
  /** Aborted first: nothing new is begun. */
  const stop = new AbortController()
  /** Aborted when that took too long: what is on its way is cut off. */
  const cut = new AbortController()
  let round: Promise<void> | null = null
  let wokenMeanwhile = false
  let cancelTimer = () => {}

  function wake(): void {
    wokenMeanwhile = true
    if (stop.signal.aborted || round !== null) return
    cancelTimer()
    round = runRound().finally(() => {
      round = null
      if (wokenMeanwhile) wake()
    })
  }

  async function runRound(): Promise<void> {
    wokenMeanwhile = false
    let sleepMs = tryAgainMs
    try {
      await sendDue()
      sleepMs = await timeUntilNext()
    } catch (error) {
      log.error({ err: error }, 'the outbox could not be read')
    }
    if (!stop.signal.aborted) cancelTimer = setTimer(sleepMs, wake)
  }

  async function sendDue(): Promise<void> {
    while (!stop.signal.aborted) {
      const due = await store.read.outbox.due(toInstant(clock.now()), atOnce)
      if (due.length === 0) return
      await Promise.all(due.map(sendOne))
    }
  }

  async function timeUntilNext(): Promise<number> {
    const next = await store.read.outbox.nextDueAt()
    if (next === null) return longestSleepMs
    return Math.min(longestSleepMs, Math.max(0, fromInstant(next) - clock.now()))
  }

  async function sendOne(message: QueuedMessage): Promise<void> {
    const settlement = await attempt(message)
    const at = toInstant(clock.now())
    const fields = { outboxId: message.id, result: settlement.kind }
    if ('error' in settlement) log.warn({ ...fields, error: settlement.error }, 'message not sent')
    else log.info(fields, 'message settled')
    while (!(await isWritten(message, settlement, at)) && !cut.signal.aborted) {
      await pause(tryAgainMs)
    }
  }

  async function attempt(message: QueuedMessage): Promise<Settlement> {
    const conclude = (delivery: Delivery) => settle(message, delivery, clock.now(), random())
    try {
      const prepared = await prepareMessage(message, dependencies, clock.now())
      if (prepared.kind === 'superseded') return prepared
      if (prepared.kind === 'impossible') return { kind: 'failed', error: prepared.error }
      if (prepared.kind === 'mail') return conclude(await mailer.send(prepared.mail, cut.signal))
      // Queued while there was a gateway.
      if (smsGateway === null) return { kind: 'failed', error: 'no-gateway' }
      return conclude(await smsGateway.send(prepared.sms, cut.signal))
    } catch (error) {
      log.error({ outboxId: message.id, err: error }, 'a message could not be made')
      return conclude({ kind: 'postponed', error: 'internal' })
    }
  }

  /** A refusing database is asked again: the mail may have left, and a second one must not. */
  async function isWritten(
    message: QueuedMessage,
    settlement: Settlement,
    at: Instant,
  ): Promise<boolean> {
    try {
      await store.write((writer) => writeSettlement(writer, message, settlement, { at, makeId }))
      return true
    } catch (error) {
      log.error({ outboxId: message.id, err: error }, 'what became of a message was not stored')
      return false
    }
  }

  function pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = setTimer(delayMs, resolve)
      cut.signal.addEventListener('abort', () => (cancel(), resolve()), { once: true })
    })
  }

  wake()
  return {
    wake,
    async close() {
      stop.abort()
      cancelTimer()
      const cancelLimit = setTimer(closeWithinMs, () => cut.abort())
      await round
      cancelLimit()
    },
  }
}
