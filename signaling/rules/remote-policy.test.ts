import { expect, test } from 'vitest'
import { decideRemote, pilotApproval, remoteExamTypes, type Approval } from './remote-policy.ts'

test('without an approval only conversations may be remote', () => {
  expect(remoteExamTypes([])).toEqual([
    'pre-resumption',
    'spontaneous',
    'maternity',
    'work-potential',
  ])
})

test('the pilot adds the periodic examination, under its reference', () => {
  expect(decideRemote('periodic', [pilotApproval])).toEqual({
    allowed: true,
    basis: pilotApproval.reference,
  })
})

test('no approval makes an examination with technical acts remote', () => {
  const everything: Approval = {
    examTypes: ['additional-acts', 'pre-assignment', 'return-to-work', 'prolonged', 'extension'],
    reference: 'a letter',
  }
  for (const examType of everything.examTypes) {
    expect(decideRemote(examType, [everything])).toEqual({ allowed: false })
  }
})
