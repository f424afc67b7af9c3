/** Whether another device took the worker's side of the running call over: somebody else may sit there now. */
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { Instant } from '../../signaling/protocol/primitives.ts'

/** When it last did; null: it did not, or before the call, or nobody is there now. */
export function takenOverInCall(view: ConsultationView | undefined): Instant | null {
  if (view?.call?.phase !== 'open' || view.presence.kind !== 'here') return null
  const { takenOverAt } = view.presence
  if (takenOverAt === null) return null
  return Date.parse(takenOverAt) < Date.parse(view.call.openedAt) ? null : takenOverAt
}
