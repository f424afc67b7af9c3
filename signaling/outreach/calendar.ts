/**
 * The calendar entry of an appointment. Work calendars are read by colleagues: no motive, no call link, nothing about video.
 * Times are in UTC, so the entry needs no time-zone table of its own.
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator'
import type { OutreachTexts } from '../../client/i18n/outreach/en.ts'
import { fromInstant } from '../clock.ts'
import type { Instant, Locale } from '../protocol/primitives.ts'
import type { MailAddress } from './mailer.ts'
import { oneLine } from './one-line.ts'

export interface CalendarEntry {
  /** A cancellation takes the entry away (RFC 5546, 3.2.5). */
  readonly method: 'REQUEST' | 'CANCEL'
  /** The same for the appointment's whole life (RFC 5545, 3.8.4.7). */
  readonly uid: string
  /** Rises with every change that the worker's calendar must follow (RFC 5545, 3.8.7.4). */
  readonly sequence: number
  /** When the entry was made; the same at every attempt to send it. */
  readonly stamp: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** The company room; null for the worker's own phone. */
  readonly place: string | null
  readonly organizer: MailAddress
  readonly attendee: MailAddress
  /** The page that asks for the call link; not the link itself. */
  readonly url: string
  readonly locale: Locale
  readonly servicePhone: string
}

/** Returns the iCalendar text (RFC 5546, 3.2.2); answers to it are not read. */
export function renderCalendar(entry: CalendarEntry, texts: OutreachTexts): string {
  const isOff = entry.method === 'CANCEL'
  const calendar = ical({
    prodId: { company: 'visite', product: 'visite', language: entry.locale.toUpperCase() },
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(fromInstant(entry.stamp)),
    start: new Date(fromInstant(entry.startsAt)),
    end: new Date(fromInstant(entry.endsAt)),
    summary: texts['calendar.summary'],
    description: texts['calendar.description'](oneLine(entry.servicePhone)),
    location: entry.place === null ? null : oneLine(entry.place),
    url: entry.url,
    class: ICalEventClass.CONFIDENTIAL,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: toParameter(entry.organizer.name), email: entry.organizer.address },
    attendees: [
      {
        name: toParameter(entry.attendee.name),
        email: entry.attendee.address,
        role: ICalAttendeeRole.REQ,
        type: ICalAttendeeType.INDIVIDUAL,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
  })
  return calendar.toString()
}

/** A parameter's value has no way to hold a quote or a backslash (RFC 5545, 3.2): the name would end there. */
function toParameter(name: string): string {
  return oneLine(name).replaceAll('"', '’').replaceAll('\\', '/')
}
