/** What becomes of a message after an attempt: decided without I/O, written in one transaction. */
import { fromInstant, toInstant, type MakeId } from '../clock.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { aboutTime, type QueuedMessage } from '../store/outbox.ts'
import type { Writer } from '../store/store.ts'
import { isPatienceOver, retryDelayMs } from './back-off.ts'
import type { Delivery } from './mailer.ts'

export type Settlement =
  | { readonly kind: 'sent'; readonly keep?: (writer: Writer) => Promise<void> }
  | { readonly kind: 'retry'; readonly dueAt: Instant; readonly error: string }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'superseded' }

/** `chance` in [0, 1) spreads the next tries. */
export function settle(
  message: QueuedMessage,
  delivery: Delivery,
  now: number,
  chance: number,
): Settlement {
  if (delivery.kind === 'sent') return delivery
  const { kind, error } = delivery
  if (kind === 'refused' || isPatienceOver(fromInstant(message.createdAt), now)) {
    return { kind: 'failed', error }
  }
  const dueAt = toInstant(now + retryDelayMs(message.attempts + 1, chance))
  return { kind: 'retry', dueAt, error }
}

export async function writeSettlement(
  writer: Writer,
  message: QueuedMessage,
  settlement: Settlement,
  { at, makeId }: { readonly at: Instant; readonly makeId: MakeId },
): Promise<void> {
  const { id } = message
  switch (settlement.kind) {
    case 'sent': {
      const toldOf = await firstTellsOf(writer, message)
      await writer.outbox.markSent(id, at)
      await settlement.keep?.(writer)
      if (toldOf !== null) await callOffWhatEnded(writer, toldOf, { at, makeId })
      break
    }
    case 'retry':
      await writer.outbox.retryAt(id, settlement.dueAt, settlement.error)
      break
    case 'failed':
      await writer.outbox.giveUp(id, at, settlement.error)
      break
    case 'superseded':
      await writer.outbox.supersede(id, at)
      break
  }
}

/** Returns the appointment of which its worker learns with this message when it is; null where they knew, or learn it not. */
async function firstTellsOf(writer: Writer, message: QueuedMessage): Promise<Id | null> {
  if (!('appointmentId' in message) || !aboutTime.some((kind) => kind === message.kind)) return null
  const { appointmentId } = message
  return (await writer.outbox.wasTold(appointmentId)) ? null : appointmentId
}

/**
 * The planner ended it while that message was on its way, and saw nobody who would have to be told. What the worker or the
 * physician ended, the worker knows of.
 */
async function callOffWhatEnded(
  writer: Writer,
  appointmentId: Id,
  { at, makeId }: { readonly at: Instant; readonly makeId: MakeId },
): Promise<void> {
  const appointment = await writer.appointments.get(appointmentId)
  if (appointment === null || appointment.endsAt <= at) return
  const { status, outcome, inPersonAskedBy } = appointment
  const isCancelled = status === 'cancelled' && outcome === null
  const isToBeVisit = status === 'converted' && inPersonAskedBy === 'planner'
  if (!isCancelled && !isToBeVisit) return
  await writer.outbox.queue({ id: makeId(), appointmentId, kind: 'called-off', at })
}
