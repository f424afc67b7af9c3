/** What many outages cost, in words and as rows of a table. Pure. */
import type { Goal } from '../lab/goals.ts'
import type { Both } from '../lab/lab.ts'
import type { Recovery } from '../lab/recovery.ts'
import { percentile } from './percentile.ts'

/** What a run cost both sides, or why there is nothing to tell. */
export type Outcome =
  | { readonly kind: 'watched'; readonly both: Both<Recovery> }
  | { readonly kind: 'failed'; readonly why: string }

export interface Result {
  readonly name: string
  readonly goal: Goal
  /** One for each run. */
  readonly outcomes: readonly Outcome[]
}

/** Markdown. */
export const tableHead: readonly string[] = [
  '| outage | runs | sound back, p50 / p95 / worst | goal | picture steady, p50 / p95 / worst | goal | froze again | new attempts | failed |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
]

/** Each side of each run is one value. A run that failed counts as never on both. */
export function toRow({ goal, outcomes }: Result): string {
  const sides = outcomes.flatMap((outcome) =>
    outcome.kind === 'watched' ? Object.values(outcome.both) : [null, null],
  )
  const watched = sides.filter((side) => side !== null)
  const spread = (of: 'soundBackMs' | 'steadyMs') => {
    const values = sides.map((side) => side?.[of] ?? Number.POSITIVE_INFINITY)
    return [0.5, 0.95, 1].map((share) => seconds(percentile(values, share))).join(' / ')
  }
  const cells = [
    goal.title,
    outcomes.length,
    spread('soundBackMs'),
    seconds(goal.soundMs),
    spread('steadyMs'),
    seconds(goal.steadyMs),
    `${watched.filter(({ secondFreezes }) => secondFreezes > 0).length} of ${sides.length}`,
    watched.reduce((sum, { attempts }) => sum + attempts, 0),
    outcomes.filter(({ kind }) => kind === 'failed').length,
  ]
  return `| ${cells.join(' | ')} |`
}

export function inWords(outcome: Outcome): string {
  if (outcome.kind === 'failed') return `failed: ${outcome.why}`
  return Object.entries(outcome.both)
    .map(([side, recovery]) => `${side} ${sideInWords(recovery)}`)
    .join(' | ')
}

function sideInWords(recovery: Recovery): string {
  const { soundBackMs, beepBackMs, pictureBackMs, steadyMs, saidMs } = recovery
  return [
    `sound ${seconds(soundBackMs)}`,
    `beep ${seconds(beepBackMs)}`,
    `picture ${seconds(pictureBackMs)}`,
    `steady ${seconds(steadyMs)}`,
    `${recovery.secondFreezes} more freezes`,
    `${recovery.attempts} new attempts`,
    `said ${seconds(saidMs)}`,
  ].join(', ')
}

function seconds(ms: number | null): string {
  return ms !== null && Number.isFinite(ms) ? `${(ms / 1000).toFixed(2)} s` : 'never'
}
