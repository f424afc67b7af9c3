/** Invitations: the message waits in the outbox from the moment at which the appointment is called invited. */
import { AppError } from '../errors.ts'
import type { Appointment, InvitationsReply } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Deed } from '../store/appointments.ts'
import type { Writer } from '../store/store.ts'
import type { PlanningOptions } from './planning-options.ts'

type Options = Pick<PlanningOptions, 'store' | 'makeId'>

/** Invites one worker, again if need be. */
export function inviteWorker({ store, makeId }: Options, id: Id, deed: Deed): Promise<Appointment> {
  return store.write(async (writer) => {
    const context = await writer.appointments.context(id)
    if (context === null) throw new AppError('not-found')
    if (context.appointment.endsAt <= deed.at) throw new AppError('slot-past')
    if (context.worker.email === null) throw new AppError('no-address')
    return invite(writer, makeId(), id, deed)
  })
}

/** Invites those of a session to whom nothing was sent yet, or whose message was given up; past slots are left alone. */
export function inviteSession(
  { store, makeId }: Options,
  sessionId: Id,
  deed: Deed,
): Promise<InvitationsReply> {
  return store.write(async (writer) => {
    const session = await writer.sessions.get(sessionId)
    const waiting = (session?.slots ?? []).flatMap(({ appointment }) =>
      appointment !== null && appointment.endsAt > deed.at && isUninvited(appointment)
        ? [appointment]
        : [],
    )
    const reachable = waiting.filter((appointment) => appointment.workerHasEmail)
    for (const { id } of reachable) await invite(writer, makeId(), id, deed)
    return {
      queued: reachable.length,
      withoutAddress: waiting
        .filter((appointment) => !appointment.workerHasEmail)
        .map((appointment) => appointment.id),
    }
  })
}

function isUninvited({ status, delivery }: Appointment): boolean {
  if (status === 'planned') return true
  return status === 'invited' && (delivery.state === 'none' || delivery.state === 'failed')
}

export async function invite(
  writer: Writer,
  messageId: Id,
  appointmentId: Id,
  deed: Deed,
): Promise<Appointment> {
  const details = { messageId }
  await writer.appointments.change(appointmentId, { type: 'invite' }, { ...deed, details })
  // The mail about a move waits for its time: it says the same, and leaves now.
  if (!(await writer.outbox.hasten(appointmentId, 'moved', deed.at)))
    await writer.outbox.queue({ id: messageId, appointmentId, kind: 'invitation', at: deed.at })
  const appointment = await writer.appointments.get(appointmentId)
  if (appointment === null) throw new AppError('not-found')
  return appointment
}
