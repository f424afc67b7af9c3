/** Moves and swaps: the slots, the workers' mails and the audit log in one transaction. */
import { AppError } from '../errors.ts'
import type { MoveDraft } from '../protocol/board.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { forbids } from '../rules/board-moves.ts'
import type { Deed } from '../store/appointments.ts'
import type { SlotChange } from '../store/appointment-moves.ts'
import type { Writer } from '../store/store.ts'
import { toMoveResult, type MoveResult } from './move-result.ts'
import type { PlanningOptions } from './planning-options.ts'
import { readMoves } from './read-moves.ts'
import { tellMoved } from './tell-moved.ts'

export function moveAppointment(
  options: PlanningOptions,
  id: Id,
  draft: MoveDraft,
  deed: Deed,
): Promise<MoveResult> {
  return options.store.write(async (writer) => {
    const { appointment, swapped } = await findMove(writer, options, id, draft)
    const changes = toChanges(appointment, swapped, draft.slotId)
    const details = { despite: draft.despite.join(' ') }
    await writer.appointments.changeSlots(changes, { ...deed, details })
    const ids = changes.map((change) => change.appointment.id)
    const told = await tellMoved(writer, options, ids, deed.at)
    return toMoveResult(writer, changes, told)
  })
}

function toChanges(
  appointment: Appointment,
  swapped: Appointment | null,
  toSlotId: Id,
): readonly SlotChange[] {
  const event = { type: 'move' } as const
  const there = { appointment, toSlotId, event, swappedWith: swapped?.id ?? null }
  if (swapped === null) return [there]
  const { id: swappedWith, slotId } = appointment
  return [there, { appointment: swapped, toSlotId: slotId, event, swappedWith }]
}

/** Looks at the move as the planner saw it, and once more by the rules. */
async function findMove(
  writer: Writer,
  { clock, timeZone }: PlanningOptions,
  id: Id,
  { slotId, swapWith, despite }: MoveDraft,
): Promise<{ appointment: Appointment; swapped: Appointment | null }> {
  const slot = await writer.slots.get(slotId)
  const session = slot && (await writer.sessions.get(slot.sessionId))
  if (session === null) throw new AppError('not-found', '/slotId')
  const choices = await readMoves(writer, id, [session], { now: clock.now(), timeZone })
  const choice = choices.find((each) => each.slotId === slotId)
  // It stands there already.
  if (choice === undefined) throw new AppError('slot-taken', '/slotId')
  if ((choice.holder?.appointmentId ?? null) !== swapWith) {
    throw new AppError('slot-taken', '/slotId')
  }
  const codes = choice.breaches.map(({ code }) => code)
  const forbidden = codes.find(forbids)
  if (forbidden !== undefined) throw new AppError(forbidden, '/slotId')
  if (codes.some((code) => !despite.includes(code))) {
    throw new AppError('breach-not-shown', '/slotId')
  }
  const appointment = await writer.appointments.get(id)
  const swapped = swapWith === null ? null : await writer.appointments.get(swapWith)
  if (appointment === null) throw new AppError('not-found')
  return { appointment, swapped }
}
