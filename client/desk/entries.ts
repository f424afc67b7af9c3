/** The queue as the eye sees it: each row with its chip and what may be done with it. Pure. */
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { Instant } from '../../signaling/protocol/primitives.ts'
import type { LiveState } from '../consultation/live.ts'
import { chipOf, type Chip } from './chip.ts'
import { canBeRung, isOutOfOrder, isStillToSee } from './queue.ts'

export interface Entry {
  readonly row: DeskRow
  readonly chip: Chip
  /** Whom the stage and the panel are about. */
  readonly current: boolean
  readonly canBeRung: boolean
  readonly outOfOrder: boolean
  readonly open: boolean
  /** When the worker went on in another window; somebody else may sit there. Null: not so. */
  readonly takenOverAt: Instant | null
}

interface Known {
  readonly rows: readonly DeskRow[]
  readonly live: LiveState
  readonly now: number
  readonly current: DeskRow | null
  /** False before the session was started, while it rings and during a call. */
  readonly mayRing: boolean
}

export function entriesOf({ rows, live, now, current, mayRing }: Known): readonly Entry[] {
  const views = live.consultations
  return rows.map((row) => {
    const view = views.get(row.appointmentId)
    return {
      row,
      chip: chipOf(row, view, now),
      current: row.appointmentId === current?.appointmentId,
      canBeRung: mayRing && canBeRung(row, view),
      outOfOrder: isOutOfOrder(row, rows, views, now),
      open: isStillToSee(row, view),
      takenOverAt: view?.presence.kind === 'here' ? view.presence.takenOverAt : null,
    }
  })
}

/** For the strip of a tablet: whom it is about, and the two who come next by the hour. */
export function nowAndNext(entries: readonly Entry[]): readonly Entry[] {
  const current = entries.find((entry) => entry.current)
  const coming = entries.filter((entry) => entry.open && !entry.current)
  return current === undefined ? coming.slice(0, 3) : [current, ...coming.slice(0, 2)]
}

export function fullName(row: DeskRow): string {
  return `${row.worker.firstName} ${row.worker.lastName}`
}

/** "M. Dubois": short enough for a button. */
export function shortName(row: DeskRow): string {
  const [initial = ''] = row.worker.firstName
  return `${initial}. ${row.worker.lastName}`
}
