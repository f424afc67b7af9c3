/** Undo of a filling: who was put into a slot a moment ago and has learnt of nothing is in none again. */
import { fromInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { FillUndone } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { canUndo } from '../rules/board-moves.ts'
import type { Deed } from '../store/appointments.ts'
import { appointmentPlanned } from '../store/appointments.ts'
import type { Writer } from '../store/store.ts'
import type { PlanningOptions } from './planning-options.ts'

/** Refused as `undo-over` where nothing of it can be taken back any more. */
export function takeBackFill(
  options: PlanningOptions,
  sessionId: Id,
  appointmentIds: readonly Id[],
  deed: Deed,
): Promise<FillUndone> {
  return options.store.write(async (writer) => {
    const done: { takenBack: Id[]; kept: Id[] } = { takenBack: [], kept: [] }
    for (const id of appointmentIds) {
      const isBack = await takeBack(writer, options, sessionId, id, deed)
      done[isBack ? 'takenBack' : 'kept'].push(id)
    }
    if (done.takenBack.length === 0) throw new AppError('undo-over')
    return done
  })
}

async function takeBack(
  writer: Writer,
  { clock, undoMs }: PlanningOptions,
  sessionId: Id,
  id: Id,
  deed: Deed,
): Promise<boolean> {
  const appointment = await writer.appointments.get(id)
  if (appointment?.sessionId !== sessionId) throw new AppError('not-found')
  const planned = (await writer.audit.ofAppointment(id)).find(
    ({ action }) => action === appointmentPlanned,
  )
  const { status, slotId } = appointment
  const isAsLeft =
    (status === 'planned' || status === 'invited') && planned?.details['slotId'] === slotId
  if (!isAsLeft || !canUndo(fromInstant(planned.at), clock.now(), undoMs)) return false
  // What they know of is called off, with a mail; that is another deed.
  if (await writer.outbox.wasTold(id)) return false
  const invitation = await writer.outbox.latestAboutTime(id)
  if (invitation?.state === 'queued') await writer.outbox.supersede(invitation.id, deed.at)
  await writer.appointments.takeBackPlan(id, planned.at, deed)
  return true
}
