/** Appointments that change their slot: one to a free slot, or two into each other's. */
import { AppError } from '../errors.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { step, type MoveEvent } from '../rules/appointment-life.ts'
import type { Deed } from './appointments.ts'
import { refuseOtherModality, refuseOtherPlace } from './appointment-places.ts'
import { writeAudit } from './audit.ts'
import { endRefill, startRefill } from './offers.ts'
import { refuseDuplicates } from './sqlite-errors.ts'
import type { Tx } from './tables.ts'

export interface SlotChange {
  readonly appointment: Appointment
  readonly toSlotId: Id
  readonly event: MoveEvent
  /** Whoever goes the other way. */
  readonly swappedWith: Id | null
}

export const appointmentMoved = 'appointment-moved'
export const moveTakenBack = 'move-taken-back'

const actions = {
  'move': appointmentMoved,
  'choose-slot': 'slot-chosen',
  'take-back-move': moveTakenBack,
} as const

/**
 * Refused as `slot-taken` when somebody holds the slot, as `transition-refused` when an appointment is not as it was read.
 * The calendar's sequence rises, so that the next mail replaces the entry (RFC 5545, 3.8.7.4).
 */
export async function changeSlots(
  tx: Tx,
  changes: readonly SlotChange[],
  deed: Deed,
): Promise<void> {
  // One slot holds one open appointment, and SQLite looks at each row as it is written: who swaps steps aside first.
  if (changes.length > 1) await stepAside(tx, changes)
  for (const change of changes) await changeSlot(tx, change, changes.length > 1, deed)
}

async function stepAside(tx: Tx, changes: readonly SlotChange[]): Promise<void> {
  for (const { appointment } of changes) {
    const { numUpdatedRows } = await tx
      .updateTable('appointments')
      .set({ status: 'cancelled' })
      .where('id', '=', appointment.id)
      .where('slot_id', '=', appointment.slotId)
      .where('status', '=', appointment.status)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new AppError('transition-refused')
  }
}

async function changeSlot(
  tx: Tx,
  { appointment, toSlotId, event, swappedWith }: SlotChange,
  aside: boolean,
  deed: Deed,
): Promise<void> {
  const next = step(appointment, event)
  if (!next.ok) throw new AppError(next.code)
  await refuseOtherPlace(tx, appointment.workerId, toSlotId, appointment.id)
  await refuseOtherModality(tx, toSlotId, appointment.modality)
  const { numUpdatedRows } = await refuseDuplicates(
    { 'appointments.slot_id': { code: 'slot-taken', at: '/slotId' } },
    () =>
      tx
        .updateTable('appointments')
        .set({ slot_id: toSlotId, status: next.life.status, updated_at: deed.at })
        // Whoever would come earlier than before says so again.
        .set({ wants_earlier_at: null })
        .set((row) => ({ calendar_sequence: row('calendar_sequence', '+', 1) }))
        .where('id', '=', appointment.id)
        .where('slot_id', '=', appointment.slotId)
        .where('status', '=', aside ? 'cancelled' : appointment.status)
        .executeTakeFirst(),
  )
  if (numUpdatedRows !== 1n) throw new AppError('transition-refused')
  await endRefill(tx, toSlotId, appointment.workerId, deed.at)
  if (leavesSlotToOthers(appointment, event, deed)) {
    await startRefill(tx, appointment.slotId, deed.at)
  }
  await writeAudit(tx).append({
    ...deed,
    appointmentId: appointment.id,
    action: actions[event.type],
    details: {
      ...deed.details,
      fromSlotId: appointment.slotId,
      toSlotId,
      swappedWith,
      from: appointment.status,
      to: next.life.status,
    },
  })
}

/** What a worker gives up is offered; what a planner clears stays theirs to fill, and they may take the move back. */
function leavesSlotToOthers(
  { modality, endsAt }: Appointment,
  { type }: MoveEvent,
  { at }: Deed,
): boolean {
  return type === 'choose-slot' && modality === 'remote' && endsAt > at
}
