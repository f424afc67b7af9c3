/**
 * Whether the relay works, address by address, as its probes tell. Pure. One failure may be a lost packet or a restart:
 * it makes a doubt, and the next probe, which follows soon, decides.
 *
 *   unknown ──works──▶ working ◀──works── doubted · failing
 *      │                  │
 *      └──────fails───────┴────▶ doubted ──fails──▶ failing ──fails──▶ failing, with the latest problem
 */
import type { RelayProblem } from '../../turn/relay-problems.ts'
import { toInstant } from '../clock.ts'
import type { IcePolicy } from '../protocol/consultation.ts'
import type { RelayHealth } from '../protocol/health.ts'
import type { Notices } from '../protocol/notices.ts'

export type RelayState =
  | { readonly phase: 'unknown' }
  | { readonly phase: 'working' }
  | { readonly phase: 'doubted'; readonly since: number }
  | { readonly phase: 'failing'; readonly since: number; readonly problem: RelayProblem }

/** `problem`: what the probe found; null when the address works. */
export function step(state: RelayState, problem: RelayProblem | null, at: number): RelayState {
  if (problem === null) return { phase: 'working' }
  switch (state.phase) {
    case 'unknown':
    case 'working':
      return { phase: 'doubted', since: at }
    case 'doubted':
    case 'failing':
      return { phase: 'failing', since: state.since, problem }
    default:
      return state satisfies never
  }
}

/** What the log is told, once for each change: a problem, or null when it works again. */
export function toNews(
  before: RelayState,
  after: RelayState,
): { readonly problem: RelayProblem | null } | null {
  const problem = problemOf(after)
  return problem === problemOf(before) ? null : { problem }
}

function problemOf(state: RelayState): RelayProblem | null {
  return state.phase === 'failing' ? state.problem : null
}

/** One of the addresses that browsers are given, and how it stands. */
export interface RelayStand {
  readonly address: string
  readonly state: RelayState
}

/** For the office: what fails, and which calls that leaves. */
export function toNotice(stands: readonly RelayStand[], policy: IcePolicy): Notices['relay'] {
  const failing = stands.flatMap(({ address, state }) =>
    state.phase === 'failing'
      ? [{ address, problem: state.problem, since: toInstant(state.since) }]
      : [],
  )
  if (failing.length === 0) return null
  if (failing.length < stands.length) return { calls: 'by-another', failing }
  return { calls: policy === 'relay' ? 'none' : 'direct-only', failing }
}

/** In one word, for whoever watches the server. */
export function toHealth(stands: readonly RelayStand[]): RelayHealth {
  if (stands.length === 0) return 'not-set'
  const failing = stands.filter(({ state }) => state.phase === 'failing')
  if (failing.length > 0) return failing.length === stands.length ? 'failing' : 'partly'
  return stands.some(({ state }) => state.phase === 'unknown') ? 'unknown' : 'working'
}
