import { describe, expect, test } from 'vitest'
import { examTypes, type ExamType } from '../protocol/exam-types.ts'
import type { PolicyRow } from '../protocol/remote-policy.ts'
import { technicalActs } from '../protocol/technical-acts.ts'
import {
  actsDueIn,
  dueAfter,
  dueAtPost,
  isNothingDue,
  type ExamDue,
  type PostRule,
} from './exam-due.ts'
import { decideRemote, defaultRules, mayBeApproved } from './remote-policy.ts'

const post: PostRule = { examType: 'periodic', periodMonths: 12, acts: ['hearing-test', 'ecg'] }
const today = '2026-11-24'

describe('at a post (annex I.4-5: the risk sets the examination and its period)', () => {
  test('an examination of which none is known is due at once, with every act', () => {
    expect(dueAtPost(post, null, today)).toEqual({
      examType: 'periodic',
      lastOn: null,
      dueOn: today,
      acts: ['hearing-test', 'ecg'],
    })
  })

  const due: ExamDue = {
    examType: 'periodic',
    lastOn: '2026-02-10',
    dueOn: '2027-02-10',
    acts: ['ecg'],
  }

  test.each([
    ['a longer period moves the last day', { periodMonths: 24 }, '2028-02-10', ['ecg']],
    [
      'an act that the work asks for anew is due, one that was done is not',
      { acts: ['hearing-test', 'ecg', 'spirometry'] },
      '2027-02-10',
      ['ecg', 'spirometry'],
    ],
    ['an act that it asks for no more is not', { acts: ['hearing-test'] }, '2027-02-10', []],
    [
      'another type of examination begins anew',
      { examType: 'prolonged' },
      today,
      ['hearing-test', 'ecg'],
    ],
  ] as const)('%s', (_name, change, dueOn, acts) => {
    expect(dueAtPost({ ...post, ...change }, { post, due }, today)).toMatchObject({ dueOn, acts })
  })

  test('a last day that the planner set stays while no examination is known', () => {
    const set = { ...due, lastOn: null, dueOn: '2027-01-15' }
    expect(dueAtPost({ ...post, periodMonths: 24 }, { post, due: set }, today).dueOn).toBe(
      '2027-01-15',
    )
  })
})

describe('at a post of a legal category', () => {
  const safety: PostRule = { ...post, category: 'safety-post' }
  const due: ExamDue = { examType: 'periodic', lastOn: '2026-02-10', dueOn: '2027-02-10', acts: [] }

  test('whoever begins is examined before the work does (Code, art. I.4-26)', () => {
    const first = { examType: 'pre-assignment', lastOn: null, dueOn: today, acts: post.acts }
    expect(dueAtPost(safety, null, today, true)).toEqual(first)
    // From a desk to a safety post.
    expect(dueAtPost(safety, { post, due }, today, true)).toEqual(first)
  })

  test('whoever works there already is examined again (art. I.4-29)', () => {
    expect(dueAtPost(safety, null, today)).toMatchObject({ examType: 'periodic', dueOn: today })
    const other = { ...safety, acts: [] }
    expect(dueAtPost(other, { post: safety, due }, today, true)).toMatchObject(due)
  })

  test('what is due before the work stays due when the post changes, and is followed by the periods', () => {
    const first = dueAtPost(safety, null, today, true)
    const longer = { ...safety, periodMonths: 24 }
    const still = dueAtPost(longer, { post: safety, due: first }, today)
    expect(still).toEqual(first)
    const done = { examType: 'pre-assignment', on: '2026-11-25' } as const
    expect(dueAfter(still, longer, done)).toEqual({
      examType: 'periodic',
      lastOn: '2026-11-25',
      dueOn: '2028-11-25',
      acts: post.acts,
    })
  })
})

describe('after an examination', () => {
  const due: ExamDue = { examType: 'periodic', lastOn: null, dueOn: today, acts: [] }

  test.each([
    ['2026-11-24', 12, '2027-11-24'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
  ])('of %s the next one, %i months later, is due on %s', (on, periodMonths, dueOn) => {
    expect(dueAfter(due, { ...post, periodMonths }, { examType: 'periodic', on })).toEqual({
      examType: 'periodic',
      lastOn: on,
      dueOn,
      acts: post.acts,
    })
  })

  test('before the assignment the periods count from it (Code, art. I.4-26)', () => {
    const done = { examType: 'pre-assignment', on: '2026-11-24' } as const
    expect(dueAfter(due, post, done)).toMatchObject({ examType: 'periodic', dueOn: '2027-11-24' })
  })

  test('of another type the same is due as before', () => {
    expect(dueAfter(due, post, { examType: 'spontaneous', on: today })).toBe(due)
  })

  test.each(examTypes.filter((type) => type !== 'pre-assignment'))(
    'Code, art. I.4-26: %s does not settle the one that is due before the assignment',
    (done) => {
      const first: ExamDue = { ...due, examType: 'pre-assignment', acts: ['ecg'] }
      const safety: PostRule = { ...post, category: 'safety-post' }
      expect(dueAfter(first, safety, { examType: done, on: today })).toBe(first)
    },
  )
})

describe('by video, for every type of examination, with and without an act due, whatever the approval', () => {
  const on = '2026-11-24'
  const approvals = {
    'none recorded': [],
    'off': [{ kind: 'off' }],
    'valid': [{ validFrom: '2026-01-01', validUntil: '2026-12-31' }],
    'over': [{ validFrom: '2026-01-01', validUntil: '2026-11-23' }],
    'not begun': [{ validFrom: '2026-11-25', validUntil: null }],
  } as const
  const cases = examTypes.flatMap((examType) =>
    [null, ...technicalActs].flatMap((act) =>
      (Object.keys(approvals) as (keyof typeof approvals)[]).map((approval) => ({
        examType,
        act,
        approval,
      })),
    ),
  )

  test.each(cases)('$examType, act $act, approval $approval', ({ examType, act, approval }) => {
    const due: ExamDue = { examType, lastOn: null, dueOn: on, acts: act === null ? [] : [act] }
    const actsDue = actsDueIn(examType, due, on)
    const decision = decideRemote(
      { examType, employerId: 'employer', actsDue, on },
      toPolicy(examType, approval),
    )
    expect(decision.allowed ? null : decision.refusal).toBe(expected(examType, act, approval))
  })

  const talks: Partial<Record<ExamType, string>> = {
    'spontaneous': 'Code, art. I.4-37',
    'pre-resumption': 'Code, art. I.4-36',
    'work-potential': 'royal decree of 17 December 2025',
    'maternity': 'Code, Book X, title 5',
  }
  const ofPosts: Partial<Record<ExamType, string>> = {
    'pre-assignment': 'Code, art. I.4-26',
    'periodic': 'Code, art. I.4-29',
  }
  const days = [
    ['on its last day', on],
    ['long before its last day', '2028-11-24'],
  ] as const
  const planned = (['pre-assignment', 'periodic'] as const).flatMap((due) =>
    examTypes.flatMap((examType) =>
      days.map(([when, dueOn]) => {
        const needsAct = !(examType in talks) && (examType in ofPosts || dueOn === on)
        const article = talks[examType] ?? ofPosts[examType] ?? 'Code, art. I.4-30'
        return { due, examType, when, dueOn, article, verdict: needsAct ? 'act-due' : 'allowed' }
      }),
    ),
  )
  test.each(planned)(
    '$article: $examType, planned while $due is due with an act, $when: $verdict',
    ({ due, examType, dueOn, verdict }) => {
      const acts = ['ecg'] as const
      const actsDue = actsDueIn(examType, { examType: due, lastOn: null, dueOn, acts }, on)
      const question = { examType, employerId: 'employer', actsDue, on }
      const decision = decideRemote(question, toPolicy(examType, 'valid'))
      expect(decision.allowed ? 'allowed' : decision.refusal).toBe(verdict)
    },
  )

  test('a talk that the post itself asks for waits for the post’s acts, and where nothing is due nothing waits', () => {
    const due: ExamDue = { examType: 'maternity', lastOn: null, dueOn: '2028-11-24', acts: ['ecg'] }
    expect(actsDueIn('maternity', due, on)).toEqual(['ecg'])
    expect(actsDueIn('periodic', null, on)).toEqual([])
  })

  function toPolicy(
    examType: PolicyRow['examType'],
    approval: keyof typeof approvals,
  ): readonly PolicyRow[] {
    return approvals[approval].map((each) => ({
      version: 1,
      examType,
      employerId: null,
      recordedAt: '2026-01-01T00:00:00.000Z',
      rule:
        'kind' in each
          ? each
          : {
              kind: 'approved',
              approval: {
                authority: 'FPS',
                reference: '1',
                givenOn: '2026-01-01',
                scope: 'all',
                ...each,
              },
            },
    }))
  }

  /** Said once more, in words of its own: the first rule that refuses is named, and the act last. */
  function expected(
    examType: PolicyRow['examType'],
    act: string | null,
    approval: keyof typeof approvals,
  ) {
    const byRule = {
      'none recorded': defaultRules[examType].kind === 'off' ? 'remote-not-allowed' : null,
      'off': 'remote-not-allowed',
      'valid': null,
      'over': 'approval-expired',
      'not begun': 'approval-begins-later',
    }[approval]
    // Nobody can record one for acts by nature; had somebody, the act would still be due.
    if (!mayBeApproved(examType) && approval === 'none recorded') return 'remote-not-allowed'
    return byRule ?? (act === null ? null : 'act-due')
  }
})

describe('nothing is due', () => {
  const due = { examType: 'periodic', lastOn: null, acts: [] } as const
  test.each([
    ['without a post, whose acts nobody knows then', 'periodic', null, true],
    ['where the next one is more than three months away', 'periodic', '2027-02-23', true],
    ['not where it is sooner', 'periodic', '2027-02-22', false],
    ['not where it is late', 'pre-assignment', '2026-01-01', false],
    ['never for what posts do not ask for', 'spontaneous', null, false],
  ] as const)('%s', (_name, examType, dueOn, expected) => {
    const known = dueOn === null ? null : { ...due, dueOn, acts: [] }
    expect(isNothingDue(examType, known, today)).toBe(expected)
  })
})
