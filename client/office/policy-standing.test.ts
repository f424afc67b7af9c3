import { describe, expect, test } from 'vitest'
import type { Approval, PolicyRow, RemoteRule } from '../../signaling/protocol/remote-policy.ts'
import { toPilots, toPolicyLine, toStanding } from './policy-standing.ts'

const today = '2026-11-24'
const approval: Approval = {
  authority: 'FPS Employment',
  reference: 'letter 1234',
  givenOn: '2026-06-01',
  validFrom: '2026-06-01',
  validUntil: null,
  scope: 'one employer',
}
const approved = (more?: Partial<Approval>): RemoteRule => ({
  kind: 'approved',
  approval: { ...approval, ...more },
})

describe('an approval', () => {
  test.each([
    ['without an end', {}, 'approved'],
    ['that ends next year', { validUntil: '2027-06-30' }, 'approved'],
    ['that ends within sixty days', { validUntil: '2027-01-23' }, 'ends-soon'],
    ['on its last day', { validUntil: today }, 'ends-soon'],
    ['on the day after', { validUntil: '2026-11-23' }, 'expired'],
    ['that begins tomorrow', { validFrom: '2026-11-25' }, 'begins-later'],
  ] as const)('%s: %s', (_name, more, kind) => {
    expect(toStanding(approved(more), today).kind).toBe(kind)
  })
})

test('a pilot is an approval that counts or will, named once, however many types it covers', () => {
  const row = (version: number, examType: PolicyRow['examType'], rule: RemoteRule): PolicyRow => ({
    version,
    examType,
    employerId: null,
    rule,
    recordedAt: '2026-11-24T08:00:00.000Z',
  })
  const { scope } = approval
  const rows = [
    row(1, 'periodic', approved({ reference: 'A' })),
    row(2, 'maternity', approved({ reference: 'A' })),
    row(3, 'extension', approved({ reference: 'over', validUntil: '2026-11-23' })),
    row(4, 'prolonged', approved({ reference: 'withdrawn' })),
    row(5, 'prolonged', { kind: 'off' }),
    row(6, 'reintegration', approved({ reference: 'B', validFrom: '2027-01-01' })),
  ]
  expect(toPilots(rows, today)).toEqual([
    { reference: 'A', scope },
    { reference: 'B', scope },
  ])
})

test('a type shows what holds for all, and each employer with a row of its own', () => {
  const row = (version: number, employerId: string | null, rule: RemoteRule): PolicyRow => ({
    version,
    examType: 'periodic',
    employerId,
    rule,
    recordedAt: '2026-11-24T08:00:00.000Z',
  })
  const rows = [
    row(1, 'employer-00000001', { kind: 'off' }),
    row(2, 'employer-00000001', approved()),
    row(3, 'employer-00000002', { kind: 'off' }),
  ]
  expect(toPolicyLine('periodic', rows, today)).toEqual({
    examType: 'periodic',
    forAll: { kind: 'off' },
    exceptions: [
      { employerId: 'employer-00000001', standing: { kind: 'approved', approval } },
      { employerId: 'employer-00000002', standing: { kind: 'off' } },
    ],
  })
})
