import { AppError } from '../errors.ts'
import type { Moved } from '../protocol/board.ts'
import type { Id } from '../protocol/primitives.ts'
import type { SlotChange } from '../store/appointment-moves.ts'
import type { Writer } from '../store/store.ts'

/** What became of a move, and in whose agendas something changed. */
export interface MoveResult {
  readonly moved: Moved
  readonly physicianIds: ReadonlySet<Id>
}

export async function toMoveResult(
  writer: Writer,
  changes: readonly SlotChange[],
  told: Pick<Moved, 'mailsAt' | 'toPhone'>,
): Promise<MoveResult> {
  const [there, back] = changes
  const appointment = await writer.appointments.get(there?.appointment.id ?? '')
  if (appointment === null) throw new AppError('not-found')
  const swapped = back === undefined ? null : await writer.appointments.get(back.appointment.id)
  const before = changes.map((change) => change.appointment.physicianId)
  return {
    moved: { appointment, swapped, ...told },
    physicianIds: new Set([appointment.physicianId, ...before]),
  }
}
