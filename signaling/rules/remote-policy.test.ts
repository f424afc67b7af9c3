import { describe, expect, test } from 'vitest'
import { examTypes, type ExamType } from '../protocol/exam-types.ts'
import { technicalActs, type TechnicalAct } from '../protocol/technical-acts.ts'
import type { Approval, PolicyRow } from '../protocol/remote-policy.ts'
import { decideRemote, findRuleProblem, pilotScopes } from './remote-policy.ts'

const employerId = 'employer-00000001'
const on = '2026-11-24'

const approval: Approval = {
  authority: 'FPS Employment, Labour and Social Dialogue',
  reference: 'letter 1234',
  givenOn: '2026-06-01',
  validFrom: '2026-09-01',
  validUntil: '2026-12-31',
  scope: '180 workers of one employer',
}

const row = (
  examType: ExamType,
  rule: PolicyRow['rule'],
  more?: Partial<PolicyRow>,
): PolicyRow => ({
  version: 1,
  examType,
  employerId: null,
  rule,
  recordedAt: '2026-06-01T08:00:00.000Z',
  ...more,
})
const approved = (examType: ExamType, more?: Partial<Approval>) =>
  row(examType, { kind: 'approved', approval: { ...approval, ...more } })

const conversations: readonly ExamType[] = [
  'spontaneous', // Code, art. I.4-37
  'pre-resumption', // art. I.4-36
  'work-potential', // royal decree of 17 December 2025
  'maternity', // Book X, title 5
]

/** The states in which an approval can be on the day of the examination, with the code of the refusal or `allowed`. */
const approvalStates = {
  'none recorded': [[], 'remote-not-allowed'],
  'valid': [[{}], 'allowed'],
  'valid from this day on': [[{ validFrom: on }], 'allowed'],
  'valid up to this day': [[{ validUntil: on }], 'allowed'],
  'without an end': [[{ validUntil: null }], 'allowed'],
  'from tomorrow': [[{ validFrom: '2026-11-25' }], 'approval-begins-later'],
  'over since yesterday': [[{ validUntil: '2026-11-23' }], 'approval-expired'],
} as const

function verdict(
  examType: ExamType,
  actsDue: readonly TechnicalAct[],
  policy: readonly PolicyRow[],
) {
  const decision = decideRemote({ examType, employerId, actsDue, on }, policy)
  return decision.allowed ? 'allowed' : decision.refusal
}

describe('Code, art. I.4-26 to I.4-72: each type of examination, each act, each state of the approval', () => {
  const cases = examTypes.flatMap((examType) =>
    Object.entries(approvalStates).flatMap(([state, [approvals, verdictUnderIt]]) =>
      [null, ...technicalActs].map((act) => {
        const conversation = approvals.length === 0 && conversations.includes(examType)
        const withoutActs = conversation ? 'allowed' : verdictUnderIt
        return {
          examType,
          state,
          act,
          policy: approvals.map((more) => approved(examType, more)),
          expected: act !== null && withoutActs === 'allowed' ? 'act-due' : withoutActs,
        }
      }),
    ),
  )

  test.each(cases)('$examType, approval $state, act $act: $expected', (each) => {
    const acts = each.act === null ? [] : [each.act]
    expect(verdict(each.examType, acts, each.policy)).toBe(each.expected)
  })

  test('are all in the table', () => {
    expect(cases).toHaveLength(11 * 7 * (1 + technicalActs.length))
  })
})

describe('the row that counts', () => {
  test('is the employer’s own, even where a later one stands for all', () => {
    const own = row('periodic', { kind: 'off' }, { employerId, version: 1 })
    const forAll = { ...approved('periodic'), version: 2 }
    expect(verdict('periodic', [], [own, forAll])).toBe('remote-not-allowed')
    expect(verdict('periodic', [], [forAll])).toBe('allowed')
  })

  test('is the latest: what was switched on can be switched off', () => {
    const on1 = approved('periodic')
    const off2 = row('periodic', { kind: 'off' }, { version: 2 })
    expect(verdict('periodic', [], [on1, off2])).toBe('remote-not-allowed')
    expect(verdict('periodic', [], [off2, on1])).toBe('remote-not-allowed')
  })

  test('may switch a conversation off', () => {
    expect(verdict('maternity', [], [row('maternity', { kind: 'off' })])).toBe('remote-not-allowed')
  })

  test('of another employer counts for nobody else', () => {
    const other = { ...approved('periodic'), employerId: 'employer-00000002' }
    expect(verdict('periodic', [], [other])).toBe('remote-not-allowed')
  })
})

describe('what is told', () => {
  test('with a yes: under which row and letter, for the audit log', () => {
    const question = { examType: 'periodic', employerId, actsDue: [], on } as const
    expect(decideRemote(question, [{ ...approved('periodic'), version: 7 }])).toEqual({
      allowed: true,
      basis: { version: 7, reference: 'letter 1234' },
    })
  })

  test('with a no for an act: that it is the act, which can be an appointment of its own', () => {
    const question = { examType: 'periodic', employerId, actsDue: ['spirometry'], on } as const
    expect(decideRemote(question, [approved('periodic')])).toEqual({
      allowed: false,
      refusal: 'act-due',
    })
  })

  test('with a no for the approval: that it was there, and is over', () => {
    const question = { examType: 'periodic', employerId, actsDue: [], on: '2027-01-01' } as const
    expect(decideRemote(question, [approved('periodic')])).toEqual({
      allowed: false,
      refusal: 'approval-expired',
    })
  })
})

describe('a service may record', () => {
  const rule = (more?: Partial<Approval>) =>
    ({ kind: 'approved', approval: { ...approval, ...more } }) as const

  test.each(examTypes)('of %s that it is off', (examType) => {
    expect(findRuleProblem({ examType, rule: { kind: 'off' } })).toBeNull()
  })

  test.each(examTypes.filter((type) => type !== 'additional-acts'))(
    'of %s that it is approved',
    (examType) => {
      expect(findRuleProblem({ examType, rule: rule() })).toBeNull()
    },
  )

  test('art. I.4-30: never that technical acts are', () => {
    const draft = { examType: 'additional-acts', rule: rule() } as const
    expect(findRuleProblem(draft)).toBe('acts-by-nature')
  })

  test.each(examTypes)('without an approval of %s only what is a conversation', (examType) => {
    expect(findRuleProblem({ examType, rule: { kind: 'conversation' } })).toBe(
      conversations.includes(examType) ? null : 'approval-missing',
    )
  })

  test.each([
    ['that ends before it begins', { validFrom: '2026-09-01', validUntil: '2026-08-31' }],
    ['of a day that no calendar has', { givenOn: '2026-02-30' }],
  ])('no approval %s', (_name, more) => {
    expect(findRuleProblem({ examType: 'periodic', rule: rule(more) })).toBe('dates')
  })
})

describe('a pilot covers what the letter of its approval does', () => {
  const { reference } = approval

  test('of every employer, but for those with a row of their own', () => {
    const policy = [
      approved('periodic'),
      row('periodic', { kind: 'off' }, { version: 2, employerId }),
      approved('maternity', { reference: 'another letter' }),
    ]
    expect(pilotScopes(reference, policy)).toEqual([
      { examType: 'periodic', employerId: null, exceptEmployers: [employerId] },
    ])
  })

  test('of one employer alone, as long as no later row takes its place', () => {
    const own = { ...approved('periodic'), employerId }
    expect(pilotScopes(reference, [own])).toEqual([
      { examType: 'periodic', employerId, exceptEmployers: [] },
    ])
    const later = row('periodic', { kind: 'off' }, { version: 2, employerId })
    expect(pilotScopes(reference, [own, later])).toEqual([])
  })
})
