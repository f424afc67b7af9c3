/** For tests: one of each state and event of the exchange, all of one run as the physician's page sees it. */
import type { Exchange, ExchangeEvent, Own, Picks } from './exchange-state.ts'

const keys = { physician: 'a'.repeat(64), worker: 'b'.repeat(64) }
export const own: Own = { keys, nonce: '1'.repeat(64), commitment: '2'.repeat(64) }
export const otherKeys: Own = { ...own, keys: { ...keys, worker: 'c'.repeat(64) } }
export const theirs = '3'.repeat(64)
const picks: Picks = [1, 2, 3, 4]

export const states = {
  resting: { phase: 'resting' },
  committed: { phase: 'committed', own, renewed: false },
  renewed: { phase: 'committed', own, renewed: true },
  revealed: { phase: 'revealed', own, renewed: false, theirs },
  agreed: { phase: 'agreed', own, renewed: false, theirs, picks, same: false },
  compared: { phase: 'agreed', own, renewed: false, theirs, picks, same: true },
  broken: { phase: 'broken', breach: 'wrong-reveal' },
} as const satisfies Record<string, Exchange>

const reveal = { type: 'reveal', nonce: '4'.repeat(64), commitment: theirs, picks } as const

export const events = {
  'opened': { type: 'opened', own },
  'opened with other keys': { type: 'opened', own: otherKeys },
  'commit': { type: 'commit', commitment: theirs },
  'another commit': { type: 'commit', commitment: '5'.repeat(64) },
  'own commit': { type: 'commit', commitment: own.commitment },
  'reveal': reveal,
  'wrong reveal': { ...reveal, commitment: '6'.repeat(64) },
  'own number': { ...reveal, nonce: own.nonce },
  'key changed': { type: 'key-changed' },
  'overdue': { type: 'overdue' },
  'same': { type: 'same' },
  'different': { type: 'different' },
  'told': { type: 'told' },
} as const satisfies Record<string, ExchangeEvent>
