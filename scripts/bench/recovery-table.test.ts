import { expect, test } from 'vitest'
import { goals } from '../lab/goals.ts'
import type { Recovery } from '../lab/recovery.ts'
import { inWords, toRow, type Outcome } from './recovery-table.ts'

const whole: Recovery = {
  soundBackMs: 100,
  beepBackMs: 400,
  pictureBackMs: 200,
  steadyMs: 200,
  secondFreezes: 0,
  attempts: 0,
  saidMs: 1_200,
  ended: false,
}

const watched = (worker: Partial<Recovery> = {}): Outcome => ({
  kind: 'watched',
  both: { worker: { ...whole, ...worker }, physician: whole },
})
const failed: Outcome = { kind: 'failed', why: 'not well before the fault' }

const rowOf = (outcomes: readonly Outcome[]) =>
  toRow({ name: 'outage-5', goal: goals['outage-5'], outcomes })
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean)

test('a row tells the middle, the 95th of a hundred and the worst of all sides, beside the goals', () => {
  const outcomes = [
    watched({ steadyMs: 2_000, secondFreezes: 1 }),
    ...Array.from({ length: 19 }, () => watched()),
  ]
  expect(rowOf(outcomes)).toEqual([
    goals['outage-5'].title,
    '20',
    '0.10 s / 0.10 s / 0.10 s',
    '1.50 s',
    '0.20 s / 0.20 s / 2.00 s',
    '1.50 s',
    '1 of 40',
    '0',
    '0',
  ])
})

test('a run that failed counts as never on both sides', () => {
  const row = rowOf([failed, watched(), watched(), watched()])
  expect(row[2]).toBe('0.10 s / never / never')
  expect(row.at(-1)).toBe('1')
})

test('what never came back is worse than all that did', () => {
  expect(rowOf([watched({ steadyMs: null })])[4]).toBe('0.20 s / never / never')
})

test('a run is told in words, a failed one with its reason', () => {
  expect(inWords(watched())).toContain('worker sound 0.10 s, beep 0.40 s')
  expect(inWords(failed)).toBe('failed: not well before the fault')
})
