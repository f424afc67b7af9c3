/** Reads what a queued message is about, and hands it to whoever makes such messages. */
import type { MailedLinks } from '../identity/mailed-links.ts'
import type { ShortLinks } from '../identity/short-link.ts'
import type { MessageKind, QueuedMessage } from '../store/outbox.ts'
import type { Store } from '../store/store.ts'
import type { House } from './invitation.ts'
import { prepare, type MakeCallLink, type Prepared } from './prepare.ts'
import { prepareContact } from './prepare-contact.ts'
import { prepareDeclared } from './prepare-declared.ts'
import { prepareOffer, type MakeOfferLink } from './prepare-offer.ts'
import { prepareReceipt } from './prepare-receipt.ts'
import { prepareSms, type SmsMessage } from './prepare-sms.ts'

export interface MessageParts {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly urlFor: MakeCallLink
  readonly offerUrlFor: MakeOfferLink
  readonly shortLinks: ShortLinks
  readonly mailedLinks: MailedLinks
  readonly house: House
}

export async function prepareMessage(
  message: QueuedMessage,
  parts: MessageParts,
  now: number,
): Promise<Prepared> {
  const { store, urlFor, offerUrlFor, mailedLinks, house } = parts
  if (isSms(message)) return prepareSms(message, parts, now)
  if ('offerId' in message) {
    const context = await store.read.offers.context(message.offerId)
    return prepareOffer({ message, context, offerUrlFor, house, now })
  }
  if ('requestId' in message) {
    const request = await store.read.requests.get(message.requestId)
    return prepareReceipt({ message, request, house })
  }
  if ('staffId' in message) {
    const contact = await store.read.contacts.get(message.staffId)
    return prepareContact({ message, contact, mailedLinks, house })
  }
  const context = await store.read.appointments.context(message.appointmentId)
  if (message.kind === 'declared') {
    const declared = await store.read.consents.of([message.appointmentId])
    return prepareDeclared({ message, context, declared, house })
  }
  return prepare({ message, context, urlFor, house, now })
}

const smsKinds: ReadonlySet<MessageKind> = new Set<SmsMessage['kind']>([
  'offer-sms',
  'reminder-sms',
  'delay-sms',
  'call-in-sms',
])

function isSms(message: QueuedMessage): message is SmsMessage {
  return smsKinds.has(message.kind)
}
