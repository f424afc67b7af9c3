/** Everything that the desk draws, computed once for each drawing. Pure but for the clock that the desk holds. */
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { Desk } from './desk.ts'
import { entriesOf, type Entry } from './entries.ts'
import { primaryOf, type Primary } from './primary.ts'
import type { Focus } from './stage.ts'

export interface DeskView {
  readonly focus: Focus
  readonly entries: readonly Entry[]
  /** The entry of whom the panel is about. */
  readonly entry: Entry | null
  /** Whom *Call next* would ring. */
  readonly next: DeskRow | null
  readonly primary: Primary | null
  /** A ring or a call holds stage and panel: nobody else can be chosen or rung. */
  readonly busy: boolean
  readonly mayRing: boolean
  /** The server's clock, milliseconds. */
  readonly now: number
}

export function viewOf(desk: Desk): DeskView {
  const { live, own, rows } = desk.state
  const now = desk.now()
  const focus = desk.focus()
  const busy = isBusy(focus)
  const mayRing = !busy && own.phase === 'open'
  const entries = entriesOf({ rows, live, now, current: focus.row, mayRing })
  const next = desk.next(focus.about === 'person' ? focus.row.appointmentId : null)
  return {
    focus,
    entries,
    entry: entries.find((entry) => entry.current) ?? null,
    next,
    primary: primaryOf(focus.stage, next !== null),
    busy,
    mayRing,
    now,
  }
}

function isBusy({ stage }: Focus): boolean {
  return stage.kind === 'ringing' || stage.kind === 'in-call' || stage.kind === 'call-elsewhere'
}
