/**
 * The live state of a consultation, as each participant may see it. The server owns it; every screen is a function of it.
 * It holds nothing medical and no name but a guest's: the others' come by HTTP to those who may read them.
 */
import * as Type from 'typebox'
import { maxAttempt } from './attempt.ts'
import { GuestView } from './guest.ts'
import { Identified } from './identification.ts'
import { Id, Instant, nullable, strict } from './primitives.ts'

export const Participant = Type.Union([Type.Literal('worker'), Type.Literal('physician')])
export type Participant = Type.Static<typeof Participant>

/** Whoever may have a page in a consultation: the two, and the third who is let in. */
export const Side = Type.Union([
  Type.Literal('worker'),
  Type.Literal('physician'),
  Type.Literal('guest'),
])
export type Side = Type.Static<typeof Side>

/**
 * How far the worker got with camera and microphone:
 * `unchecked` the page is open · `ready` picture and sound · `sound-only` · `blocked` neither, the planner should phone.
 */
export const Readiness = Type.Union([
  Type.Literal('unchecked'),
  Type.Literal('ready'),
  Type.Literal('sound-only'),
  Type.Literal('blocked'),
])
export type Readiness = Type.Static<typeof Readiness>

/** Where the worker is. `away` is a page that was closed or lost its line moments ago and may come back. */
export const Presence = Type.Union([
  strict({ kind: Type.Literal('absent'), lastSeenAt: nullable(Instant) }),
  strict({
    kind: Type.Literal('here'),
    since: Instant,
    readiness: Readiness,
    /** False while the page is in the background: a ring may go unseen. */
    visible: Type.Boolean(),
    /** When another page of the worker last took over from one that was here: it may be another device. Null: never. */
    takenOverAt: nullable(Instant),
  }),
  strict({ kind: Type.Literal('away'), since: Instant }),
])
export type Presence = Type.Static<typeof Presence>

/** How a ring ended. */
export const RingOutcome = Type.Union([
  Type.Literal('answered'),
  Type.Literal('deferred'), // the worker asked for two minutes
  Type.Literal('declined-in-person'), // the worker prefers a visit in person
  Type.Literal('timed-out'),
  Type.Literal('stopped'), // by the physician
])
export type RingOutcome = Type.Static<typeof RingOutcome>

export const Ring = Type.Union([
  strict({
    phase: Type.Literal('ringing'),
    id: Id,
    startedAt: Instant,
    expiresAt: Instant,
    /** The worker's page has drawn the ring and was visible. */
    shown: Type.Boolean(),
  }),
  strict({
    phase: Type.Literal('ended'),
    id: Id,
    startedAt: Instant,
    endedAt: Instant,
    outcome: RingOutcome,
  }),
])
export type Ring = Type.Static<typeof Ring>

/** Why a call is over. Closed: "ended" never means "we do not know why". */
export const CallEnd = Type.Union([
  Type.Literal('physician-ended'),
  Type.Literal('in-person-instead'),
  Type.Literal('completed'), // the physician stored an outcome
  Type.Literal('expired'), // nobody came back in time
])
export type CallEnd = Type.Static<typeof CallEnd>

export const CallView = Type.Union([
  strict({
    phase: Type.Literal('open'),
    id: Id,
    /** Counts the peer-to-peer connections of this call; a signal of an older one is dropped. */
    attempt: Type.Integer({ minimum: 1, maximum: maxAttempt }),
    openedAt: Instant,
    /** Whether each side has a page in the call now; a worker who left may return while the call is open. */
    workerIn: Type.Boolean(),
    physicianIn: Type.Boolean(),
    /** Whether the physician was ever in this call. False: a worker's page claims it, and only a tap brings them in. */
    physicianWas: Type.Boolean(),
  }),
  strict({
    phase: Type.Literal('ended'),
    id: Id,
    endedAt: Instant,
    reason: CallEnd,
  }),
])
export type CallView = Type.Static<typeof CallView>

export const ConsultationView = strict({
  appointmentId: Id,
  presence: Presence,
  /** How the worker whose page is here, or was last, proved who they are; left out where nothing is proved. */
  identified: Type.Optional(Identified),
  /** On the desk: when somebody else came with the worker's link. Left out where nobody did. */
  wrongPersonAt: Type.Optional(Instant),
  ring: nullable(Ring),
  call: nullable(CallView),
  /** Who sits in the third seat. Null: nobody, or nobody whom this participant is told of. */
  guest: nullable(GuestView),
  /** Until when the worker asked not to be rung; null when not. */
  deferredUntil: nullable(Instant),
  /** For the worker's page: people who are ready and come earlier in the same session. Always 0 on the desk. */
  before: Type.Integer({ minimum: 0, maximum: 1000 }),
  /** For the worker's page: when the talk is expected to begin, to five minutes; left out while that is near its time. */
  expectedAt: Type.Optional(Instant),
  /** For the worker's page: a slot before theirs is kept for them, to be taken by HTTP; left out while none is. */
  offerId: Type.Optional(Id),
  /** True once the appointment has an outcome, was converted or cancelled: nothing more can happen here. */
  over: Type.Boolean(),
})
export type ConsultationView = Type.Static<typeof ConsultationView>

/** `relay` hides the addresses of the two sides from each other. */
export const IcePolicy = Type.Union([Type.Literal('all'), Type.Literal('relay')])
export type IcePolicy = Type.Static<typeof IcePolicy>

export const IceServer = strict({
  urls: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 8 }),
  username: Type.Optional(Type.String({ maxLength: 200 })),
  credential: Type.Optional(Type.String({ maxLength: 200 })),
})
export type IceServer = Type.Static<typeof IceServer>
