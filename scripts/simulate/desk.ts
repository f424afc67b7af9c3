/** A physician at the desk: rings whoever is ready, talks, notes what came of it, and gives up on those who do not come. */
import * as Type from 'typebox'
import { fromInstant } from '../../signaling/clock.ts'
import { DeskDay, type DeskRow } from '../../signaling/protocol/desk.ts'
import type { Outcome } from '../../signaling/protocol/planning.ts'
import { isOpen } from '../../signaling/rules/appointment-life.ts'
import { Refused, type Browser } from './browser.ts'
import type { Page } from './page.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import type { Sight, Tally } from './tally.ts'
import type { VirtualTime } from './virtual-time.ts'

const second = 1000
const minute = 60 * second

/** Nobody is rung earlier than this before their time. */
const earliestMs = 5 * minute
/** So long after the beginning the physician gives up on somebody who is not there. */
const patienceMs = 8 * minute
/** How long a connection is waited for before it has failed. */
const connectMs = 90 * second
/** A day that runs over by more than this ends all the same. */
const overtimeMs = 90 * minute

export interface DeskOptions {
  readonly page: Page
  readonly browser: Browser
  readonly time: VirtualTime
  readonly tally: Tally
  readonly random: Random
  /** Whom a row is about. */
  readonly personOf: (row: DeskRow) => Person
}

type Move =
  | { readonly kind: 'ring'; readonly row: DeskRow }
  | { readonly kind: 'give-up'; readonly row: DeskRow }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'go-home' }

/** Resolves when the day's sessions are over. */
export async function holdDay(options: DeskOptions): Promise<void> {
  const { page, browser, time, tally, random, personOf } = options
  const now = () => time.clock.now()
  /** Rings that nobody answered, by appointment. */
  const unanswered = new Map<string, number>()
  page.say({ type: 'readiness', readiness: 'ready', visible: true })
  let readAt = page.agendaChanges
  let day = await readDay()

  function readDay() {
    readAt = page.agendaChanges
    return browser.get('/api/desk/day', DeskDay)
  }

  function nextMove(): Move {
    const rows = day.sessions
      .flatMap((session) => session.rows)
      .filter(({ status }) => isOpen(status))
    const ends = Math.max(...day.sessions.map(({ endsAt }) => fromInstant(endsAt)))
    if (now() > ends + overtimeMs || (now() >= ends && rows.length === 0))
      return { kind: 'go-home' }
    const mayRing = (row: DeskRow) => fromInstant(row.startsAt) - earliestMs
    const givesUp = (row: DeskRow) => fromInstant(row.startsAt) + patienceMs
    const ready = rows.find((row) => mayRing(row) <= now() && isReady(row))
    if (ready !== undefined) return { kind: 'ring', row: ready }
    const lost = rows.find((row) => givesUp(row) <= now() && !isReady(row))
    if (lost !== undefined) return { kind: 'give-up', row: lost }
    const moments = [...rows.flatMap((row) => [mayRing(row), givesUp(row)]), ends]
    return {
      kind: 'wait',
      until: Math.min(...moments.filter((at) => at > now()), ends + overtimeMs),
    }
  }

  function isReady({ appointmentId }: DeskRow): boolean {
    const view = page.consultation(appointmentId)
    return (
      view?.presence.kind === 'here' &&
      view.presence.readiness === 'ready' &&
      (unanswered.get(appointmentId) ?? 0) < 2
    )
  }

  function note(what: Sight, row: DeskRow): void {
    const startsAt = fromInstant(row.startsAt)
    tally.note({ what, subject: row.appointmentId, at: now(), startsAt })
  }

  async function ring(row: DeskRow): Promise<void> {
    const { appointmentId } = row
    const view = () => page.consultation(appointmentId)
    const isOver = () => view()?.over === true
    const before = view()?.ring?.id
    page.say({ type: 'ring', appointmentId })
    const rings = () => view()?.ring?.id !== before && view()?.ring?.phase === 'ended'
    await page.until(() => rings() || isOver(), now() + minute)
    if (isOver()) return
    const { call } = view() ?? {}
    if (call?.phase !== 'open') {
      unanswered.set(appointmentId, (unanswered.get(appointmentId) ?? 0) + 1)
      return
    }
    await page.until(() => page.isConnected(appointmentId) || isOver(), now() + connectMs)
    const connected = page.isConnected(appointmentId)
    if (connected) {
      note('begun', row)
      await page.until(isOver, now() + personOf(row).talkMs)
    }
    if (isOver()) return
    page.say({ type: 'hang-up', appointmentId, callId: call.id })
    await time.sleep(random.between(15 * second, 60 * second))
    await record(row, connected ? personOf(row).ends : 'not-reached', connected)
  }

  async function record(row: DeskRow, outcome: Outcome, connected: boolean): Promise<void> {
    const was = page.agendaChanges
    try {
      await browser.post(`/api/appointments/${row.appointmentId}/outcome`, { outcome }, Type.Null())
    } catch (error) {
      // The worker, or the office, was quicker: the list says so in a moment.
      if (!(error instanceof Refused && error.code === 'transition-refused')) throw error
      await page.until(() => page.agendaChanges > was, now() + second)
      return
    }
    if (outcome !== 'not-reached') note(outcome, row)
    else note(connected || cameIn(row) ? 'failed' : 'absent', row)
    await page.until(() => page.agendaChanges > was, now() + second)
  }

  /** Whom the clock gave up, as the list has it at the end: one of them may have come after all. */
  async function noteAbsent(): Promise<void> {
    day = await readDay()
    for (const row of day.sessions.flatMap(({ rows }) => rows)) {
      if (row.status === 'no-show' && row.outcome === null) note('absent', row)
    }
  }

  /** As the desk shows it: somebody who is here, or was. */
  function cameIn({ appointmentId }: DeskRow): boolean {
    const presence = page.consultation(appointmentId)?.presence
    return presence !== undefined && (presence.kind !== 'absent' || presence.lastSeenAt !== null)
  }

  for (;;) {
    if (readAt !== page.agendaChanges) day = await readDay()
    const move = nextMove()
    switch (move.kind) {
      case 'ring':
        await ring(move.row)
        break
      case 'give-up':
        await record(move.row, 'not-reached', false)
        break
      case 'wait':
        await page.until(
          () => readAt !== page.agendaChanges || nextMove().kind !== 'wait',
          move.until,
        )
        break
      case 'go-home':
        return noteAbsent()
    }
  }
}
