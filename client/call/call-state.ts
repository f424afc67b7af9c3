/** The words of the call's machine: what a page can be in, what can happen to it, what it then does. */
import type { CallEnd, Participant } from '../../signaling/protocol/consultation.ts'
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'

/** One peer-to-peer connection of one call. News about another one is stale. */
export interface Link {
  readonly appointmentId: Id
  readonly callId: Id
  readonly attempt: number
}

/** Why this page is out of a call: the server's reasons, and those that it finds by itself. */
export type EndReason =
  | CallEnd
  | 'hung-up' // by this page
  | 'superseded' // the consultation has moved on to another ring or call
  | 'replaced' // another page of the same person took over
  | 'signed-out'
  | 'page-closed'

/** What a page asked for in order to be let in; without one no worker's page opens anything. */
export type Wish =
  | { readonly type: 'answer'; readonly appointmentId: Id; readonly ringId: Id }
  | { readonly type: 'rejoin'; readonly appointmentId: Id; readonly callId: Id }

/*
 *            answer, rejoin                 call-opened
 *   idle ───────────────────▶ entering ──────────────────▶ connecting
 *    ▲                           │                           │     │
 *    │  refused, call-over,      │                           │     │ peer-connected
 *    └── deadline-passed, ◀──────┘                           │     ▼
 *        hang-up (back to where it was)                      │  connected ◀──────────┐
 *                                                            │     │                 │
 *                                                            │     │ peer-interrupted│ peer-connected
 *                                                            │     │ peer-failed     │
 *   ended ◀── hang-up, call-over, line-closed ───────────────┤     │ peer-closed     │
 *     │                                                      │     │ call-opened     │
 *     └── answer, rejoin ──▶ entering                        │     ▼                 │
 *                                                            └── recovering ─────────┘
 *
 * A physician's page goes from `idle` or `ended` to `connecting` without `entering`: it was the physician who rang.
 * In `connecting` and `recovering` a failure, a passed deadline, or the line's return asks the server for a new
 * attempt; its `call-opened` closes the old peer and opens the next one with the same tracks. A silence watchdog and
 * ICE restarts belong in `recovering`, before the new attempt.
 */
export type CallState = Outside | Entering | InCall

/** Not in a call, and nothing is asked for. */
export type Outside =
  | { readonly phase: 'idle'; readonly participant: Participant }
  /** Left by a new wish only; for the physician also by another call. */
  | {
      readonly phase: 'ended'
      readonly participant: Participant
      readonly link: Link
      readonly reason: EndReason
    }

/** The person pressed; the server has not yet opened the call. `before` is where a refusal leads back to. */
export interface Entering {
  readonly phase: 'entering'
  readonly participant: Participant
  readonly wish: Wish
  readonly before: Outside
}

/** A peer is open. `recovering` was connected before, and `connecting` never was. */
export interface InCall {
  readonly phase: 'connecting' | 'connected' | 'recovering'
  readonly participant: Participant
  readonly link: Link
  /** Whether the server counts the other side in; while it is out, nobody would answer a new attempt. */
  readonly otherIn: boolean
}

export type Deadline = 'entering' | 'connecting' | 'recovering'

export type CallEvent =
  // the person
  | Wish
  | { readonly type: 'hang-up' }
  // the server
  | ServerMessageOf<'call-opened'>
  | ServerMessageOf<'signal'>
  | {
      readonly type: 'call-seen'
      readonly appointmentId: Id
      readonly callId: Id
      readonly otherIn: boolean
    }
  /** `callId` null: whichever call this appointment had. */
  | {
      readonly type: 'call-over'
      readonly appointmentId: Id
      readonly callId: Id | null
      readonly reason: EndReason
    }
  /** A wish was refused. */
  | { readonly type: 'refused'; readonly appointmentId: Id | null }
  // the line to the server
  | { readonly type: 'line-opened' }
  | { readonly type: 'line-closed'; readonly reason: 'replaced' | 'signed-out' | 'page-closed' }
  // the peer
  | { readonly type: 'peer-signalled'; readonly link: Link; readonly signal: Signal }
  | { readonly type: 'peer-connected'; readonly link: Link }
  | { readonly type: 'peer-interrupted'; readonly link: Link }
  | { readonly type: 'peer-failed'; readonly link: Link }
  | { readonly type: 'peer-closed'; readonly link: Link }
  // time
  | { readonly type: 'deadline-passed'; readonly of: Deadline }

export type CallEffect =
  | { readonly type: 'send-wish'; readonly wish: Wish }
  | { readonly type: 'send-signal'; readonly link: Link; readonly signal: Signal }
  | { readonly type: 'send-hang-up'; readonly appointmentId: Id; readonly callId: Id }
  | { readonly type: 'request-renew'; readonly link: Link }
  /** From here on the person's tracks may leave the browser, until `detach-media`. */
  | { readonly type: 'attach-media' }
  | { readonly type: 'detach-media' }
  | { readonly type: 'open-peer'; readonly opened: ServerMessageOf<'call-opened'> }
  | { readonly type: 'close-peer' }
  | { readonly type: 'deliver-signal'; readonly signal: Signal }
  /** There is one deadline at a time: arming replaces the one before. */
  | { readonly type: 'arm-deadline'; readonly of: Deadline; readonly ms: number }
  | { readonly type: 'disarm-deadline' }
