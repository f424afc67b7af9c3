/** The queue as a whole: in which order, who can be rung, who is next, who has just come. Pure. */
import { isOpen } from '../../signaling/rules/appointment-life.ts'
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { DeskDay, DeskRow } from '../../signaling/protocol/desk.ts'
import type { RefillNews } from '../../signaling/protocol/offers.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { isDeferred } from './chip.ts'

export type Views = ReadonlyMap<Id, ConsultationView>

/** All rows of the day by their hour: never by who is ready. */
export function rowsOf(day: DeskDay): readonly DeskRow[] {
  return day.sessions
    .flatMap((session) => session.rows)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}

/** Slots of today that became free and for which somebody is looked for. */
export function refillsOf(day: DeskDay): readonly RefillNews[] {
  return day.sessions.flatMap((session) => session.refills ?? [])
}

/** Whether a ring would reach a page: the worker is on it, and nothing is going on or decided. */
export function canBeRung(row: DeskRow, view: ConsultationView | undefined): boolean {
  return (
    isStillToSee(row, view) &&
    view?.presence.kind === 'here' &&
    view.ring?.phase !== 'ringing' &&
    view.call?.phase !== 'open'
  )
}

/** Whether the person has checked camera or microphone and waits to be rung. */
export function isReady(
  row: DeskRow,
  view: ConsultationView | undefined,
  now: number,
): view is ConsultationView {
  if (view?.presence.kind !== 'here' || !canBeRung(row, view) || isDeferred(view, now)) return false
  return view.presence.readiness === 'ready' || view.presence.readiness === 'sound-only'
}

/**
 * Whom *Call next* rings: the earliest who is ready with the page in front, else the earliest who is ready behind
 * another page, since a ring there may go unseen. Null when nobody is ready. Who was talked to already is not next.
 */
export function nextToCall(
  rows: readonly DeskRow[],
  views: Views,
  now: number,
  except: Id | null = null,
): DeskRow | null {
  const ready = rows.filter((row) => {
    const view = views.get(row.appointmentId)
    return row.appointmentId !== except && isReady(row, view, now) && view.call === null
  })
  const inFront = ready.find((row) => {
    const presence = views.get(row.appointmentId)?.presence
    return presence?.kind === 'here' && presence.visible
  })
  return inFront ?? ready[0] ?? null
}

/** Whether this ready person would be seen before someone who is planned earlier and is not ready. */
export function isOutOfOrder(
  row: DeskRow,
  rows: readonly DeskRow[],
  views: Views,
  now: number,
): boolean {
  if (!isReady(row, views.get(row.appointmentId), now)) return false
  return rows.some((other) => {
    const view = views.get(other.appointmentId)
    const busy = view !== undefined && (view.call !== null || view.ring?.phase === 'ringing')
    if (busy || !isStillToSee(other, view)) return false
    return other.startsAt < row.startsAt && !isReady(other, view, now)
  })
}

/** Whether nothing was talked about or decided yet. */
export function isStillToSee(row: DeskRow, view: ConsultationView | undefined): boolean {
  return isOpen(row.status) && view?.over !== true
}

/**
 * Compares who is ready with who was announced before. Leaving for a moment (`away`) does not make an arrival of the
 * return: only someone who was gone for good is announced again.
 */
export function arrivalsOf(
  announced: ReadonlySet<Id>,
  rows: readonly DeskRow[],
  views: Views,
  now: number,
): { readonly arrived: readonly DeskRow[]; readonly announced: ReadonlySet<Id> } {
  const arrived = rows.filter(
    (row) => !announced.has(row.appointmentId) && isReady(row, views.get(row.appointmentId), now),
  )
  const gone = (id: Id) => (views.get(id)?.presence.kind ?? 'absent') === 'absent'
  const kept = [...announced].filter((id) => !gone(id))
  return { arrived, announced: new Set([...kept, ...arrived.map((row) => row.appointmentId)]) }
}
