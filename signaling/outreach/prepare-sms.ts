/** From a queued SMS to the text that leaves: made at the last moment, with a short link that is good as long as its long one. */
import { fromInstant, toInstant } from '../clock.ts'
import { callLinkEnd } from '../identity/call-link.ts'
import { offerLinkEnd } from '../identity/offer-link.ts'
import type { ShortLinks } from '../identity/short-link.ts'
import { hashToken } from '../identity/token.ts'
import { isOpen } from '../rules/appointment-life.ts'
import type { QueuedMessage, SmsSubject } from '../store/outbox.ts'
import type { ShortLinkTarget } from '../store/short-links.ts'
import type { Reader, Store } from '../store/store.ts'
import type { House } from './invitation.ts'
import type { Prepared } from './prepare.ts'
import { isMobile } from './sms.ts'
import { composeSms, type SmsFacts } from './sms-text.ts'

export type SmsMessage = Extract<QueuedMessage, SmsSubject>

export interface SmsPreparation {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly shortLinks: ShortLinks
  readonly house: House
}

/** What an SMS says, to whom, and what its link opens. */
interface Subject {
  readonly facts: SmsFacts
  readonly mobile: string | null
  readonly target: ShortLinkTarget
  /** From then on there is nothing to say. */
  readonly overAt: number
  /** Until then the link is read. Milliseconds since 1970. */
  readonly linkEnd: number
}

export async function prepareSms(
  message: SmsMessage,
  { store, shortLinks, house }: SmsPreparation,
  now: number,
): Promise<Prepared> {
  const subject = await readSubject(message, store.read)
  if (subject === null) return { kind: 'superseded' }
  const { facts, mobile, target, overAt, linkEnd } = subject
  if (overAt <= now) return { kind: 'impossible', error: 'too-late' }
  if (!isMobile(mobile)) return { kind: 'impossible', error: 'no-address' }
  const code = shortLinks.codeFor(message.id)
  const expiresAt = toInstant(linkEnd)
  // Before the message leaves: a link that is read opens.
  await store.write((writer) =>
    writer.shortLinks.keep({ codeHash: hashToken(code), target, expiresAt }, toInstant(now)),
  )
  const text = composeSms(facts, shortLinks.urlFor(code), house)
  return { kind: 'sms', sms: { id: message.id, to: mobile, text } }
}

/** Null: it is not any more what the SMS would say. */
function readSubject(message: SmsMessage, read: Reader): Promise<Subject | null> {
  return message.kind === 'offer-sms'
    ? readOfferSubject(message, read)
    : readAppointmentSubject(message, read)
}

async function readOfferSubject(
  { offerId }: Extract<SmsMessage, { kind: 'offer-sms' }>,
  read: Reader,
): Promise<Subject | null> {
  const context = await read.offers.context(offerId)
  if (context === null || context.offer.state !== 'open') return null
  const { worker, startsAt, offer, mobile } = context
  return {
    facts: { kind: 'offer', locale: worker.language, at: startsAt, until: offer.until },
    mobile,
    target: { offerId },
    overAt: fromInstant(offer.until),
    linkEnd: offerLinkEnd(offer),
  }
}

async function readAppointmentSubject(
  { kind, appointmentId }: Exclude<SmsMessage, { kind: 'offer-sms' }>,
  read: Reader,
): Promise<Subject | null> {
  const context = await read.appointments.context(appointmentId)
  if (context === null || !isOpen(context.appointment.status)) return null
  const { appointment, worker, mobile, linkVersion, expectedAt } = context
  const { startsAt, endsAt, modality } = appointment
  const isVisit = modality === 'in-person'
  const locale = worker.language
  return {
    facts:
      kind === 'reminder-sms'
        ? { kind: isVisit ? 'reminder-visit' : 'reminder', locale, at: startsAt }
        : { kind: kind === 'delay-sms' ? 'delay' : 'call-in', locale, at: expectedAt ?? startsAt },
    mobile,
    target: { appointmentId, linkVersion },
    overAt: fromInstant(endsAt),
    linkEnd: callLinkEnd(appointment),
  }
}
