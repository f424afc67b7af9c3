/** What can happen to a consultation, and what follows from it for others. */
import type { ErrorCode } from '../protocol/codes.ts'
import type {
  CallEnd,
  Participant,
  Readiness,
  RingOutcome,
  Side,
} from '../protocol/consultation.ts'
import type { Identified } from '../protocol/identification.ts'
import type { GuestEnd, GuestRole } from '../protocol/guest.ts'
import type { ClientMessage } from '../protocol/messages.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Signal } from '../protocol/signal.ts'
import type { Consultation } from './consultation.ts'

export interface HeldCall {
  readonly callId: Id
  readonly attempt: number
}

/** What else this physician does now, in another consultation. */
export type Elsewhere = 'nothing' | 'ringing' | 'in-call'

/** Fresh ids come with the event: `step` makes none. */
export type ConsultationEvent =
  | {
      readonly type: 'page-arrived'
      readonly side: Participant
      readonly page: Id
      /** By which it came in; null where that is not known any more. */
      readonly login: string | null
      /** Of a worker, as it is written down; left out where that could not be read. */
      readonly identified?: Identified | null
      /** All that was said meanwhile is still heard, in both directions. */
      readonly resumed: boolean
      readonly held: HeldCall | null
    }
  | { readonly type: 'line-lost'; readonly side: Participant }
  /** Something was proved behind this login while its page is here. */
  | { readonly type: 'worker-identified'; readonly login: string; readonly identified: Identified }
  | { readonly type: 'wrong-person-came' }
  | {
      readonly type: 'readiness-reported'
      readonly readiness: Readiness
      readonly visible: boolean
    }
  | { readonly type: 'ring'; readonly ringId: Id; readonly elsewhere: Elsewhere }
  | { readonly type: 'stop-ring'; readonly ringId: Id }
  | { readonly type: 'ring-shown'; readonly ringId: Id }
  | { readonly type: 'answer'; readonly ringId: Id; readonly callId: Id }
  | { readonly type: 'defer'; readonly ringId: Id }
  | {
      readonly type: 'signal'
      readonly from: Participant
      readonly callId: Id
      readonly attempt: number
      readonly signal: Signal
    }
  | {
      readonly type: 'renew'
      readonly from: Participant
      readonly callId: Id
      readonly attempt: number
    }
  | {
      readonly type: 'rejoin'
      readonly from: Participant
      readonly callId: Id
      readonly elsewhere: Elsewhere
    }
  | { readonly type: 'hang-up'; readonly from: Participant; readonly callId: Id }
  | { readonly type: 'appointment-over'; readonly reason: CallEnd }
  /** This worker is one of the next whom the physician will see, or no longer is. */
  | { readonly type: 'standby-wanted'; readonly callId: Id }
  | { readonly type: 'standby-unwanted' }
  | {
      readonly type: 'guest-arrived'
      readonly id: Id
      readonly role: GuestRole
      readonly name: string
      readonly page: Id
      /** The call that they were let into, as far as it was written down: the server may have restarted. */
      readonly admittedTo: Id | null
      readonly admissionId: Id
    }
  | { readonly type: 'guest-line-lost'; readonly guestId: Id }
  | { readonly type: 'admit-guest'; readonly guestId: Id; readonly admissionId: Id }
  | { readonly type: 'object-to-guest'; readonly guestId: Id }
  | { readonly type: 'end-guest'; readonly guestId: Id; readonly reason: GuestEnd }
  | ({ readonly type: 'guest-signal'; readonly signal: Signal } & OnGuestConnection)
  | ({ readonly type: 'guest-renew' } & OnGuestConnection)
  | { readonly type: 'time-passed' }

/** `from` is the socket's; `with` is what the frame says, and chooses only among the sender's own connections. */
interface OnGuestConnection {
  readonly from: Side
  readonly with: Side
  readonly admissionId: Id
  readonly attempt: number
}

/** To whom something is to be said; the view itself is sent by the caller after every change. */
export type Delivery =
  | {
      readonly type: 'call-opened' | 'standby-opened'
      readonly to: Participant
      readonly callId: Id
      readonly attempt: number
      readonly initiator: boolean
    }
  | { readonly type: 'standby-closed'; readonly to: Participant; readonly callId: Id }
  | {
      readonly type: 'signal'
      readonly to: Participant
      readonly callId: Id
      readonly attempt: number
      readonly signal: Signal
    }
  | {
      readonly type: 'guest-connection-opened'
      readonly to: Side
      readonly with: Side
      readonly admissionId: Id
      readonly attempt: number
      readonly initiator: boolean
    }
  | {
      readonly type: 'guest-signal'
      readonly to: Side
      readonly with: Side
      readonly admissionId: Id
      readonly attempt: number
      readonly signal: Signal
    }
  | {
      readonly type: 'refused'
      readonly to: Participant
      readonly code: ErrorCode
      readonly about: ClientMessage['type']
    }

/** For the log and the audit: ids and words, never what was said. */
export type Happening =
  | { readonly what: 'arrived' | 'away' | 'left'; readonly side: Participant }
  | { readonly what: 'ring-started'; readonly ringId: Id }
  | { readonly what: 'ring-ended'; readonly ringId: Id; readonly outcome: RingOutcome }
  | { readonly what: 'call-opened'; readonly callId: Id; readonly how: 'answered' | 'adopted' }
  | {
      readonly what: 'attempt-opened' | 'standby-opened'
      readonly callId: Id
      readonly attempt: number
    }
  | { readonly what: 'place-taken' | 'place-left'; readonly callId: Id; readonly side: Participant }
  | { readonly what: 'call-ended'; readonly callId: Id; readonly reason: CallEnd }
  | { readonly what: 'appointment-over'; readonly reason: CallEnd }
  | GuestHappening

export type GuestHappening =
  | { readonly what: 'guest-came' | 'guest-objected-to'; readonly guestId: Id }
  | { readonly what: 'guest-admitted'; readonly guestId: Id; readonly callId: Id }
  | { readonly what: 'guest-ended'; readonly guestId: Id; readonly reason: GuestEnd }

export interface Step {
  /** The same object when nothing changed. */
  readonly consultation: Consultation
  readonly deliveries: readonly Delivery[]
  readonly happenings: readonly Happening[]
}

/** Nothing follows. */
export function unchanged(consultation: Consultation): Step {
  return { consultation, deliveries: [], happenings: [] }
}

export function changed(
  consultation: Consultation,
  happenings: readonly Happening[] = [],
  deliveries: readonly Delivery[] = [],
): Step {
  return { consultation, deliveries, happenings }
}

export function refused(
  consultation: Consultation,
  to: Participant,
  about: ClientMessage['type'],
  code: ErrorCode,
): Step {
  return { consultation, deliveries: [{ type: 'refused', to, code, about }], happenings: [] }
}

/** Both steps as one: the second was made from the first's consultation. */
export function joined(first: Step, second: Step): Step {
  return {
    consultation: second.consultation,
    deliveries: [...first.deliveries, ...second.deliveries],
    happenings: [...first.happenings, ...second.happenings],
  }
}
