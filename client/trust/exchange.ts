/**
 * The exchange as a pure function; the diagram stands above `Exchange`. Whoever stands in the middle of a connection has
 * keys of its own towards each side, and must bind itself towards each before it knows that side's number: what the two
 * people then read differs but for one chance in 2^40 a connection.
 */
import type {
  Agreed,
  Breach,
  Committed,
  Exchange,
  ExchangeEvent,
  ExchangeStep,
  Keys,
  Own,
  Revealed,
  TrustMessage,
} from './exchange-state.ts'

type EventOf<T extends ExchangeEvent['type']> = Extract<ExchangeEvent, { type: T }>

export const initialExchange: Exchange = { phase: 'resting' }

export function step(state: Exchange, event: ExchangeEvent): ExchangeStep {
  if (state.phase === 'broken') return stay(state)
  switch (event.type) {
    case 'opened':
      return open(state, event.own)
    case 'commit':
      return hearCommitment(state, event)
    case 'reveal':
      return hearReveal(state, event)
    case 'overdue':
      return owesWords(state) ? breakOff('no-answer') : stay(state)
    case 'same':
      return state.phase === 'agreed' ? stay({ ...state, same: true }) : stay(state)
    case 'different':
    case 'key-changed':
      return breakOff(event.type)
    case 'told':
      return stay({ phase: 'broken', breach: 'told' })
    default:
      return event satisfies never
  }
}

/** Other keys than those whose words stood are in use, and have none yet. */
export function owesWords(state: Exchange): boolean {
  return (state.phase === 'committed' || state.phase === 'revealed') && state.renewed
}

function open(state: Exclude<Exchange, { phase: 'broken' }>, own: Own): ExchangeStep {
  if (state.phase === 'resting') return begin(own, false)
  // The same two keys prove the same two pages: their words stay.
  if (areSame(state.own.keys, own.keys)) return { state, say: [commitment(state.own)] }
  return begin(own, true)
}

function begin(own: Own, renewed: boolean): ExchangeStep {
  return { state: { phase: 'committed', own, renewed }, say: [commitment(own)] }
}

function hearCommitment(
  state: Exclude<Exchange, { phase: 'broken' }>,
  { commitment: theirs }: EventOf<'commit'>,
): ExchangeStep {
  switch (state.phase) {
    case 'resting':
      return stay(state)
    case 'committed':
      return theirs === state.own.commitment ? breakOff('reflected') : reveal(state, theirs)
    case 'revealed':
    case 'agreed':
      return theirs === state.theirs
        ? { state, say: [number(state.own)] }
        : breakOff('commitment-changed')
    default:
      return state satisfies never
  }
}

/** What this page is bound to is said once more: the other one may have begun to listen only now. */
function reveal({ own, renewed }: Committed, theirs: string): ExchangeStep {
  return {
    state: { phase: 'revealed', own, renewed, theirs },
    say: [commitment(own), number(own)],
  }
}

function hearReveal(
  state: Exclude<Exchange, { phase: 'broken' }>,
  revealed: EventOf<'reveal'>,
): ExchangeStep {
  switch (state.phase) {
    case 'resting':
      return stay(state)
    case 'committed':
      return breakOff('reveal-first')
    case 'revealed':
      return revealed.nonce === state.own.nonce
        ? breakOff('reflected')
        : checked(state, revealed, () => agree(state, revealed))
    case 'agreed':
      return checked(state, revealed, () => stay(state))
    default:
      return state satisfies never
  }
}

function checked(
  { theirs }: Revealed | Agreed,
  revealed: EventOf<'reveal'>,
  fits: () => ExchangeStep,
): ExchangeStep {
  return revealed.commitment === theirs ? fits() : breakOff('wrong-reveal')
}

function agree({ own, renewed, theirs }: Revealed, { picks }: EventOf<'reveal'>): ExchangeStep {
  return stay({ phase: 'agreed', own, renewed, theirs, picks, same: false })
}

function breakOff(breach: Breach): ExchangeStep {
  return { state: { phase: 'broken', breach }, say: [{ step: 'stop' }] }
}

function stay(state: Exchange): ExchangeStep {
  return { state, say: [] }
}

function commitment(own: Own): TrustMessage {
  return { step: 'commit', commitment: own.commitment }
}

function number(own: Own): TrustMessage {
  return { step: 'reveal', nonce: own.nonce }
}

function areSame(one: Keys, other: Keys): boolean {
  return one.physician === other.physician && one.worker === other.worker
}
