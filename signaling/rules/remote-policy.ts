/**
 * Which examinations may be planned by video. Belgian law has no general permission: a consultation that ends without a
 * decision on fitness may be held remotely, an assessment with a clinical examination or technical acts may not.
 */
import { examTypes, type ExamType } from '../protocol/exam-types.ts'

/**
 * `allowed` without more · `needs-approval` only under an approval by the authority, for those whom it covers ·
 * `refused` a physical examination is part of it.
 */
export type RemoteRule = 'allowed' | 'needs-approval' | 'refused'

export const remoteRules: Record<ExamType, RemoteRule> = {
  'spontaneous': 'allowed', // art. I.4-37: no decision on fitness
  'pre-resumption': 'allowed', // art. I.4-36: advice, no decision on fitness
  'work-potential': 'allowed', // royal decree of 17 December 2025: a conversation with a questionnaire
  'maternity': 'allowed', // depends on the post and its risks; the physician may convert at any time
  'periodic': 'needs-approval', // royal decree of 14 May 2019: history and clinical examination
  'reintegration': 'refused', // art. I.4-72 and following: its decision can be appealed against, an examination is likely
  'pre-assignment': 'refused',
  'return-to-work': 'refused',
  'additional-acts': 'refused', // technical acts by nature
  'prolonged': 'refused',
  'extension': 'refused',
}

/** The authority's yes to what is otherwise not allowed. `reference` is how the authority's letter is found again. */
export interface Approval {
  readonly examTypes: readonly ExamType[]
  readonly reference: string
}

/**
 * Under which the pilot runs: periodic examinations for which no technical act is due, invited by a mail that says it is
 * a teleconsultation, in person on request. Visite cannot know that the approval is there, nor whether an act is due:
 * the service that plans does.
 */
export const pilotApproval: Approval = {
  examTypes: ['periodic'],
  reference: 'pilot supported by the FPS Employment, Labour and Social Dialogue (2022)',
}

export type RemoteDecision =
  /** `basis` goes into the audit log: the rule itself, or the approval's reference. */
  { readonly allowed: true; readonly basis: string } | { readonly allowed: false }

export function decideRemote(examType: ExamType, approvals: readonly Approval[]): RemoteDecision {
  switch (remoteRules[examType]) {
    case 'allowed':
      return { allowed: true, basis: 'rule' }
    case 'needs-approval': {
      const approval = approvals.find((candidate) => candidate.examTypes.includes(examType))
      return approval === undefined
        ? { allowed: false }
        : { allowed: true, basis: approval.reference }
    }
    case 'refused':
      return { allowed: false }
  }
}

/** The types that a planner may choose, in the order of the list of types. */
export function remoteExamTypes(approvals: readonly Approval[]): ExamType[] {
  return examTypes.filter((examType) => decideRemote(examType, approvals).allowed)
}
