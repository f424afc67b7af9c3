/** For tests: a step of the call in one line, `phase repair: effects`. */
import type { CallEffect, CallState } from './call-state.ts'
import type { Step } from './steps.ts'

export function describeStep(before: CallState, { state, effects }: Step): string {
  if (state === before && effects.length === 0) return 'ignored'
  const done = effects.length === 0 ? 'nothing to do' : effects.map(describeEffect).join(', ')
  return `${describeState(state)}: ${done}`
}

function describeState(state: CallState): string {
  const line = 'line' in state && state.line === 'lost' ? ' without a line' : ''
  switch (state.phase) {
    case 'idle':
    case 'entering':
    case 'ended':
    case 'connecting':
      return state.phase + line
    case 'connected':
    case 'recovering':
      return (
        (state.repair === null ? state.phase : `${state.phase} ${describeRepair(state)}`) + line
      )
    default:
      return state satisfies never
  }
}

function describeRepair({ repair }: CallState & { phase: 'connected' | 'recovering' }): string {
  switch (repair?.kind) {
    case undefined:
      return ''
    case 'restarted':
      return repair.asked ? 'restarted and asked' : 'restarted'
    case 'waiting':
      return `waiting for the ${repair.for}`
    case 'asking':
    case 'renewing':
      return repair.kind
    default:
      return repair satisfies never
  }
}

function describeEffect(effect: CallEffect): string {
  return effect.type === 'send-signal' && effect.signal.kind === 'restart'
    ? 'ask for a restart'
    : effect.type
}
