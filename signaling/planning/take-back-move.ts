/** Undo of a move or swap: both back where they were, as long as nothing changed since and the mails can still wait. */
import { fromInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Id } from '../protocol/primitives.ts'
import { isOpen, type OpenStatus } from '../rules/appointment-life.ts'
import { canUndo } from '../rules/board-moves.ts'
import { appointmentMoved, moveTakenBack, type SlotChange } from '../store/appointment-moves.ts'
import type { Deed } from '../store/appointments.ts'
import type { AuditEntry } from '../store/audit.ts'
import type { Writer } from '../store/store.ts'
import { toMoveResult, type MoveResult } from './move-result.ts'
import type { PlanningOptions } from './planning-options.ts'
import { tellTakenBack, wasToldOf } from './tell-moved.ts'

export function takeBackMove(options: PlanningOptions, id: Id, deed: Deed): Promise<MoveResult> {
  return options.store.write(async (writer) => {
    const moves = await lastMoves(writer, id, options)
    const changes: SlotChange[] = []
    for (const each of moves) changes.push(await toInverse(writer, each, deed))
    await writer.appointments.changeSlots(changes, deed)
    const told = await tellTakenBack(writer, options, moves, deed.at)
    return toMoveResult(writer, changes, told)
  })
}

/** One entry; of a swap both, unless one of the two was moved on since. */
async function lastMoves(
  writer: Writer,
  id: Id,
  options: PlanningOptions,
): Promise<readonly AuditEntry[]> {
  const move = await lastMove(writer, id, options)
  const partnerId = textOf(move, 'swappedWith')
  if (partnerId === null) return [move]
  const back = await lastMove(writer, partnerId, options)
  if (back.at !== move.at || textOf(back, 'swappedWith') !== id) throw new AppError('undo-over')
  return [move, back]
}

async function lastMove(
  writer: Writer,
  id: Id,
  { clock, undoMs }: PlanningOptions,
): Promise<AuditEntry> {
  const entries = await writer.audit.ofAppointment(id)
  const last = entries
    .filter(({ action }) => action === appointmentMoved || action === moveTakenBack)
    .at(-1)
  const isRecent = last !== undefined && canUndo(fromInstant(last.at), clock.now(), undoMs)
  if (!isRecent || last.action !== appointmentMoved) throw new AppError('undo-over')
  return last
}

async function toInverse(writer: Writer, move: AuditEntry, deed: Deed): Promise<SlotChange> {
  const appointment = await writer.appointments.get(move.appointmentId ?? '')
  const toSlotId = textOf(move, 'fromSlotId') ?? ''
  const slot = await writer.slots.get(toSlotId)
  const isAsLeft =
    appointment?.slotId === textOf(move, 'toSlotId') && appointment.status === textOf(move, 'to')
  if (!isAsLeft || slot === null || slot.endsAt <= deed.at) throw new AppError('undo-over')
  const was = await statusBefore(writer, move)
  const swappedWith = textOf(move, 'swappedWith')
  return { appointment, toSlotId, event: { type: 'take-back-move', was }, swappedWith }
}

/** Whoever has learnt of the new hour has a new hour to accept. */
async function statusBefore(writer: Writer, move: AuditEntry): Promise<OpenStatus> {
  const was = textOf(move, 'from') as OpenStatus
  if (!isOpen(was)) throw new AppError('undo-over')
  return was === 'accepted' && (await wasToldOf(writer, move)) ? 'invited' : was
}

function textOf({ details }: AuditEntry, key: string): string | null {
  const value = details[key]
  return typeof value === 'string' ? value : null
}
