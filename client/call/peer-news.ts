/** What news of the peer, from the browser and from the watchdog, means for a call. */
import type { CallEffect, CallEvent, Connecting, InCall, Recovering } from './call-state.ts'
import type { RecoveryCause, Repair } from './repair-state.ts'
import { beginRepair, renew } from './repair.ts'
import { arm, become, ignore, type Step } from './steps.ts'

/** Even TURN over TLS on a slow line connects in 4 s; later than this, something is lost and a new attempt is quicker. */
export const connectingMs = 10_000
/** A closed peer is most often a hang-up or a reload, of which the server tells within a moment. */
export const closedMs = 1_500

type PeerEvent = Extract<CallEvent, { type: `peer-${string}` }>

export function stepPeer(state: InCall, event: PeerEvent): Step {
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
  return running === null || running.kind === 'waiting' ? beginRepair(state) : become(state)
}

/** While nothing comes in, the browser's word is not enough: it may never have left `connected`. */
function isTrusted(state: InCall): boolean {
  return state.phase === 'connecting' || (state.phase === 'recovering' && !state.silent)
}

function connect(state: InCall): Step {
  const { phase, participant, link, initiator, otherIn, line } = state
  const repair = phase === 'recovering' && line === 'lost' ? unheard : null
  return {
    state: { phase: 'connected', participant, link, initiator, otherIn, line, repair },
    effects: [{ type: 'disarm-deadline' }],
  }
}

/**
 * Something comes in again, and nothing may go out: after a minute without network a browser takes what comes and sends
 * nothing until it is asked to look for a path anew (measured). The other side cannot say so before the line is back.
 */
const unheard: Repair = { kind: 'waiting', for: 'line' }

/** What was noticed first stays the cause. */
export function lose(state: Exclude<InCall, Connecting>, cause: RecoveryCause): Recovering {
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

/** The first connection never came about: another attempt at it. Without a line, the server is asked when that is back. */
export function renewFirst(state: Connecting): Step {
  const { otherIn, link } = state
  const request: readonly CallEffect[] = otherIn ? [{ type: 'request-renew', link }] : []
  return { state, effects: [...request, arm('connecting', connectingMs)] }
}
