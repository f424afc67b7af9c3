/** For tests: every state that the call can be in, as far as the machine makes a difference. */
import type { CallState, Connected, InCall, Recovering } from './call-state.ts'
import type { Repair } from './repair-state.ts'
import { answer, ended, idle, inCall, rejoin } from './specimens.ts'

const asking: Repair = { kind: 'asking' }
const restarted: Repair = { kind: 'restarted', asked: false }
const asked: Repair = { kind: 'restarted', asked: true }
const forLine: Repair = { kind: 'waiting', for: 'line' }
const forPath: Repair = { kind: 'waiting', for: 'path' }
const forOther: Repair = { kind: 'waiting', for: 'other' }
const forAttempt: Repair = { kind: 'waiting', for: 'attempt' }
const renewing: Repair = { kind: 'renewing' }
const lost = { line: 'lost' } as const
const out = { otherIn: false } as const

const worker = (part: Partial<Recovering> = {}) => recovering(inCall('recovering'), part)
const physician = (part: Partial<Recovering> = {}) =>
  recovering(inCall('recovering', 'physician'), part)

function recovering(state: InCall, part: Partial<Recovering>): InCall {
  return state.phase === 'recovering' ? { ...state, ...part } : state
}

function connected(participant: 'worker' | 'physician', part: Partial<Connected> = {}): InCall {
  const state = inCall('connected', participant)
  return state.phase === 'connected' ? { ...state, ...part } : state
}

export const situations = {
  'idle, worker': idle('worker'),
  'idle, physician': idle('physician'),
  'entering by an answer': {
    phase: 'entering',
    participant: 'worker',
    wish: answer,
    before: idle('worker'),
  },
  'entering by a return': {
    phase: 'entering',
    participant: 'worker',
    wish: rejoin,
    before: ended('worker'),
  },
  'connecting': inCall('connecting'),
  'connecting while the other side is out': { ...inCall('connecting'), ...out },
  'connecting without a line': { ...inCall('connecting'), ...lost },
  'connected, worker': connected('worker'),
  'connected, physician': connected('physician'),
  'connected without a line, worker': connected('worker', lost),
  'connected without a line, physician': connected('physician', lost),
  'connected again without a line, worker': connected('worker', { repair: forLine, ...lost }),
  'connected again without a line, physician': connected('physician', { repair: forLine, ...lost }),
  'connected, asking for servers, worker': connected('worker', { repair: asking }),
  'connected, asking for servers, physician': connected('physician', { repair: asking }),
  'connected, just restarted, physician': connected('physician', { repair: restarted }),
  'connected, just restarted and asked to, physician': connected('physician', { repair: asked }),
  'recovering, asking for servers, worker': worker({ repair: asking }),
  'recovering, asking for servers, physician': physician({ repair: asking }),
  'recovering, just restarted, physician': physician({ repair: restarted }),
  'recovering, just restarted and asked to, physician': physician({ repair: asked }),
  'recovering, waiting for the line, worker': worker({ repair: forLine }),
  'recovering, waiting for the line, physician': physician({ repair: forLine }),
  'recovering, waiting for the path, worker': worker({ repair: forPath }),
  'recovering, waiting for the path, physician': physician({ repair: forPath }),
  'recovering, waiting for the path, answered, physician': physician({
    repair: forPath,
    answered: true,
  }),
  'recovering, waiting for the other side, worker': worker({ repair: forOther }),
  'recovering, waiting for the other side, physician': physician({ repair: forOther }),
  'recovering, waiting for the attempt, physician': physician({ repair: forAttempt }),
  'recovering, waiting for the attempt, answered, physician': physician({
    repair: forAttempt,
    answered: true,
  }),
  'recovering, asking, something comes in, physician': physician({ repair: asking, silent: false }),
  'recovering, something comes in, worker': worker({ repair: forPath, silent: false }),
  'recovering without a line, something comes in, worker': worker({
    repair: forLine,
    silent: false,
    ...lost,
  }),
  'recovering without a line, something comes in, physician': physician({
    repair: forLine,
    silent: false,
    ...lost,
  }),
  'recovering without a line': worker({ repair: forLine, ...lost }),
  'recovering while the other side is out': worker({ repair: forOther, ...out }),
  'renewing, worker': worker({ repair: renewing }),
  'renewing, physician': physician({ repair: renewing }),
  'renewing without a line': worker({ repair: renewing, ...lost }),
  'renewing while the other side is out': worker({ repair: renewing, ...out }),
  'ended, worker': ended('worker'),
  'ended, physician': ended('physician'),
} as const satisfies Record<string, CallState>

export type SituationName = keyof typeof situations
