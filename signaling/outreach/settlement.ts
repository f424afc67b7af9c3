/** What becomes of a message after an attempt: decided without I/O, written in one transaction. */
import { fromInstant, toInstant } from '../clock.ts'
import type { Instant } from '../protocol/primitives.ts'
import type { QueuedMessage } from '../store/outbox.ts'
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
  { id }: QueuedMessage,
  settlement: Settlement,
  at: Instant,
): Promise<void> {
  switch (settlement.kind) {
    case 'sent':
      await writer.outbox.markSent(id, at)
      await settlement.keep?.(writer)
      break
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
