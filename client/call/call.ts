/** The call as a pure function: no clock, no socket, no browser. The diagram stands above `CallState`. */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { CallEvent, CallState, Entering, InCall, Outside, Wish } from './call-state.ts'
import { end, stepInCall } from './in-call.ts'
import { connectingMs } from './peer-news.ts'
import { arm, callOf, ignore, isCallOver, linkOf, type EventOf, type Step } from './steps.ts'

/** The server answers in one round trip; a lost answer is repeated when the line is back, for so long. */
const enteringMs = 10_000
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
      return event.type === 'call-opened' && event.callId !== state.link.callId
        ? changeCalls(state, event)
        : stepInCall(state, event)
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
    case 'ice-servers':
    case 'call-seen':
    case 'call-over':
    case 'refused':
    case 'line-opened':
    case 'line-lost':
    case 'line-closed':
    case 'peer-signalled':
    case 'peer-connected':
    case 'peer-interrupted':
    case 'peer-failed':
    case 'peer-closed':
    case 'peer-silent':
    case 'peer-flowing':
    case 'network-changed':
    case 'page-shown':
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
      return event.resumed
        ? ignore(state)
        : { state, effects: [{ type: 'send-wish', wish: state.wish }] }
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
    case 'ice-servers':
    case 'call-seen':
    case 'line-lost':
    case 'peer-signalled':
    case 'peer-connected':
    case 'peer-interrupted':
    case 'peer-failed':
    case 'peer-closed':
    case 'peer-silent':
    case 'peer-flowing':
    case 'network-changed':
    case 'page-shown':
      return ignore(state)
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
function openUnasked(state: Outside, opened: EventOf<'call-opened'>): Step {
  const known = state.phase === 'ended' && state.link.callId === opened.callId
  if (state.participant === 'physician') {
    return known ? ignore(state) : begin(state.participant, opened)
  }
  return { state, effects: [{ type: 'send-hang-up', ...callOf(opened) }] }
}

function isWished({ wish, before }: Entering, opened: EventOf<'call-opened'>): boolean {
  if (opened.appointmentId !== wish.appointmentId) return false
  const isAlreadyOver =
    before.phase === 'ended' &&
    before.link.callId === opened.callId &&
    opened.attempt <= before.link.attempt
  return !isAlreadyOver
}

/** An answer asks for a call that has no id yet: the end of an earlier one says nothing about it. */
function isWishOver(wish: Wish, over: EventOf<'call-over'>): boolean {
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

function begin(participant: Participant, opened: EventOf<'call-opened'>): Step {
  return {
    state: {
      phase: 'connecting',
      participant,
      link: linkOf(opened),
      initiator: opened.initiator,
      otherIn: true,
      line: 'open',
    },
    effects: [
      { type: 'attach-media' },
      { type: 'open-peer', opened },
      arm('connecting', connectingMs),
    ],
  }
}

/** The end of the old call was lost on the way. It is told first; then the other one is met, as from outside. */
function changeCalls(state: InCall, opened: EventOf<'call-opened'>): Step {
  return end(state, 'superseded', [{ type: 'meet-call', opened }])
}
