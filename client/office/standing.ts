/** Where each slot of a session stands, and what is left to do there: what the week and the board show. Pure. */
import type { Session, Slot } from '../../signaling/protocol/planning.ts'
import type { Format } from '../i18n/format.ts'
import type { Texts } from './texts.ts'

export type BookedAppointment = NonNullable<Slot['appointment']>

/** Named as the keys of the texts are: `state.…`. */
export type Standing =
  | 'not-invited'
  | 'no-address'
  | 'queued'
  | 'sent'
  | 'invited'
  | 'mail-failed'
  | 'accepted'
  | 'wants-in-person'
  | 'needs-in-person'
  | 'in-person'
  | 'visit'
  | 'done-by-video'
  | 'not-reached'
  | 'no-show'
  | 'cancelled'

export function standingOf(appointment: BookedAppointment): Standing {
  switch (appointment.status) {
    case 'planned':
    case 'invited':
      return appointment.modality === 'in-person' ? 'visit' : beforeTheDay(appointment)
    case 'accepted':
      return appointment.modality === 'in-person' ? 'visit' : 'accepted'
    case 'completed':
      return 'done-by-video'
    case 'converted':
      return askedInPerson(appointment)
    case 'cancelled':
      return appointment.outcome === 'not-reached' ? 'not-reached' : 'cancelled'
    case 'no-show':
      return 'no-show'
  }
}

function beforeTheDay(appointment: BookedAppointment): Standing {
  switch (appointment.delivery.state) {
    case 'queued':
      return 'queued'
    case 'failed':
      return 'mail-failed'
    case 'sent':
      return 'sent'
    case 'none':
      if (appointment.status === 'invited') return 'invited'
      return appointment.workerHasEmail ? 'not-invited' : 'no-address'
  }
}

function askedInPerson(appointment: BookedAppointment): Standing {
  switch (appointment.inPersonAskedBy) {
    case 'worker':
      return 'wants-in-person'
    case 'physician':
      return 'needs-in-person'
    case 'planner':
    case null:
      return 'in-person'
  }
}

/** The chip's colour; the words say the same. */
export const tones: Record<Standing, '' | 'go' | 'wait' | 'info' | 'stop'> = {
  'not-invited': 'wait',
  'no-address': 'wait',
  'queued': 'info',
  'sent': 'info',
  'invited': 'info',
  'mail-failed': 'stop',
  'accepted': 'go',
  'wants-in-person': 'wait',
  'needs-in-person': 'wait',
  'in-person': 'wait',
  'visit': '',
  'done-by-video': 'go',
  'not-reached': '',
  'no-show': '',
  'cancelled': '',
}

/** "Invited, sent 14:02", with the day when it was another one. */
export function standingInWords(
  appointment: BookedAppointment,
  texts: Texts,
  format: Format,
  now: number,
): string {
  const standing = standingOf(appointment)
  if (standing !== 'sent') return texts[`state.${standing}`]
  const { at } = appointment.delivery
  if (at === null) return texts['state.invited']
  const day = format.shortDay(at)
  const time = format.time(at)
  return texts['state.sent'](day === format.shortDay(now) ? time : `${day}, ${time}`)
}

export interface SessionCounts {
  readonly filled: number
  readonly all: number
  /** Free slots that can still be given away. */
  readonly free: number
  readonly toInvite: number
  readonly failed: number
  readonly inPerson: number
}

/** Counts a session's slots; the last three are what the planner still has to do. */
export function countSession(session: Session, now: number): SessionCounts {
  const ahead = session.slots.filter((slot) => !isOver(slot, now))
  return {
    filled: session.slots.filter((slot) => isFilled(slot)).length,
    all: session.slots.length,
    free: session.slots.filter((slot) => isFree(slot, now)).length,
    toInvite: count(ahead, 'not-invited', 'no-address'),
    failed: count(ahead, 'mail-failed'),
    inPerson: count(session.slots, 'wants-in-person', 'needs-in-person', 'in-person'),
  }
}

/** How many mails the invitation command would send: to whom nothing was sent, or whose mail was given up. */
export function countInvitations(session: Session, now: number): number {
  const reachable = session.slots.filter(
    (slot) => !isOver(slot, now) && slot.appointment?.workerHasEmail === true,
  )
  return count(reachable, 'not-invited', 'invited', 'mail-failed')
}

function count(slots: readonly Slot[], ...wanted: readonly Standing[]): number {
  return slots.filter(
    ({ appointment }) => appointment !== null && wanted.includes(standingOf(appointment)),
  ).length
}

function isOver(slot: Slot, now: number): boolean {
  return Date.parse(slot.endsAt) <= now
}

/** A slot whose appointment was converted or cancelled can be given to somebody else. */
export function isFilled(slot: Slot): boolean {
  const status = slot.appointment?.status
  return status !== undefined && status !== 'converted' && status !== 'cancelled'
}

/** Free for the filling of a session: the server fills what has not begun. */
export function isFree(slot: Slot, now: number): boolean {
  return !isFilled(slot) && Date.parse(slot.startsAt) > now
}

/** One worker can still be put into a slot that has begun. */
export function canPut(slot: Slot, now: number): boolean {
  return !isFilled(slot) && !isOver(slot, now)
}
