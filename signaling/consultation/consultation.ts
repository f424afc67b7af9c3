/**
 * A consultation: the live meeting of one appointment. Presence, ring and call stand beside each other:
 *
 *   whereabouts, of each side      absent ──page-arrived──▶ here ──line-lost──▶ away ──20 s──▶ absent
 *                                                             ▲                   │
 *                                                             └───page-arrived────┘
 *
 *   ring        (none) ──ring──▶ ringing ──answer──────────────▶ ended: answered ──▶ the call opens
 *                                   ├─────defer────────────────▶ ended: deferred
 *                                   ├─────45 s─────────────────▶ ended: timed-out
 *                                   ├─────stop-ring────────────▶ ended: stopped
 *                                   └─────appointment-over─────▶ ended: declined-in-person, or stopped
 *
 *   call        (none) ──answer──▶ open ──physician hangs up · appointment-over · a side out for 10 min──▶ ended
 *                 └─held call claimed after a restart of the server──▶ open
 *
 *   standby     the call's connection before the call: see `standby.ts`
 *
 *   place in    in ──worker hangs up · page gone · line lost for 90 s──▶ out ──rejoin · claim──▶ in
 *   the call
 *
 *   attempt     awaited ──both in and here──▶ opened(n) ──renew · rejoin──▶ awaited ──both in and here──▶ opened(n+1)
 *
 * The third seat has its own diagram, in `guest.ts`. All of it is data; `step.ts` moves it. Times are milliseconds of a steady clock, see `socket/steady-clock.ts`.
 */
import type { CallEnd, Participant, Readiness, RingOutcome } from '../protocol/consultation.ts'
import { notIdentified, type Identified } from '../protocol/identification.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Guest } from './guest.ts'

export interface Consultation {
  readonly appointmentId: Id
  readonly whereabouts: Readonly<Record<Participant, Whereabouts>>
  /** What the worker's page last said of itself. */
  readonly readiness: Readiness
  readonly visible: boolean
  readonly ring: Ring | null
  readonly call: Call | null
  readonly standby: Standby
  /** Who sits in the third seat, or was the last to. */
  readonly guest: Guest | null
  readonly deferredUntil: number | null
  /** The worker's page was here at least once. */
  readonly workerCame: boolean
  /** The login of their last page: a reload keeps it, another device has its own. */
  readonly workerLogin: string | null
  /** What was proved behind that login. */
  readonly identified: Identified
  /** When somebody who is not the worker last came with their link; null: never. */
  readonly wrongPersonAt: number | null
  /** When another page of the worker last took over from one that was here, or another device came into their call; null: never. */
  readonly takenOverAt: number | null
  /** The appointment has an outcome, was converted or cancelled. */
  readonly over: boolean
}

/** `since`: from when this person has been waiting; kept when the same page comes back. */
export type Whereabouts =
  | { readonly kind: 'absent'; readonly last: Visit | null }
  | { readonly kind: 'here'; readonly page: Id; readonly since: number }
  | { readonly kind: 'away'; readonly page: Id; readonly since: number; readonly lostAt: number }

/** The last visit of someone who is absent. */
export interface Visit {
  readonly page: Id
  readonly since: number
  readonly lostAt: number
}

export type Ring =
  | {
      readonly phase: 'ringing'
      readonly id: Id
      readonly startedAt: number
      readonly expiresAt: number
      readonly shown: boolean
    }
  | {
      readonly phase: 'ended'
      readonly id: Id
      readonly startedAt: number
      readonly endedAt: number
      readonly outcome: RingOutcome
    }

export type Call = OpenCall | EndedCall

export interface OpenCall {
  readonly phase: 'open'
  readonly id: Id
  readonly openedAt: number
  readonly places: Readonly<Record<Participant, Place>>
  /** The physician's side was in this call, as far as the server knows: a page of theirs said so, or came in. */
  readonly physicianWas: boolean
  readonly attempt: Attempt
}

export interface EndedCall {
  readonly phase: 'ended'
  readonly id: Id
  readonly endedAt: number
  readonly reason: CallEnd
}

/** A place belongs to a page: another page of the same person has to rejoin. */
export type Place =
  { readonly kind: 'in'; readonly page: Id } | { readonly kind: 'out'; readonly since: number }

export type Attempt =
  /** A new connection is wanted and opens as soon as both sides are in and here; `last` is 0 before the first. */
  | { readonly phase: 'awaited'; readonly last: number }
  | { readonly phase: 'opened'; readonly number: number }

export type Standby =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly callId: Id; readonly attempt: number }
  /** These two pages do not find each other beforehand: the call will try by itself. */
  | { readonly kind: 'given-up' }

export const noStandby: Standby = { kind: 'none' }

export function newConsultation(appointmentId: Id): Consultation {
  return {
    appointmentId,
    whereabouts: {
      worker: { kind: 'absent', last: null },
      physician: { kind: 'absent', last: null },
    },
    readiness: 'unchecked',
    visible: true,
    ring: null,
    call: null,
    standby: noStandby,
    guest: null,
    deferredUntil: null,
    workerCame: false,
    workerLogin: null,
    identified: notIdentified,
    wrongPersonAt: null,
    takenOverAt: null,
    over: false,
  }
}

/** Whether camera or microphone work well enough for a call. */
export function isAble(readiness: Readiness): boolean {
  return readiness === 'ready' || readiness === 'sound-only'
}

export function otherSide(side: Participant): Participant {
  return side === 'worker' ? 'physician' : 'worker'
}

/** The number of the latest attempt, opened or not; 0 before the first. */
export function latestAttempt(call: OpenCall): number {
  return call.attempt.phase === 'opened' ? call.attempt.number : call.attempt.last
}
