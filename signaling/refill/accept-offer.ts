/** One tap takes exactly the slot that was offered: the offer, the appointment and the request change in one transaction. */
import { fromInstant, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import { createRemotePlanner } from '../planning/remote-planner.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { dateAt } from '../rules/calendar.ts'
import type { Deed } from '../store/appointments.ts'
import type { Offer } from '../store/offer-rows.ts'
import type { Writer } from '../store/store.ts'

export interface AcceptOptions {
  readonly makeId: MakeId
  readonly timeZone: string
}

/**
 * Returns the appointment that the worker now has there; null where the offer is over. Throws a refusal where the slot or
 * the worker is not free any more, or the policy changed; nothing is stored then.
 */
export async function acceptOffer(
  writer: Writer,
  id: Id,
  { makeId, timeZone }: AcceptOptions,
  deed: Deed,
): Promise<Appointment | null> {
  const offer = await writer.offers.get(id)
  if (offer === null) throw new AppError('link-not-valid')
  if (offer.state !== 'open' || offer.until <= deed.at) return null
  const slot = await writer.slots.get(offer.slotId)
  if (slot === null || slot.endsAt <= deed.at) return null

  const present = await writer.appointments.openOf(offer.workerId, offer.examType)
  const on = dateAt(fromInstant(slot.startsAt), timeZone)
  const appointment =
    present === null
      ? await plan(writer, offer, { makeId, on }, deed)
      : await writer.appointments.move(present.id, offer.slotId, deed)
  if (offer.requestId !== null) await writer.requests.plan(offer.requestId, appointment.id, deed)
  if (!(await writer.offers.settle(offer, 'accepted', deed, appointment.id))) {
    throw new AppError('slot-taken')
  }
  return confirm(writer, appointment, makeId(), deed)
}

async function plan(
  writer: Writer,
  { slotId, workerId, examType }: Offer,
  { makeId, on }: { makeId: MakeId; on: string },
  deed: Deed,
): Promise<Appointment> {
  const worker = await writer.workers.get(workerId)
  if (worker === null) throw new AppError('link-not-valid')
  const policy = await writer.remotePolicy.list()
  const remote = createRemotePlanner({ makeId }, policy, examType, deed)
  return remote.plan(writer, { slotId, workerId, employerId: worker.employerId, on })
}

/** Who takes a slot has accepted it; the mail with the calendar entry follows. */
async function confirm(
  writer: Writer,
  { id }: Appointment,
  messageId: Id,
  deed: Deed,
): Promise<Appointment> {
  await writer.appointments.change(id, { type: 'invite' }, deed)
  const kind = (await writer.outbox.wasTold(id)) ? 'moved' : 'invitation'
  await writer.outbox.queue({ id: messageId, appointmentId: id, kind, at: deed.at })
  return writer.appointments.change(id, { type: 'accept' }, deed)
}
