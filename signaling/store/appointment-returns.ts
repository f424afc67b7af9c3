/** What the planner did by a slip of the hand: an end, whose appointment is in its slot again; a planning, whose slot is free. */
import { AppError } from '../errors.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { step, type OpenStatus } from '../rules/appointment-life.ts'
import { refuseOtherPlace } from './appointment-places.ts'
import type { Deed } from './appointments.ts'
import { writeAudit } from './audit.ts'
import { endRefill, startRefill } from './offers.ts'
import { refuseDuplicates } from './sqlite-errors.ts'
import type { Tx } from './tables.ts'

export const endTakenBack = 'end-taken-back'

/** The slot may have been given away, and the worker another appointment: the tables' unique indexes say so. */
export async function takeBackEnd(
  tx: Tx,
  appointment: Appointment,
  was: OpenStatus,
  deed: Deed,
): Promise<void> {
  const { id, slotId, workerId, status } = appointment
  const next = step(appointment, { type: 'take-back-end', was })
  if (!next.ok) throw new AppError(next.code)
  await refuseOtherPlace(tx, workerId, slotId)
  const { numUpdatedRows } = await refuseDuplicates(
    {
      'appointments.slot_id': { code: 'slot-taken' },
      'appointments.worker_id': { code: 'worker-already-planned' },
    },
    () =>
      tx
        .updateTable('appointments')
        .set({ status: was, in_person_asked_by: null, updated_at: deed.at })
        .set((row) => ({ calendar_sequence: row('calendar_sequence', '+', 1) }))
        .where('id', '=', id)
        .where('status', '=', status)
        .executeTakeFirst(),
  )
  if (numUpdatedRows !== 1n) throw new AppError('transition-refused')
  // Whoever was asked for the slot since is asked no more.
  await endRefill(tx, slotId, workerId, deed.at)
  const details = { ...deed.details, from: status, to: was }
  await writeAudit(tx).append({ ...deed, appointmentId: id, action: endTakenBack, details })
}

/** Nobody is offered the slot, unless that was the case before: it stays the planner's to fill. */
export async function takeBackPlan(
  tx: Tx,
  { id, slotId, status, ...rest }: Appointment,
  plannedAt: Instant,
  deed: Deed,
): Promise<void> {
  const next = step({ status, ...rest }, { type: 'cancel' })
  if (!next.ok) throw new AppError(next.code)
  const { numUpdatedRows } = await tx
    .updateTable('appointments')
    .set({ status: next.life.status, updated_at: deed.at })
    // Where the invitation was on its way, a mail that calls it off follows.
    .set((row) => ({ calendar_sequence: row('calendar_sequence', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', status)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new AppError('transition-refused')
  if (await endedRefill(tx, slotId, plannedAt)) await startRefill(tx, slotId, deed.at)
  const details = { ...deed.details, slotId, from: status, to: next.life.status }
  await writeAudit(tx).append({
    ...deed,
    appointmentId: id,
    action: 'planning-taken-back',
    details,
  })
}

/** Whether the slot was being offered until that moment. */
async function endedRefill(tx: Tx, slotId: Id, at: Instant): Promise<boolean> {
  const row = await tx
    .selectFrom('refills')
    .select('slot_id')
    .where('slot_id', '=', slotId)
    .where('ended_at', '=', at)
    .executeTakeFirst()
  return row !== undefined
}
