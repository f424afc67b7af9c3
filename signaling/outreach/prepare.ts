/** From a queued message to the mail that leaves: made at the last moment, so that no call link is ever stored. */
import { Check } from 'typebox/value'
import { fromInstant } from '../clock.ts'
import { EmailAddress, type Id, type Instant, type Locale } from '../protocol/primitives.ts'
import { isOpen } from '../rules/appointment-life.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import type { AppointmentMessageKind, QueuedMessage } from '../store/outbox.ts'
import { renderInvitation, renderMoved, type House, type Invitation } from './invitation.ts'
import type { OutgoingMail } from './mailer.ts'
import { renderCallIn, renderDelay } from './delay.ts'
import { renderReminder } from './reminder.ts'
import { renderVisit } from './visit.ts'

export type MakeCallLink = (
  appointment: { readonly id: Id; readonly endsAt: Instant; readonly linkVersion: number },
  locale: Locale,
) => string

export type Prepared =
  | { readonly kind: 'mail'; readonly mail: OutgoingMail }
  /** The appointment has changed since: the message would be wrong. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'impossible'; readonly error: 'no-address' | 'bad-address' | 'too-late' }

export type AppointmentMessage = Extract<QueuedMessage, { appointmentId: Id }>

export interface Preparation {
  readonly message: AppointmentMessage
  readonly context: AppointmentContext | null
  readonly urlFor: MakeCallLink
  readonly house: House
  readonly now: number
}

type Renderer = (facts: Invitation, house: House) => OutgoingMail

/** What the worker of an open appointment is told: each kind its own words over the same facts. */
const renderers: Record<AppointmentMessageKind, Renderer> = {
  'invitation': renderInvitation,
  'reminder': renderReminder,
  'delay': renderDelay,
  'call-in': renderCallIn,
  'moved': renderMoved,
}

export function prepare(preparation: Preparation): Prepared {
  const { message, context, urlFor, house, now } = preparation
  if (context === null || !isOpen(context.appointment.status)) return { kind: 'superseded' }
  const { appointment, linkVersion, worker, physician, place, calendar } = context
  if (fromInstant(appointment.endsAt) <= now) return { kind: 'impossible', error: 'too-late' }
  const { email } = worker
  if (email === null) return { kind: 'impossible', error: 'no-address' }
  // Checked when it was stored as well; here it is about to become a header and an envelope.
  if (!Check(EmailAddress, email)) return { kind: 'impossible', error: 'bad-address' }
  const { id, startsAt, endsAt } = appointment
  // Whoever comes in person is told when and where, whatever the occasion.
  const render = appointment.modality === 'in-person' ? renderVisit : renderers[message.kind]
  const mail = render(
    {
      id: message.id,
      queuedAt: message.createdAt,
      startsAt,
      endsAt,
      expectedAt: context.expectedAt ?? startsAt,
      worker: { ...worker, email },
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
