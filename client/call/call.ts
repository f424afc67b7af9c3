/** The call as a pure function: no clock, no socket, no browser. The diagram stands above `CallState`. */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type {
  CallEffect,
  CallEvent,
  CallState,
  Deadline,
  EndReason,
  Entering,
  InCall,
  Link,
  Outside,
  Wish,
} from './call-state.ts'

export interface Step {
  readonly state: CallState
  /** To be carried out in this order. */
  readonly effects: readonly CallEffect[]
}

/** The server answers in one round trip; a lost answer is repeated when the line is back, for so long. */
const enteringMs = 10_000
/** Even TURN over TLS on a slow line connects in 4 s; later than this, something is lost and a new attempt is quicker. */
const connectingMs = 10_000
/** Chromium says `disconnected` 7 s after a cut and `failed` 10 s later; many cuts heal in between by themselves. */
const interruptedMs = 8_000
/** A closed peer is most often a hang-up or a reload, of which the server tells within a moment. */
const closedMs = 1_500

export function initialCall(participant: Participant): CallState {
  return { phase: 'idle', participant }
}

export function step(state: CallState, event: CallEvent): Step {
  switch (state.phase) {
    case 'idle':
    case 'ended':
      return stepOutside(state, event)
    case 'entering':
      return stepEntering(state, event)
    case 'connecting':
    case 'connected':
    case 'recovering':
      return stepInCall(state, event)
    default:
      return state satisfies never
  }
}

/** The one place for all that comes too late, too early, or for a call that this page is not in. */
function stepOutside(state: Outside, event: CallEvent): Step {
  switch (event.type) {
    case 'answer':
    case 'rejoin':
      return enter(state, event)
    case 'call-opened':
      return openUnasked(state, event)
    case 'hang-up':
    case 'signal':
    case 'call-seen':
    case 'call-over':
    case 'refused':
    case 'line-opened':
    case 'line-closed':
    case 'peer-signalled':
    case 'peer-connected':
    case 'peer-interrupted':
    case 'peer-failed':
    case 'peer-closed':
    case 'deadline-passed':
      return ignore(state)
    default:
      return event satisfies never
  }
}

function stepEntering(state: Entering, event: CallEvent): Step {
  switch (event.type) {
    case 'call-opened':
      return isWished(state, event) ? begin(state.participant, event) : ignore(state)
    case 'line-opened':
      // The wish, or the answer to it, may have been lost with the line.
      return { state, effects: [{ type: 'send-wish', wish: state.wish }] }
    case 'hang-up':
      return withdraw(state)
    case 'refused':
      return event.appointmentId === state.wish.appointmentId ? goBack(state) : ignore(state)
    case 'call-over':
      return isWishOver(state.wish, event) ? goBack(state) : ignore(state)
    case 'line-closed':
      return goBack(state)
    case 'deadline-passed':
      return event.of === 'entering' ? goBack(state) : ignore(state)
    case 'answer': // a second click
    case 'rejoin':
    case 'signal':
    case 'call-seen':
    case 'peer-signalled':
    case 'peer-connected':
    case 'peer-interrupted':
    case 'peer-failed':
    case 'peer-closed':
      return ignore(state)
    default:
      return event satisfies never
  }
}

function stepInCall(state: InCall, event: CallEvent): Step {
  switch (event.type) {
    case 'call-opened':
      return openNext(state, event)
    case 'hang-up':
      return end(state, 'hung-up', [{ type: 'send-hang-up', ...callOf(state.link) }])
    case 'line-closed':
      return end(state, event.reason)
    case 'call-over':
      return isCallOver(state.link, event) ? end(state, event.reason) : ignore(state)
    case 'call-seen':
      return see(state, event)
    case 'line-opened':
      // Signals are not kept while the line is away: what is not connected by now will not be.
      return state.phase === 'connected' ? ignore(state) : renew(state)
    case 'signal':
      return isSameLink(state.link, event)
        ? { state, effects: [{ type: 'deliver-signal', signal: event.signal }] }
        : ignore(state)
    case 'deadline-passed':
      return event.of === state.phase ? renew(state) : ignore(state)
    case 'peer-signalled':
    case 'peer-connected':
    case 'peer-interrupted':
    case 'peer-failed':
    case 'peer-closed':
      return isSameLink(state.link, event.link) ? stepPeer(state, event) : ignore(state)
    case 'answer': // a second click
    case 'rejoin':
    case 'refused':
      return ignore(state)
    default:
      return event satisfies never
  }
}

type PeerEvent = Extract<CallEvent, { type: `peer-${string}` }>

function stepPeer(state: InCall, event: PeerEvent): Step {
  switch (event.type) {
    case 'peer-signalled':
      return {
        state,
        effects: [{ type: 'send-signal', link: state.link, signal: event.signal }],
      }
    case 'peer-connected':
      return state.phase === 'connected'
        ? ignore(state)
        : { state: { ...state, phase: 'connected' }, effects: [{ type: 'disarm-deadline' }] }
    case 'peer-interrupted':
      return state.phase === 'connected' ? recover(state, interruptedMs) : ignore(state)
    case 'peer-closed':
      return recover(state, closedMs)
    case 'peer-failed':
      return renew(state)
    default:
      return event satisfies never
  }
}

function enter(state: Outside, wish: Wish): Step {
  return {
    state: { phase: 'entering', participant: state.participant, wish, before: state },
    effects: [{ type: 'send-wish', wish }, arm('entering', enteringMs)],
  }
}

/** A physician's page is let in by the ring; a worker's page that asked for nothing says that it is not in. */
function openUnasked(state: Outside, opened: ServerMessageOf<'call-opened'>): Step {
  const known = state.phase === 'ended' && state.link.callId === opened.callId
  if (state.participant === 'physician') {
    return known ? ignore(state) : begin(state.participant, opened)
  }
  return { state, effects: [{ type: 'send-hang-up', ...callOf(opened) }] }
}

function isWished({ wish, before }: Entering, opened: ServerMessageOf<'call-opened'>): boolean {
  if (opened.appointmentId !== wish.appointmentId) return false
  const isAlreadyOver =
    before.phase === 'ended' &&
    before.link.callId === opened.callId &&
    opened.attempt <= before.link.attempt
  return !isAlreadyOver
}

/** An answer asks for a call that has no id yet: the end of an earlier one says nothing about it. */
function isWishOver(wish: Wish, over: Extract<CallEvent, { type: 'call-over' }>): boolean {
  return wish.type === 'rejoin' && isCallOver(wish, over)
}

function withdraw(state: Entering): Step {
  const { state: before, effects } = goBack(state)
  if (state.wish.type === 'answer') return { state: before, effects }
  const { appointmentId, callId } = state.wish
  return { state: before, effects: [...effects, { type: 'send-hang-up', appointmentId, callId }] }
}

function goBack(state: Entering): Step {
  return { state: state.before, effects: [{ type: 'disarm-deadline' }] }
}

function begin(participant: Participant, opened: ServerMessageOf<'call-opened'>): Step {
  return {
    state: { phase: 'connecting', participant, link: linkOf(opened), otherIn: true },
    effects: [
      { type: 'attach-media' },
      { type: 'open-peer', opened },
      arm('connecting', connectingMs),
    ],
  }
}

function openNext(state: InCall, opened: ServerMessageOf<'call-opened'>): Step {
  if (opened.callId !== state.link.callId) return changeCalls(state, opened)
  if (opened.attempt <= state.link.attempt) return ignore(state)
  const phase = state.phase === 'connecting' ? 'connecting' : 'recovering'
  return {
    state: { ...state, phase, link: linkOf(opened) },
    effects: [{ type: 'close-peer' }, { type: 'open-peer', opened }, arm(phase, connectingMs)],
  }
}

/** The end of the old call was lost on the way; the other one is met as from outside. */
function changeCalls(state: InCall, opened: ServerMessageOf<'call-opened'>): Step {
  const ended = end(state, 'superseded')
  const next = step(ended.state, opened)
  return { state: next.state, effects: [...ended.effects, ...next.effects] }
}

function see(state: InCall, seen: Extract<CallEvent, { type: 'call-seen' }>): Step {
  if (seen.appointmentId !== state.link.appointmentId) return ignore(state)
  if (seen.callId !== state.link.callId) return end(state, 'superseded')
  const next = { ...state, otherIn: seen.otherIn }
  const cameBack = seen.otherIn && !state.otherIn
  return cameBack && state.phase !== 'connected' ? renew(next) : { state: next, effects: [] }
}

function isCallOver(
  call: Pick<Link, 'appointmentId' | 'callId'>,
  over: Extract<CallEvent, { type: 'call-over' }>,
): boolean {
  if (over.appointmentId !== call.appointmentId) return false
  return over.callId === null || over.callId === call.callId
}

/** Waits a while for the path to heal by itself. */
function recover(state: InCall, ms: number): Step {
  const phase = state.phase === 'connecting' ? 'connecting' : 'recovering'
  return { state: { ...state, phase }, effects: [arm(phase, ms)] }
}

/** Asks for a new attempt, and again after a while: the request may meet a lost line or an absent other side. */
function renew(state: InCall): Step {
  const { state: waiting, effects } = recover(state, connectingMs)
  if (!state.otherIn) return { state: waiting, effects }
  return { state: waiting, effects: [{ type: 'request-renew', link: state.link }, ...effects] }
}

function end(state: InCall, reason: EndReason, last: readonly CallEffect[] = []): Step {
  return {
    state: { phase: 'ended', participant: state.participant, link: state.link, reason },
    effects: [
      { type: 'close-peer' },
      { type: 'detach-media' },
      { type: 'disarm-deadline' },
      ...last,
    ],
  }
}

function ignore(state: CallState): Step {
  return { state, effects: [] }
}

function arm(of: Deadline, ms: number): CallEffect {
  return { type: 'arm-deadline', of, ms }
}

function linkOf({ appointmentId, callId, attempt }: Link): Link {
  return { appointmentId, callId, attempt }
}

function callOf({ appointmentId, callId }: Link) {
  return { appointmentId, callId }
}

function isSameLink(link: Link, other: Link): boolean {
  return (
    link.appointmentId === other.appointmentId &&
    link.callId === other.callId &&
    link.attempt === other.attempt
  )
}
