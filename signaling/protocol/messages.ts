/**
 * The WebSocket at `/ws/worker` and `/ws/desk`: one schema per message, keyed by its type. README.md beside this file
 * tells the exchanges in prose.
 * The sender is the socket, never a field of the frame. Adding a message is one entry here; the compiler lists the rest.
 */
import * as Type from 'typebox'
import { ConsultationView, IceServer, Participant, Readiness } from './consultation.ts'
import { errorCodes, type ErrorCode } from './codes.ts'
import { Id, Instant, nullable, strict } from './primitives.ts'
import { Signal } from './signal.ts'

/** Raised by one when an older page could no longer talk to the server; the server accepts this one and the one before. */
export const protocolVersion = 1

/** A frame may not be longer than this, before it is even parsed. */
export const maxFrameBytes = 64 * 1024

const Attempt = Type.Integer({ minimum: 1, maximum: 10_000 })

/** A call that the page still holds after it lost its line: media may be flowing. */
const HeldCall = strict({ appointmentId: Id, callId: Id, attempt: Attempt })

export const clientMessages = {
  /** First frame on every socket, within 5 s. */
  'hello': strict({
    type: Type.Literal('hello'),
    version: Type.Integer({ minimum: 1, maximum: 1000 }),
    /** Random per page load; survives the socket, not the page. Tells "same page again" from "second page". */
    page: Id,
    /** The person pressed "Use here": the page that is in now is closed as `replaced`. */
    takeOver: Type.Boolean(),
    held: nullable(HeldCall),
  }),
  /** Answered by `pong`; the page's own heartbeat. */
  'ping': strict({ type: Type.Literal('ping') }),
  /** Worker: camera and microphone, and whether the page is in front. */
  'readiness': strict({
    type: Type.Literal('readiness'),
    readiness: Readiness,
    visible: Type.Boolean(),
  }),
  /** Physician: ring the worker of this appointment. Ringing twice is one ring. */
  'ring': strict({ type: Type.Literal('ring'), appointmentId: Id }),
  /** Physician. */
  'stop-ring': strict({ type: Type.Literal('stop-ring'), appointmentId: Id, ringId: Id }),
  /** Worker: the ring is on a visible screen. */
  'ring-shown': strict({ type: Type.Literal('ring-shown'), appointmentId: Id, ringId: Id }),
  /** Worker. */
  'answer': strict({ type: Type.Literal('answer'), appointmentId: Id, ringId: Id }),
  /** Worker: "I need 2 more minutes". */
  'defer': strict({ type: Type.Literal('defer'), appointmentId: Id, ringId: Id }),
  /** Either side, for the other side of the same consultation. Dropped unless it is of the present attempt. */
  'signal': strict({
    type: Type.Literal('signal'),
    appointmentId: Id,
    callId: Id,
    attempt: Attempt,
    signal: Signal,
  }),
  /** A side that has no working connection asks for a new attempt; ignored unless `attempt` is the present one. */
  'renew': strict({ type: Type.Literal('renew'), appointmentId: Id, callId: Id, attempt: Attempt }),
  /** Enter an open call again: after a reload, or "Return to the call". Opens a new attempt. */
  'rejoin': strict({ type: Type.Literal('rejoin'), appointmentId: Id, callId: Id }),
  /** Worker: leave, may return while the physician keeps the call open. Physician: the call is over. */
  'hang-up': strict({ type: Type.Literal('hang-up'), appointmentId: Id, callId: Id }),
  /** Before an ICE restart, since a TURN credential may have expired; answered by a message of the same type. */
  'ice-servers': strict({ type: Type.Literal('ice-servers'), appointmentId: Id, callId: Id }),
} as const

const ConnectionToOpen = {
  appointmentId: Id,
  callId: Id,
  attempt: Attempt,
  initiator: Type.Boolean(),
  iceServers: Type.Array(IceServer, { maxItems: 8 }),
  /** `relay` hides the addresses of the two sides from each other. */
  iceTransportPolicy: Type.Union([Type.Literal('all'), Type.Literal('relay')]),
}

export const serverMessages = {
  'welcome': strict({
    type: Type.Literal('welcome'),
    participant: Participant,
    serverTime: Instant,
    /** Worker: the one. Physician: every appointment of today's sessions. */
    consultations: Type.Array(ConsultationView, { maxItems: 500 }),
  }),
  'pong': strict({ type: Type.Literal('pong'), serverTime: Instant }),
  /** A whole consultation, after every change of it. */
  'consultation': strict({ type: Type.Literal('consultation'), consultation: ConsultationView }),
  /** Build the connection for this attempt now; an earlier attempt is to be closed. Only the initiator offers. */
  'call-opened': strict({ type: Type.Literal('call-opened'), ...ConnectionToOpen }),
  /**
   * Build the connection of a call that may come, and keep it without a track until `call-opened` names this call and
   * attempt. A later one of the same appointment replaces it. Only the initiator offers.
   */
  'standby-opened': strict({ type: Type.Literal('standby-opened'), ...ConnectionToOpen }),
  /** Close that connection: no call will use it. */
  'standby-closed': strict({
    type: Type.Literal('standby-closed'),
    appointmentId: Id,
    callId: Id,
  }),
  'signal': strict({
    type: Type.Literal('signal'),
    appointmentId: Id,
    callId: Id,
    attempt: Attempt,
    signal: Signal,
  }),
  /** Fresh credentials for the connection that stands; asked for before an ICE restart. */
  'ice-servers': strict({
    type: Type.Literal('ice-servers'),
    appointmentId: Id,
    callId: Id,
    iceServers: Type.Array(IceServer, { maxItems: 8 }),
  }),
  /** The list of today's appointments changed: read it again by HTTP. */
  'agenda-changed': strict({ type: Type.Literal('agenda-changed') }),
  /** The person is already in on another page: ask "Use here?"; until a hello with `takeOver` nothing but `pong` follows. */
  'elsewhere': strict({ type: Type.Literal('elsewhere') }),
  'refused': strict({
    type: Type.Literal('refused'),
    code: Type.Unsafe<ErrorCode>(Type.Union(errorCodes.map((code) => Type.Literal(code)))),
    /** The type of the message that was refused. */
    about: Type.String({ maxLength: 40 }),
    appointmentId: nullable(Id),
  }),
} as const

type Union<Schemas extends Record<string, Type.TSchema>> = {
  [T in keyof Schemas]: Type.Static<Schemas[T]>
}[keyof Schemas]

export type ClientMessage = Union<typeof clientMessages>
export type ServerMessage = Union<typeof serverMessages>
export type ClientMessageOf<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>
export type ServerMessageOf<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>
