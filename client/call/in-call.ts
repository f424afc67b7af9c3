/** The call's machine while a peer is open. */
import type {
  CallEffect,
  CallEvent,
  Connecting,
  EndReason,
  InCall,
  Recovering,
  RecoveryCause,
  Repair,
} from './call-state.ts'
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

/** Even TURN over TLS on a slow line connects in 4 s; later than this, something is lost and a new attempt is quicker. */
export const connectingMs = 10_000
/** A closed peer is most often a hang-up or a reload, of which the server tells within a moment. */
const closedMs = 1_500

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
      return openLine({ ...state, line: 'open' })
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

type PeerEvent = Extract<CallEvent, { type: `peer-${string}` }>

function stepPeer(state: InCall, event: PeerEvent): Step {
  switch (event.type) {
    case 'peer-signalled':
      return {
        state,
        effects: [{ type: 'send-signal', link: state.link, signal: event.signal }],
      }
    case 'peer-connected':
      return isTrusted(state) ? connect(state) : ignore(state)
    case 'peer-flowing':
      return state.phase === 'recovering' ? connect(state) : ignore(state)
    case 'peer-interrupted':
      return state.phase === 'connected'
        ? goOnRepairing(lose(state, 'interrupted'), state.repair)
        : ignore(state)
    case 'peer-silent':
      return fallSilent(state)
    case 'peer-closed':
      return awaitNews(state)
    case 'peer-failed':
      return state.phase === 'connecting' ? renewFirst(state) : renew(lose(state, 'failed'))
    default:
      return event satisfies never
  }
}

function fallSilent(state: InCall): Step {
  switch (state.phase) {
    case 'connecting':
      return ignore(state)
    case 'connected':
      return goOnRepairing({ ...lose(state, 'silence'), silent: true }, state.repair)
    case 'recovering':
      return become({ ...state, silent: true })
    default:
      return state satisfies never
  }
}

/** A repair that was begun ahead keeps its pace. */
function goOnRepairing(state: Recovering, running: Repair | null): Step {
  return running === null ? beginRepair(state) : become(state)
}

/** While nothing comes in, the browser's word is not enough: it may never have left `connected`. */
function isTrusted(state: InCall): boolean {
  return state.phase === 'connecting' || (state.phase === 'recovering' && !state.silent)
}

function connect(state: InCall): Step {
  const { participant, link, initiator, otherIn, line } = state
  return {
    state: { phase: 'connected', participant, link, initiator, otherIn, line, repair: null },
    effects: [{ type: 'disarm-deadline' }],
  }
}

/** What was noticed first stays the cause. */
function lose(state: Exclude<InCall, Connecting>, cause: RecoveryCause): Recovering {
  if (state.phase === 'recovering') return state
  const repair = state.repair ?? ({ kind: 'waiting', for: 'path' } as const)
  const nothingYet = { means: 'none', silent: false, answered: false } as const
  return { ...state, phase: 'recovering', cause, ...nothingYet, repair }
}

/** The other side closed its end: it hung up, was loaded again, or builds a new attempt. */
function awaitNews(state: InCall): Step {
  return state.phase === 'connecting'
    ? { state, effects: [arm('connecting', closedMs)] }
    : {
        state: { ...lose(state, 'closed'), repair: { kind: 'renewing' } },
        effects: [arm('repair', closedMs)],
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

/** Signals of the time without a line may be lost: what is not connected by now may never be. */
function openLine(state: InCall): Step {
  switch (state.phase) {
    case 'connecting':
      return renewFirst(state)
    case 'connected':
      return become(state)
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

/** The first connection never came about: another attempt at it. */
function renewFirst(state: Connecting): Step {
  const canAsk = state.otherIn && state.line === 'open'
  const request: readonly CallEffect[] = canAsk ? [{ type: 'request-renew', link: state.link }] : []
  return { state, effects: [...request, arm('connecting', connectingMs)] }
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
