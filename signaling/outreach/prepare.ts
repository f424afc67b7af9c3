/** From a queued message to the mail that leaves: made at the last moment, so that no call link is ever stored. */
import { Check } from 'typebox/value'
import { fromInstant } from '../clock.ts'
import type { Appointment } from '../protocol/planning.ts'
import { EmailAddress, type Id, type Instant, type Locale } from '../protocol/primitives.ts'
import { isOpen } from '../rules/appointment-life.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import type { AppointmentMessageKind, QueuedMessage } from '../store/outbox.ts'
import {
  renderInvitation,
  renderMoved,
  renderRestored,
  type House,
  type Invitation,
} from './invitation.ts'
import type { OutgoingMail } from './mailer.ts'
import { renderCancelled, renderToBeVisit } from './called-off.ts'
import { renderCallIn, renderDelay } from './delay.ts'
import type { OutgoingSms } from './sms.ts'
import { renderReminder } from './reminder.ts'
import { renderVisit } from './visit.ts'

export type MakeCallLink = (
  appointment: { readonly id: Id; readonly endsAt: Instant; readonly linkVersion: number },
  locale: Locale,
) => string

export type Prepared =
  | { readonly kind: 'mail'; readonly mail: OutgoingMail }
  | { readonly kind: 'sms'; readonly sms: OutgoingSms }
  /** The appointment has changed since: the message would be wrong. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'impossible'; readonly error: 'no-address' | 'bad-address' | 'too-late' }

export type AppointmentMessage = Extract<QueuedMessage, { kind: AppointmentMessageKind }>

export interface Preparation {
  readonly message: AppointmentMessage
  readonly context: AppointmentContext | null
  readonly urlFor: MakeCallLink
  readonly house: House
  readonly now: number
}

type Renderer = (facts: Invitation, house: House) => OutgoingMail

/** What the worker of an open appointment is told: each kind its own words over the same facts. */
const renderers: Record<Exclude<AppointmentMessageKind, 'called-off'>, Renderer> = {
  'invitation': renderInvitation,
  'reminder': renderReminder,
  'delay': renderDelay,
  'call-in': renderCallIn,
  'moved': renderMoved,
  'restored': renderRestored,
}

export function prepare(preparation: Preparation): Prepared {
  const { message, context, urlFor, house, now } = preparation
  const render = context === null ? null : rendererFor(message.kind, context.appointment)
  if (context === null || render === null) return { kind: 'superseded' }
  const { appointment, linkVersion, worker, legalLanguage, physician, place, calendar } = context
  if (fromInstant(appointment.endsAt) <= now) return { kind: 'impossible', error: 'too-late' }
  const { email } = worker
  if (email === null) return { kind: 'impossible', error: 'no-address' }
  // Checked when it was stored as well; here it is about to become a header and an envelope.
  if (!Check(EmailAddress, email)) return { kind: 'impossible', error: 'bad-address' }
  const { id, startsAt, endsAt } = appointment
  const mail = render(
    {
      id: message.id,
      queuedAt: message.createdAt,
      startsAt,
      endsAt,
      expectedAt: context.expectedAt ?? startsAt,
      worker: { ...worker, email },
      legalLanguage,
      physician,
      placeName: place?.name ?? null,
      calendarUid: calendar.uid,
      calendarSequence: calendar.sequence,
      callLink: urlFor({ id, endsAt, linkVersion }, worker.language),
    },
    house,
  )
  return { kind: 'mail', mail }
}

/** Null: the appointment is not any more what the message would say. */
function rendererFor(
  kind: AppointmentMessageKind,
  { status, modality }: Appointment,
): Renderer | null {
  if (kind === 'called-off') {
    if (status === 'converted') return renderToBeVisit
    return status === 'cancelled' ? renderCancelled : null
  }
  if (!isOpen(status)) return null
  // Whoever comes in person is told when and where, whatever the occasion.
  return modality === 'in-person' ? renderVisit : renderers[kind]
}
