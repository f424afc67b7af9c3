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
 * the worker is not free any more, and the policy's where the examination may no longer be by video: an offer can stand
 * for a day, in which an approval is withdrawn or an act becomes due. Nothing is stored then.
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

  const on = dateAt(fromInstant(slot.startsAt), timeZone)
  const appointment = await seat(writer, offer, { makeId, on }, deed)
  if (offer.requestId !== null) await writer.requests.plan(offer.requestId, appointment.id, deed)
  if (!(await writer.offers.settle(offer, 'accepted', deed, appointment.id))) {
    throw new AppError('slot-taken')
  }
  return confirm(writer, appointment, makeId(), deed)
}

/** Moves the appointment that they have by now, of whichever type, or makes a new one: by the rules of this moment. */
async function seat(
  writer: Writer,
  { slotId, workerId, examType }: Offer,
  { makeId, on }: { makeId: MakeId; on: string },
  deed: Deed,
): Promise<Appointment> {
  const worker = await writer.workers.get(workerId)
  if (worker === null) throw new AppError('link-not-valid')
  const present = await writer.appointments.openOf(workerId, examType)
  const policy = await writer.remotePolicy.list()
  const remote = createRemotePlanner({ makeId }, policy, present?.examType ?? examType, deed)
  const there = { slotId, workerId, employerId: worker.employerId, on }
  return present === null ? remote.plan(writer, there) : remote.move(writer, present.id, there)
}

/** Who takes a slot has accepted it; the mail with the calendar entry follows, where they have an address. */
async function confirm(
  writer: Writer,
  { id }: Appointment,
  messageId: Id,
  deed: Deed,
): Promise<Appointment> {
  await writer.appointments.change(id, { type: 'invite' }, deed)
  const context = await writer.appointments.context(id)
  if (context !== null && context.worker.email !== null) {
    const kind = (await writer.outbox.wasTold(id)) ? 'moved' : 'invitation'
    await writer.outbox.queue({ id: messageId, appointmentId: id, kind, at: deed.at })
  }
  return writer.appointments.change(id, { type: 'accept' }, deed)
}
