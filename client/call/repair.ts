/** What is done about a path that is lost, or will be: the second machine, whose diagram stands above `Repair`. */
import type { CallEffect, Connected, Recovering, Repair } from './call-state.ts'
import { arm, callOf, ignore, type EventOf, type Step } from './steps.ts'

export type Repairable = Connected | Recovering

/** An answer takes a round trip and a restart won within 3 s at worst (measured): sooner, one would only undo another. */
const tryMs = 2_200
/** A line that does not answer within this is opened anew: a slow one costs little, a dead one says nothing for minutes. */
const askMs = 800
/** Requests of both sides that crossed are one request. */
const crossingMs = 400
/** About 9 s of restarts over an open line: what they do not mend, a new connection does. */
const maxTries = 4
/** Even TURN over TLS on a slow line connects in 4 s; later than this, something is lost and a new attempt is quicker. */
const attemptMs = 10_000

const restartSignal = { kind: 'restart' } as const

/** Looks for another path. Both sides do what they can: each freshens its own servers, and the initiator offers. */
export function beginRepair(state: Repairable, tries = 1): Step<Repairable> {
  if (!state.otherIn) return settle(state, tries)
  if (state.line === 'open') {
    const asking = ask(state, tries)
    return { ...asking, effects: [tellOther(state), ...asking.effects] }
  }
  return isSilent(state) ? settle(state, tries) : restart(state, tries)
}

/** Asks for a new attempt, and again after a while: the request may meet a lost line or an absent other side. */
export function renew(state: Recovering): Step<Recovering> {
  const canAsk = state.otherIn && state.line === 'open'
  const request: readonly CallEffect[] = canAsk ? [{ type: 'request-renew', link: state.link }] : []
  return {
    state: { ...state, repair: { kind: 'renewing' } },
    effects: [...request, arm('repair', attemptMs)],
  }
}

/** The other side looks for another path, or asks this one to. */
export function repairAsked(state: Repairable): Step<Repairable> {
  switch (state.repair?.kind) {
    case 'asking': // one restart serves both
      return ignore(state)
    case 'restarted':
      return { state: { ...state, repair: { ...state.repair, asked: true } }, effects: [] }
    case 'renewing':
      return { state, effects: state.initiator ? [{ type: 'restart-peer' }] : [] }
    case 'waiting':
    case undefined:
      return answerRequest(state, state.repair?.tries ?? 1)
    default:
      return state.repair satisfies never
  }
}

export function useIceServers(
  state: Repairable,
  { iceServers }: EventOf<'ice-servers'>,
): Step<Repairable> {
  const use: CallEffect = { type: 'use-ice-servers', iceServers }
  // In `waiting` it is the late answer of a slow line.
  if (state.repair?.kind !== 'asking' && state.repair?.kind !== 'waiting') {
    return { state, effects: [use] }
  }
  const { tries } = state.repair
  const next = state.initiator ? restart(state, tries) : settle(state, tries)
  return { ...next, effects: [use, ...next.effects] }
}

export function repairDue(state: Repairable): Step<Repairable> {
  switch (state.repair?.kind) {
    case 'asking':
      return state.phase === 'connected'
        ? goOnWithout(state, state.repair.tries)
        : doubting(settle(state, state.repair.tries))
    case 'restarted':
      return state.repair.asked
        ? answerRequest(state, state.repair.tries)
        : settle(state, state.repair.tries)
    case 'waiting':
      return state.phase === 'connected' ? ignore(state) : tryAgain(state, state.repair.tries)
    case 'renewing':
      return state.phase === 'connected' ? ignore(state) : renew(state)
    case undefined:
      return ignore(state)
    default:
      return state.repair satisfies never
  }
}

/** No servers will come by this line. */
export function repairWithoutLine(before: Repairable): Step<Repairable> {
  const state: Repairable = { ...before, line: 'lost' }
  return state.repair?.kind === 'asking' ? beginRepair(state, state.repair.tries) : ignore(state)
}

/** A reason to believe that what did not work does now. */
export function repairAnew(state: Recovering): Step<Repairable> {
  return state.repair.kind === 'renewing' ? renew(state) : beginRepair(state)
}

/** The old path may be about to go: the next one is looked for before that. */
export function repairAhead(state: Connected): Step<Repairable> {
  return state.repair === null ? beginRepair(state) : repairAsked(state)
}

export function doubting<State extends Repairable>(step: Step<State>): Step<State> {
  return { ...step, effects: [{ type: 'doubt-line' }, ...step.effects] }
}

function answerRequest(state: Repairable, tries: number): Step<Repairable> {
  if (state.line === 'lost') return goOnWithout(state, tries)
  if (state.initiator) return ask(state, tries)
  // The offer will come from the other side; what this one adds to it should be as fresh.
  return { state, effects: [requestServers(state)] }
}

/** Without fresh servers: those of before may still be good. */
function goOnWithout(state: Repairable, tries: number): Step<Repairable> {
  return state.initiator ? restart(state, tries) : settle(state, tries)
}

function tryAgain(state: Recovering, tries: number): Step<Repairable> {
  if (!state.otherIn || state.line === 'lost') return beginRepair(state)
  return tries < maxTries ? beginRepair(state, tries + 1) : renew(state)
}

function ask(state: Repairable, tries: number): Step<Repairable> {
  return {
    state: { ...state, repair: { kind: 'asking', tries } },
    effects: [requestServers(state), arm('repair', askMs)],
  }
}

function restart(state: Repairable, tries: number): Step<Repairable> {
  const effect: CallEffect = state.initiator ? { type: 'restart-peer' } : tellOther(state)
  const repair: Repair = { kind: 'restarted', tries, asked: false }
  const next = state.phase === 'recovering' ? restarted(state) : state
  return { state: { ...next, repair }, effects: [effect, arm('repair', crossingMs)] }
}

/** By an offer of this side, or of the other. */
export function restarted(state: Recovering): Recovering {
  return state.means === 'none' ? { ...state, means: 'restart' } : state
}

/** Nothing more to do for now: a path in use is in order, another one has its time. */
function settle(state: Repairable, tries: number): Step<Repairable> {
  return state.phase === 'connected'
    ? { state: { ...state, repair: null }, effects: [{ type: 'disarm-deadline' }] }
    : { state: { ...state, repair: { kind: 'waiting', tries } }, effects: [arm('repair', tryMs)] }
}

function isSilent(state: Repairable): boolean {
  return state.phase === 'recovering' && state.silent
}

function tellOther({ link }: Repairable): CallEffect {
  return { type: 'send-signal', link, signal: restartSignal }
}

function requestServers({ link }: Repairable): CallEffect {
  return { type: 'request-ice-servers', ...callOf(link) }
}
