/**
 * The WebSocket at `/ws/worker`, `/ws/desk` and `/ws/guest`: one schema per message, keyed by its type. README.md beside this file
 * tells the exchanges in prose.
 * The sender is the socket, never a field of the frame. Adding a message is one entry here; the compiler lists the rest.
 */
import * as Type from 'typebox'
import { maxAttempt } from './attempt.ts'
import { ConsultationView, IcePolicy, IceServer, Readiness, Side } from './consultation.ts'
import { errorCodes, type ErrorCode } from './codes.ts'
import { GuestStand } from './guest.ts'
import { Id, Instant, nullable, strict } from './primitives.ts'
import { Signal } from './signal.ts'

/** A frame may not be longer than this, before it is even parsed. */
export const maxFrameBytes = 64 * 1024

/** What a frame may carry beside its message; `conversation.ts` says what for. `n` counts from 1, in each direction. */
export const Numbers = strict({
  n: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
  heard: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
})
export type Numbers = Type.Static<typeof Numbers>

const Attempt = Type.Integer({ minimum: 1, maximum: maxAttempt })

/**
 * A connection of a guest: with `guest` in the worker's or the physician's frames, with one of the two in the guest's.
 * The server knows the sender by the socket; `with` only says which of the guest's two connections is meant.
 */
const guestConnection = { appointmentId: Id, admissionId: Id, with: Side, attempt: Attempt }

/** A signed token, for the server alone to read. */
const Proof = Type.String({ minLength: 1, maxLength: 1000, pattern: '^[\\w.-]+$' })

/** A call that the page still holds after it lost its line: media may be flowing. */
const HeldCall = strict({
  appointmentId: Id,
  callId: Id,
  attempt: Attempt,
  /** The latest `call-proof`; only a server that was started anew asks for it. */
  proof: Type.Optional(Proof),
})

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
    /** The conversation that this page had on its last line, and how far it heard; left out to start afresh. */
    resume: Type.Optional(
      strict({
        conversation: Id,
        heard: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
      }),
    ),
  }),
  /** Answered by `pong`; the page's own heartbeat. */
  'ping': strict({ type: Type.Literal('ping') }),
  /** Worker: camera and microphone, and whether the page is in front. Physician: they have begun, once it is not `unchecked`. */
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
  /** Physician: the guest who waits joins the call. */
  'admit-guest': strict({ type: Type.Literal('admit-guest'), appointmentId: Id, guestId: Id }),
  /** Physician: refused at the door, or shown out of it; the link is dead either way. */
  'remove-guest': strict({ type: Type.Literal('remove-guest'), appointmentId: Id, guestId: Id }),
  /** Worker: "I don't want this". The guest waits outside until the physician decides. */
  'object-to-guest': strict({
    type: Type.Literal('object-to-guest'),
    appointmentId: Id,
    guestId: Id,
  }),
  /** As `signal`, on a connection of the guest. */
  'guest-signal': strict({
    type: Type.Literal('guest-signal'),
    ...guestConnection,
    signal: Signal,
  }),
  /** As `renew`, on a connection of the guest. */
  'guest-renew': strict({ type: Type.Literal('guest-renew'), ...guestConnection }),
} as const

const ConnectionToOpen = {
  appointmentId: Id,
  callId: Id,
  attempt: Attempt,
  initiator: Type.Boolean(),
  iceServers: Type.Array(IceServer, { maxItems: 8 }),
  iceTransportPolicy: IcePolicy,
}

export const serverMessages = {
  'welcome': strict({
    type: Type.Literal('welcome'),
    participant: Side,
    serverTime: Instant,
    conversation: Id,
    /** True: what this page missed was said before this welcome, and it may now say again what was not heard. */
    resumed: Type.Boolean(),
    /** Worker: the one. Physician: every appointment of today's sessions. Guest: none. */
    consultations: Type.Array(ConsultationView, { maxItems: 500 }),
  }),
  'pong': strict({ type: Type.Literal('pong'), serverTime: Instant }),
  /** A whole consultation, after every change of it. */
  'consultation': strict({ type: Type.Literal('consultation'), consultation: ConsultationView }),
  /** Build the connection for this attempt now; an earlier attempt is to be closed. Only the initiator offers. */
  'call-opened': strict({ type: Type.Literal('call-opened'), ...ConnectionToOpen }),
  /**
   * Build the connection of a call that may come, and keep it without a track until the worker answers: `call-opened` names
   * this call and attempt. Where the two are connected, the worker's page says its answer over this connection too; both
   * pages give their tracks then, and take them back if the server's word is another or does not come within 3 s.
   * A later one of the same appointment replaces it. Only the initiator offers.
   */
  'standby-opened': strict({
    type: Type.Literal('standby-opened'),
    ...ConnectionToOpen,
    /** Offer and answer name no address, and every candidate waits in the page for `call-opened`. */
    quiet: Type.Boolean(),
  }),
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
  /** As `call-opened`, for a connection of the guest: they get none before they are admitted. */
  'guest-connection-opened': strict({
    type: Type.Literal('guest-connection-opened'),
    ...guestConnection,
    initiator: Type.Boolean(),
    iceServers: Type.Array(IceServer, { maxItems: 8 }),
    iceTransportPolicy: IcePolicy,
  }),
  'guest-signal': strict({
    type: Type.Literal('guest-signal'),
    ...guestConnection,
    signal: Signal,
  }),
  /** Guest: how they stand, after `welcome` and after every change. */
  'guest-stand': strict({
    type: Type.Literal('guest-stand'),
    appointmentId: Id,
    stand: GuestStand,
  }),
  /** To a page in a call, every half minute: to be shown in `held`. Good for two minutes after the server dies. */
  'call-proof': strict({
    type: Type.Literal('call-proof'),
    appointmentId: Id,
    callId: Id,
    attempt: Attempt,
    proof: Proof,
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
  'elsewhere': strict({
    type: Type.Literal('elsewhere'),
    /** That page is in a call: whoever goes on here takes it over. */
    inCall: Type.Boolean(),
  }),
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
