/** The call's machine while a peer is open. */
import type { CallEffect, CallEvent, EndReason, InCall, Recovering } from './call-state.ts'
import { connectingMs, lose, renewFirst, stepPeer } from './peer-news.ts'
import {
  awaitAttempt,
  beginRepair,
  doubting,
  hearOffer,
  hearOther,
  renew,
  repairAhead,
  repairAnew,
  repairAsked,
  repairDue,
  repairWithoutLine,
  useIceServers,
} from './repair.ts'
import {
  arm,
  become,
  callOf,
  ignore,
  isCallOver,
  isSameCall,
  isSameLink,
  linkOf,
  type EventOf,
  type Step,
} from './steps.ts'

export function stepInCall(state: InCall, event: CallEvent): Step {
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
      return openLine({ ...state, line: 'open' }, event.resumed)
    case 'line-lost':
      return state.phase === 'connecting'
        ? become({ ...state, line: 'lost' })
        : repairWithoutLine(state)
    case 'signal':
      return isSameLink(state.link, event) ? hear(state, event) : ignore(state)
    case 'ice-servers':
      return isSameCall(state.link, event) && state.phase !== 'connecting'
        ? useIceServers(state, event)
        : ignore(state)
    case 'deadline-passed':
      return passDeadline(state, event)
    case 'network-changed':
    case 'page-shown':
      return nudge(state, event)
    case 'peer-signalled':
    case 'peer-connected':
    case 'peer-interrupted':
    case 'peer-failed':
    case 'peer-closed':
    case 'peer-silent':
    case 'peer-flowing':
      return isSameLink(state.link, event.link) ? stepPeer(state, event) : ignore(state)
    case 'answer': // a second click
    case 'rejoin':
    case 'refused':
      return ignore(state)
    default:
      return event satisfies never
  }
}

function openNext(state: InCall, opened: EventOf<'call-opened'>): Step {
  if (opened.attempt <= state.link.attempt) return ignore(state)
  const next = { link: linkOf(opened), initiator: opened.initiator, line: 'open' } as const
  const change: readonly CallEffect[] = [{ type: 'close-peer' }, { type: 'open-peer', opened }]
  if (state.phase === 'connecting') {
    return { state: { ...state, ...next }, effects: [...change, arm('connecting', connectingMs)] }
  }
  const awaiting = awaitAttempt({ ...lose(state, 'renewed'), ...next })
  return { ...awaiting, effects: [...change, ...awaiting.effects] }
}

/**
 * Signals of a line that is not resumed may be lost: what is not connected by now may never be, and where this page waited
 * for the line, the other side may have asked in vain.
 */
function openLine(state: InCall, resumed: boolean): Step {
  switch (state.phase) {
    case 'connecting':
      return resumed ? become(state) : renewFirst(state)
    case 'connected':
      if (state.repair?.kind !== 'waiting') return become(state)
      return resumed ? become({ ...state, repair: null }) : beginRepair(state)
    case 'recovering':
      return repairAnew(state)
    default:
      return state satisfies never
  }
}

function hear(state: InCall, { signal }: EventOf<'signal'>): Step {
  if (signal.kind === 'restart' && state.phase !== 'connecting') return repairAsked(state)
  const deliver: CallEffect = { type: 'deliver-signal', signal }
  if (state.phase !== 'recovering') return { state, effects: [deliver] }
  const isOffer = signal.kind === 'description' && signal.type === 'offer'
  const heard = isOffer ? hearOffer(state) : hearOther(state)
  return { ...heard, effects: [deliver, ...heard.effects] }
}

function passDeadline(state: InCall, { of }: EventOf<'deadline-passed'>): Step {
  if (state.phase === 'connecting') {
    return of === 'connecting' ? renewFirst(state) : ignore(state)
  }
  return of === 'repair' ? repairDue(state) : ignore(state)
}

function nudge(state: InCall, { type }: EventOf<'network-changed' | 'page-shown'>): Step {
  switch (state.phase) {
    case 'connecting':
      return ignore(state)
    case 'connected':
      return type === 'network-changed' ? repairAhead(state) : ignore(state)
    case 'recovering':
      return type === 'network-changed'
        ? doubting(repairAnew({ ...state, cause: type }))
        : recallPage(state)
    default:
      return state satisfies never
  }
}

/** A sleeping page's timers slept too. */
function recallPage(state: Recovering): Step {
  return state.repair.kind === 'renewing' ? ignore(state) : doubting(repairAnew(state))
}

function see(state: InCall, seen: EventOf<'call-seen'>): Step {
  if (seen.appointmentId !== state.link.appointmentId) return ignore(state)
  if (seen.callId !== state.link.callId) return end(state, 'superseded')
  const next = { ...state, otherIn: seen.otherIn }
  const cameBack = seen.otherIn && !state.otherIn
  if (!cameBack || next.phase === 'connected') return become(next)
  return next.phase === 'connecting' ? renewFirst(next) : renew(next)
}

export function end(state: InCall, reason: EndReason, last: readonly CallEffect[] = []): Step {
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
