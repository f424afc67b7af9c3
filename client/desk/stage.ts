/** What stands in the middle of the desk, and whose person the panel shows: a function of what is known. Pure. */
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { CallLive } from '../consultation/live.ts'
import { isStillToSee, type Views } from './queue.ts'

export type Stage =
  /** No session today. */
  | { readonly kind: 'no-session' }
  /** Own camera and microphone were not asked for yet. */
  | { readonly kind: 'before-start' }
  /** Between two people. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'ringing' }
  /** The ring ended without an answer. */
  | { readonly kind: 'unanswered'; readonly why: 'timed-out' | 'deferred' | 'in-person' }
  | { readonly kind: 'in-call' }
  /** The call is open, but this page is not in it: it was loaded again. */
  | { readonly kind: 'call-elsewhere' }
  /** The call is over; its result is not recorded. */
  | { readonly kind: 'after-call' }
  /** Everybody of today was seen. */
  | { readonly kind: 'all-done' }

export interface Focus {
  readonly stage: Stage
  /** Whom the panel is about; null when nobody is chosen. */
  readonly row: DeskRow | null
}

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
  if (rows.length === 0) return { stage: { kind: 'no-session' }, row: null }
  const view = (row: DeskRow) => views.get(row.appointmentId)
  if (call.phase !== 'none') {
    const row = rows.find(({ appointmentId }) => appointmentId === call.appointmentId)
    if (row !== undefined) return { stage: { kind: 'in-call' }, row }
  }
  const open = rows.find((row) => isStillToSee(row, view(row)) && view(row)?.call?.phase === 'open')
  if (open !== undefined) return { stage: { kind: 'call-elsewhere' }, row: open }
  const ringing = rows.find((row) => view(row)?.ring?.phase === 'ringing')
  if (ringing !== undefined) return { stage: { kind: 'ringing' }, row: ringing }
  const chosen = rows.find(({ appointmentId }) => appointmentId === known.chosen) ?? null
  if (!known.started) return { stage: { kind: 'before-start' }, row: chosen }
  const row = chosen ?? rows.find((row) => lacksResult(row, view(row))) ?? null
  return { stage: row === null ? restStage(rows, views) : stageOf(row, view(row), known), row }
}

function stageOf(row: DeskRow, view: ConsultationView | undefined, known: Known): Stage {
  if (lacksResult(row, view)) return { kind: 'after-call' }
  const ring = view?.ring
  if (ring?.phase === 'ended') {
    if (ring.outcome === 'declined-in-person') return { kind: 'unanswered', why: 'in-person' }
    if (isStillToSee(row, view) && (ring.outcome === 'timed-out' || ring.outcome === 'deferred')) {
      return { kind: 'unanswered', why: ring.outcome }
    }
  }
  return restStage(known.rows, known.views)
}

function restStage(rows: readonly DeskRow[], views: Views): Stage {
  const open = rows.some((row) => isStillToSee(row, views.get(row.appointmentId)))
  return { kind: open ? 'idle' : 'all-done' }
}

function lacksResult(row: DeskRow, view: ConsultationView | undefined): boolean {
  return isStillToSee(row, view) && view?.call?.phase === 'ended'
}
