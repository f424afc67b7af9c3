/** What is done about a path that is lost, or will be: the second machine, whose diagram stands above `Repair`. */
import type { CallEffect, Connected, Recovering } from './call-state.ts'
import type { Repair } from './repair-state.ts'
import { arm, become, callOf, ignore, type EventOf, type Step } from './steps.ts'

export type Repairable = Connected | Recovering
type Wait = Extract<Repair, { kind: 'waiting' }>['for']

/** A line that does not answer within this is opened anew: a slow one costs little, a dead one says nothing for minutes. */
const askMs = 800
/** Requests of both sides that crossed are one request. */
const crossingMs = 400

const waitMs: Readonly<Record<Wait, number>> = {
  /** The line is not doubted more often than every 2 s. */
  line: 2_200,
  /** A restart wins within 0.4 to 0.9 s where it wins at all (measured). */
  path: 1_200,
  /** It is told of the return by the other side's first word. */
  other: 10_000,
  /** Even TURN over TLS on a slow line connects in 4 s. */
  attempt: 4_000,
}
/** The request may have met a lost line or an absent other side. */
const renewMs = 10_000

/** Looks for another path. Both sides do what they can: each freshens its own servers, and the initiator offers. */
export function beginRepair(state: Repairable): Step<Repairable> {
  if (!state.otherIn) return settle(state, 'other')
  if (state.line === 'open') {
    const asking = ask(state)
    return { ...asking, effects: [tellOther(state), ...asking.effects] }
  }
  return isSilent(state) ? settle(state, 'line') : restart(state)
}

export function renew(state: Recovering): Step<Recovering> {
  const canAsk = state.otherIn && state.line === 'open'
  const request: readonly CallEffect[] = canAsk ? [{ type: 'request-renew', link: state.link }] : []
  return {
    state: { ...state, repair: { kind: 'renewing' } },
    effects: [...request, arm('repair', renewMs)],
  }
}

/** The new attempt's peer is open. */
export function awaitAttempt(state: Recovering): Step<Recovering> {
  return {
    state: {
      ...state,
      means: 'attempt',
      silent: true,
      answered: false,
      repair: { kind: 'waiting', for: 'attempt' },
    },
    effects: [arm('repair', waitMs.attempt)],
  }
}

/** Any word of the other side but a request: its line is alive. */
export function hearOther(state: Recovering): Step<Recovering> {
  const heard: Recovering = { ...state, answered: true }
  return isWaitingFor(state, 'other') ? awaitPath(heard) : become(heard)
}

/** The other side has restarted: the path has its time from now on. */
export function hearOffer(state: Recovering): Step<Recovering> {
  const means = state.means === 'none' ? 'restart' : state.means
  const heard: Recovering = { ...state, means, answered: true }
  const isWaiting = isWaitingFor(state, 'other') || isWaitingFor(state, 'path')
  return isWaiting ? awaitPath(heard) : become(heard)
}

function awaitPath(state: Recovering): Step<Recovering> {
  return {
    state: { ...state, repair: { kind: 'waiting', for: 'path' } },
    effects: [arm('repair', waitMs.path)],
  }
}

function isWaitingFor({ repair }: Recovering, what: Wait): boolean {
  return repair.kind === 'waiting' && repair.for === what
}

/** The other side looks for another path, or asks this one to. */
export function repairAsked(before: Repairable): Step<Repairable> {
  const state = before.phase === 'recovering' ? { ...before, answered: true } : before
  switch (state.repair?.kind) {
    case 'asking': // one restart serves both
      return become(state)
    case 'restarted':
      return become({ ...state, repair: { kind: 'restarted', asked: true } })
    case 'renewing':
      return { state, effects: state.initiator ? [{ type: 'restart-peer' }] : [] }
    case 'waiting':
    case undefined:
      return answerRequest(state)
    default:
      return state.repair satisfies never
  }
}

export function useIceServers(
  state: Repairable,
  { iceServers }: EventOf<'ice-servers'>,
): Step<Repairable> {
  const use: CallEffect = { type: 'use-ice-servers', iceServers }
  if (!isAwaitingServers(state.repair)) return { state, effects: [use] }
  const next = goOn(state)
  return { ...next, effects: [use, ...next.effects] }
}

export function repairDue(state: Repairable): Step<Repairable> {
  switch (state.repair?.kind) {
    case 'asking':
      return state.phase === 'connected' ? goOn(state) : doubting(settle(state, 'line'))
    case 'restarted':
      return state.repair.asked ? answerRequest(state) : settle(state, 'path')
    case 'waiting':
      return state.phase === 'connected' ? ignore(state) : waitedFor(state, state.repair.for)
    case 'renewing':
      return state.phase === 'connected' ? ignore(state) : renew(state)
    case undefined:
      return ignore(state)
    default:
      return state.repair satisfies never
  }
}

function waitedFor(state: Recovering, what: Wait): Step<Repairable> {
  switch (what) {
    case 'line':
    case 'other':
      return beginRepair(state)
    case 'path':
      return state.answered ? renew(state) : settle(state, 'other')
    case 'attempt':
      return state.answered ? beginRepair(state) : settle(state, 'other')
    default:
      return what satisfies never
  }
}

/** No servers will come by this line. */
export function repairWithoutLine(before: Repairable): Step<Repairable> {
  const state: Repairable = { ...before, line: 'lost' }
  return state.repair?.kind === 'asking' ? beginRepair(state) : become(state)
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

function answerRequest(state: Repairable): Step<Repairable> {
  if (state.line === 'lost') return goOn(state)
  if (state.initiator) return ask(state)
  // The offer will come from the other side; what this one adds to it should be as fresh.
  return { state, effects: [requestServers(state)] }
}

/** With the servers at hand: an initiator offers, the other side waits for that. */
function goOn(state: Repairable): Step<Repairable> {
  return state.initiator ? restart(state) : settle(state, 'path')
}

function ask(state: Repairable): Step<Repairable> {
  return {
    state: { ...state, repair: { kind: 'asking' } },
    effects: [requestServers(state), arm('repair', askMs)],
  }
}

function restart(state: Repairable): Step<Repairable> {
  const effect: CallEffect = state.initiator ? { type: 'restart-peer' } : tellOther(state)
  const repair: Repair = { kind: 'restarted', asked: false }
  const next = state.phase === 'recovering' ? restarted(state) : state
  return { state: { ...next, repair }, effects: [effect, arm('repair', crossingMs)] }
}

function restarted(state: Recovering): Recovering {
  const means = state.means === 'none' ? 'restart' : state.means
  return { ...state, means, answered: false }
}

/** Nothing more to do for now: a path in use is in order, another one has its time. */
function settle(state: Repairable, what: Wait): Step<Repairable> {
  return state.phase === 'connected'
    ? { state: { ...state, repair: null }, effects: [{ type: 'disarm-deadline' }] }
    : {
        state: { ...state, repair: { kind: 'waiting', for: what } },
        effects: [arm('repair', waitMs[what])],
      }
}

/** A slow line answers late. */
function isAwaitingServers(repair: Repair | null): boolean {
  return repair?.kind === 'asking' || (repair?.kind === 'waiting' && repair.for === 'line')
}

function isSilent(state: Repairable): boolean {
  return state.phase === 'recovering' && state.silent
}

function tellOther({ link }: Repairable): CallEffect {
  return { type: 'send-signal', link, signal: { kind: 'restart' } }
}

function requestServers({ link }: Repairable): CallEffect {
  return { type: 'request-ice-servers', ...callOf(link) }
}
