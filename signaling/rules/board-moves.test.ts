import { describe, expect, test } from 'vitest'
import { breachCodes } from '../protocol/board.ts'
import { canUndo, findBreaches, forbids, type MovedWorker, type MoveTarget } from './board-moves.ts'

const now = Date.parse('2026-11-24T08:00Z')
const worker: MovedWorker = {
  id: 'worker',
  language: 'fr',
  siteId: 'site',
  mayUseRoom: true,
  elsewhere: [],
  dueOn: null,
  refusal: () => null,
}
const target: MoveTarget = {
  on: '2026-11-24',
  startsAt: now,
  endsAt: now + 60_000,
  offeredTo: null,
  languages: ['nl', 'fr'],
  siteId: 'site',
}

describe('a move breaks', () => {
  test.each<[string, Partial<MovedWorker>, Partial<MoveTarget>, readonly string[]]>([
    ['nothing where all fits', {}, {}, []],
    ['nothing on everyone’s own phone, whatever the site', {}, { siteId: null }, []],
    ['nothing while nobody said what the physician speaks', {}, { languages: [] }, []],
    ['nothing on the last day in time', { dueOn: '2026-11-24' }, {}, []],
    ['the site’s rule in another site’s room', {}, { siteId: 'other' }, ['not-at-their-site']],
    ['it as well for a worker of no site', { siteId: null }, {}, ['not-at-their-site']],
    [
      'confidence (art. I.4-37: the employer is not told), in a company room',
      { mayUseRoom: false },
      {},
      ['seen-by-employer'],
    ],
    ['nothing on their own phone then', { mayUseRoom: false }, { siteId: null }, []],
    [
      'another appointment of theirs, at that time',
      { elsewhere: [{ startsAt: now + 59_999, endsAt: now + 90_000 }] },
      {},
      ['worker-already-planned'],
    ],
    ['nothing right after one', { elsewhere: [{ startsAt: now - 9, endsAt: now }] }, {}, []],
    ['what somebody else is asked', {}, { offeredTo: 'other' }, ['offered-to-other']],
    ['nothing that they are asked themselves', {}, { offeredTo: 'worker' }, []],
    ['the language’s', { language: 'de' }, {}, ['not-in-their-language']],
    ['the term’s, a day after it', { dueOn: '2026-11-23' }, {}, ['not-in-time']],
    ['time’s, once the slot is over', {}, { endsAt: now }, ['slot-past']],
    [
      'the policy’s (art. I.4-30: an act needs hands)',
      { refusal: () => 'act-due' },
      {},
      ['act-due'],
    ],
    [
      'several at once, the gravest first',
      { language: 'de', dueOn: '2026-11-01', refusal: () => 'approval-expired' },
      { siteId: 'other' },
      ['approval-expired', 'not-at-their-site', 'not-in-their-language', 'not-in-time'],
    ],
  ])('%s', (_name, worker1, target1, breaches) => {
    expect(findBreaches({ ...worker, ...worker1 }, { ...target, ...target1 }, now)).toEqual(
      breaches,
    )
  })
})

test('the policy is asked about the day of the slot', () => {
  const refusal = (on: string) => (on > '2026-11-30' ? ('approval-expired' as const) : null)
  expect(findBreaches({ ...worker, refusal }, target, now)).toEqual([])
  expect(findBreaches({ ...worker, refusal }, { ...target, on: '2026-12-01' }, now)).toEqual([
    'approval-expired',
  ])
})

test('the law, the policy, time and place forbid; site, language, term and another’s offer are the planner’s to weigh', () => {
  expect(breachCodes.filter((code) => !forbids(code))).toEqual([
    'not-at-their-site',
    'not-in-their-language',
    'offered-to-other',
    'not-in-time',
  ])
})

test('a move is taken back while its mail has not left', () => {
  expect(canUndo(now, now + 599_999, 600_000)).toBe(true)
  expect(canUndo(now, now + 600_000, 600_000)).toBe(false)
})
