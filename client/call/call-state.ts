/** The words of the call's machine: what a page can be in, what can happen to it, what it then does. */
import type { CallEnd, IceServer, Participant } from '../../signaling/protocol/consultation.ts'
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
import type { RecoveryCause, RecoveryMeans, Repair } from './repair-state.ts'

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
 *   idle ───────────────────▶ entering ──────────────────▶ connecting ◀─┐ deadline-passed, peer-failed,
 *    ▲                           │                           │     │  └──┘ line-opened anew: a new attempt
 *    │  refused, call-over,      │                           │     │
 *    └── deadline-passed, ◀──────┘                           │     │ peer-connected
 *        hang-up (back to where it was)                      │     ▼
 *                                                            │  connected ◀───────────┐
 *                                                            │     │                  │
 *                                                            │     │ peer-silent      │ peer-flowing
 *                                                            │     │ peer-interrupted │ peer-connected, unless silent
 *   ended ◀── hang-up, call-over, line-closed ───────────────┤     │ peer-failed      │
 *     │                                                      │     │ peer-closed      │
 *     └── answer, rejoin ──▶ entering                        │     │ call-opened      │
 *                                                            │     ▼                  │
 *                                                            └── recovering ──────────┘
 *
 * A physician's page goes from `idle` or `ended` to `connecting` without `entering`: it was the physician who rang.
 *
 * What is done about a lost path is its own small machine, see `Repair`. It runs in `recovering`, and in `connected` when
 * the network changed or the other side asks: then the old path is used until the new one is found.
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

/** A peer is open. */
interface Inside {
  readonly participant: Participant
  readonly link: Link
  /** This side makes the offers. */
  readonly initiator: boolean
  /** Whether the server counts the other side in; while it is out, nobody would answer. */
  readonly otherIn: boolean
  /** The line to the server. While it is lost, signals go beside the media, if those still flow. */
  readonly line: 'open' | 'lost'
}

/** Was not yet connected in this call. */
export interface Connecting extends Inside {
  readonly phase: 'connecting'
}

export interface Connected extends Inside {
  readonly phase: 'connected'
  /**
   * Another path is looked for while this one is in use. Waiting for the line: something comes in again after an outage,
   * and whether the other side hears this one is not known yet.
   */
  readonly repair: Repair | null
}

/** Was connected before. */
export interface Recovering extends Inside {
  readonly phase: 'recovering'
  /** What was noticed first. */
  readonly cause: RecoveryCause
  /** The strongest means that was used until now. */
  readonly means: RecoveryMeans
  /** Nothing comes in: then no news of the browser counts before something does. */
  readonly silent: boolean
  /** The other side has said something since this one last looked for a path. */
  readonly answered: boolean
  readonly repair: Repair
}

export type InCall = Connecting | Connected | Recovering

export type Deadline = 'entering' | 'connecting' | 'repair'

export type CallEvent =
  // the person
  | Wish
  | { readonly type: 'hang-up' }
  // the server
  | ServerMessageOf<'call-opened'>
  /** By the line, or beside the media while that is lost. */
  | ServerMessageOf<'signal'>
  | ServerMessageOf<'ice-servers'>
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
  /** `resumed`: all that was said on the line before, in both directions, has been heard or is yet to be. */
  | { readonly type: 'line-opened'; readonly resumed: boolean }
  | { readonly type: 'line-lost' }
  | { readonly type: 'line-closed'; readonly reason: 'replaced' | 'signed-out' | 'page-closed' }
  // the peer
  | { readonly type: 'peer-signalled'; readonly link: Link; readonly signal: Signal }
  | { readonly type: 'peer-connected'; readonly link: Link }
  | { readonly type: 'peer-interrupted'; readonly link: Link }
  | { readonly type: 'peer-failed'; readonly link: Link }
  | { readonly type: 'peer-closed'; readonly link: Link }
  /** The watchdog's: nothing has come in for a while; something comes in again, or for the first time. */
  | { readonly type: 'peer-silent'; readonly link: Link }
  | { readonly type: 'peer-flowing'; readonly link: Link }
  // the browser
  | { readonly type: 'network-changed' }
  | { readonly type: 'page-shown' }
  // time
  | { readonly type: 'deadline-passed'; readonly of: Deadline }

export type CallEffect =
  | { readonly type: 'send-wish'; readonly wish: Wish }
  | { readonly type: 'send-signal'; readonly link: Link; readonly signal: Signal }
  | { readonly type: 'send-hang-up'; readonly appointmentId: Id; readonly callId: Id }
  | { readonly type: 'request-renew'; readonly link: Link }
  | { readonly type: 'request-ice-servers'; readonly appointmentId: Id; readonly callId: Id }
  /** The line may be dead without knowing. */
  | { readonly type: 'doubt-line' }
  /** From here on the person's tracks may leave the browser, until `detach-media`. */
  | { readonly type: 'attach-media' }
  | { readonly type: 'detach-media' }
  | { readonly type: 'open-peer'; readonly opened: ServerMessageOf<'call-opened'> }
  | { readonly type: 'close-peer' }
  /** The call that this one was in has ended: another one opens. */
  | { readonly type: 'meet-call'; readonly opened: ServerMessageOf<'call-opened'> }
  | { readonly type: 'deliver-signal'; readonly signal: Signal }
  | { readonly type: 'use-ice-servers'; readonly iceServers: readonly IceServer[] }
  | { readonly type: 'restart-peer' }
  /** There is one deadline at a time: arming replaces the one before. */
  | { readonly type: 'arm-deadline'; readonly of: Deadline; readonly ms: number }
  | { readonly type: 'disarm-deadline' }
