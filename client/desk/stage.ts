/** What stands in the middle of the desk, and whose person the panel shows: a function of what is known. Pure. */
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { CallLive } from '../call/call-live.ts'
import { isStillToSee, type Views } from './queue.ts'

export type Stage = RestStage | PersonStage

export type RestStage =
  /** No session today. */
  | { readonly kind: 'no-session' }
  /** Own camera and microphone were not asked for yet. */
  | { readonly kind: 'before-start' }
  /** Between two people; the panel may be about one who was chosen. */
  | { readonly kind: 'idle' }
  /** Everybody of today was seen. */
  | { readonly kind: 'all-done' }

/** These are about the person of the panel. */
export type PersonStage =
  | { readonly kind: 'ringing' }
  /** The ring ended without an answer. */
  | { readonly kind: 'unanswered'; readonly why: 'timed-out' | 'deferred' | 'in-person' }
  | { readonly kind: 'in-call' }
  /** The call is open, but this page is not in it: it was loaded again. */
  | { readonly kind: 'call-elsewhere' }
  /** The call is over; its result is not recorded. */
  | { readonly kind: 'after-call' }

export type Focus =
  | { readonly about: 'nobody'; readonly stage: RestStage; readonly row: DeskRow | null }
  | { readonly about: 'person'; readonly stage: PersonStage; readonly row: DeskRow }

interface Known {
  readonly rows: readonly DeskRow[]
  readonly views: Views
  readonly call: CallLive
  readonly started: boolean
  /** The row that the physician chose or rang last. */
  readonly chosen: Id | null
}

/** A call comes before a ring, a ring before a call without a result, and that before whoever was chosen by hand. */
export function focusOf(known: Known): Focus {
  const { rows, views, call } = known
  if (rows.length === 0) return rest({ kind: 'no-session' }, null)
  const view = (row: DeskRow) => views.get(row.appointmentId)
  const talking =
    call.phase === 'none' ? undefined : rows.find((row) => row.appointmentId === call.appointmentId)
  if (talking !== undefined) return about({ kind: 'in-call' }, talking)
  const open = rows.find((row) => isStillToSee(row, view(row)) && view(row)?.call?.phase === 'open')
  if (open !== undefined) return about({ kind: 'call-elsewhere' }, open)
  const ringing = rows.find((row) => view(row)?.ring?.phase === 'ringing')
  if (ringing !== undefined) return about({ kind: 'ringing' }, ringing)
  const chosen = rows.find((row) => row.appointmentId === known.chosen) ?? null
  if (!known.started) return rest({ kind: 'before-start' }, chosen)
  const row = chosen ?? rows.find((row) => lacksResult(row, view(row))) ?? null
  const left = row === null ? null : leftOpen(row, view(row))
  if (row !== null && left !== null) return about(left, row)
  const someoneOpen = rows.some((row) => isStillToSee(row, view(row)))
  return rest({ kind: someoneOpen ? 'idle' : 'all-done' }, row)
}

/** What a person's last ring or call still asks of the physician; null when nothing. */
function leftOpen(row: DeskRow, view: ConsultationView | undefined): PersonStage | null {
  if (lacksResult(row, view)) return { kind: 'after-call' }
  if (view?.call?.phase === 'ended' && view.call.reason === 'in-person-instead') {
    return { kind: 'unanswered', why: 'in-person' }
  }
  if (view?.ring?.phase !== 'ended') return null
  const { outcome } = view.ring
  if (outcome === 'declined-in-person') return { kind: 'unanswered', why: 'in-person' }
  if (!isStillToSee(row, view)) return null
  return outcome === 'timed-out' || outcome === 'deferred'
    ? { kind: 'unanswered', why: outcome }
    : null
}

function lacksResult(row: DeskRow, view: ConsultationView | undefined): boolean {
  return isStillToSee(row, view) && view?.call?.phase === 'ended'
}

function rest(stage: RestStage, row: DeskRow | null): Focus {
  return { about: 'nobody', stage, row }
}

function about(stage: PersonStage, row: DeskRow): Focus {
  return { about: 'person', stage, row }
}
