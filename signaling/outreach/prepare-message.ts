/** Reads what a queued message is about, and hands it to whoever makes such messages. */
import type { QueuedMessage } from '../store/outbox.ts'
import type { Store } from '../store/store.ts'
import type { House } from './invitation.ts'
import { prepare, type MakeCallLink, type Prepared } from './prepare.ts'
import { prepareDeclared } from './prepare-declared.ts'
import { prepareOffer, type MakeOfferLink } from './prepare-offer.ts'
import { prepareReceipt } from './prepare-receipt.ts'

export interface MessageParts {
  readonly store: Pick<Store, 'read'>
  readonly urlFor: MakeCallLink
  readonly offerUrlFor: MakeOfferLink
  readonly house: House
}

export async function prepareMessage(
  message: QueuedMessage,
  { store, urlFor, offerUrlFor, house }: MessageParts,
  now: number,
): Promise<Prepared> {
  if ('offerId' in message) {
    const context = await store.read.offers.context(message.offerId)
    return prepareOffer({ message, context, offerUrlFor, house, now })
  }
  if ('requestId' in message) {
    const request = await store.read.requests.get(message.requestId)
    return prepareReceipt({ message, request, house })
  }
  const context = await store.read.appointments.context(message.appointmentId)
  if (message.kind === 'declared') {
    const declared = await store.read.consents.of([message.appointmentId])
    return prepareDeclared({ message, context, declared, house })
  }
  return prepare({ message, context, urlFor, house, now })
}
