/**
 * Which examinations may be by video. Belgian law has no general permission, so this is a policy: rows that the service
 * records, each for one type of examination, for one employer or for all. A row is never changed; a later one takes its
 * place, so that it can be said at any time under which row an appointment was made.
 */
import type { ExamType } from '../protocol/exam-types.ts'
import type { CalendarDate, Id } from '../protocol/primitives.ts'
import type {
  PolicyDraft,
  PolicyRow,
  RemoteRefusal,
  RemoteRule,
} from '../protocol/remote-policy.ts'
import { isRealDate } from './calendar.ts'
import type { TechnicalAct } from '../protocol/technical-acts.ts'

/** What holds where the service recorded nothing. */
export const defaultRules: { readonly [type in ExamType]: RemoteRule } = {
  'spontaneous': { kind: 'conversation' }, // Code, art. I.4-37: no decision on fitness
  'pre-resumption': { kind: 'conversation' }, // art. I.4-36: advice, no decision on fitness
  'work-potential': { kind: 'conversation' }, // royal decree of 17 December 2025: a talk with a questionnaire
  'maternity': { kind: 'conversation' }, // Book X, title 5: rests on the post and its risks
  'periodic': { kind: 'off' }, // royal decree of 14 May 2019: history and clinical examination
  'reintegration': { kind: 'off' }, // art. I.4-72 and following: its decision can be appealed against
  'pre-assignment': { kind: 'off' }, // art. I.4-26
  'return-to-work': { kind: 'off' }, // art. I.4-34
  'additional-acts': { kind: 'off' }, // art. I.4-30: technical acts by nature
  'prolonged': { kind: 'off' }, // art. I.4-38
  'extension': { kind: 'off' }, // art. I.4-41
}

export interface RemoteQuestion {
  readonly examType: ExamType
  readonly employerId: Id
  /** What has to be done in the same examination, or before it: `rules/exam-due.ts`. */
  readonly actsDue: readonly TechnicalAct[]
  /** The day of the examination, in the service's zone: the approval has to hold then. */
  readonly on: CalendarDate
}

export type RemoteDecision =
  /** `basis` goes into the audit log; version 0 is what holds where nothing was recorded. */
  | {
      readonly allowed: true
      readonly basis: { readonly version: number; readonly reference: string | null }
    }
  | { readonly allowed: false; readonly refusal: RemoteRefusal }

/**
 * An act that is due is named last: it can be an appointment of its own, and the talk be by video, where the rest allows.
 */
export function decideRemote(
  question: RemoteQuestion,
  policy: readonly PolicyRow[],
): RemoteDecision {
  const { examType, employerId, actsDue, on } = question
  const { version, rule } = ruleFor(examType, employerId, policy)
  const refusal = refusalOf(rule, on) ?? (actsDue.length > 0 ? 'act-due' : null)
  if (refusal !== null) return { allowed: false, refusal }
  const reference = rule.kind === 'approved' ? rule.approval.reference : null
  return { allowed: true, basis: { version, reference } }
}

function refusalOf(rule: RemoteRule, on: CalendarDate): RemoteRefusal | null {
  switch (rule.kind) {
    case 'off':
      return 'remote-not-allowed'
    case 'conversation':
      return null
    case 'approved': {
      const { validFrom, validUntil } = rule.approval
      if (on < validFrom) return 'approval-begins-later'
      return validUntil !== null && on > validUntil ? 'approval-expired' : null
    }
  }
}

/** Whether it is a talk by nature, which decides nothing on fitness for a post: no act of a post belongs to it. */
export function isConversation(examType: ExamType): boolean {
  return defaultRules[examType].kind === 'conversation'
}

/** Art. I.4-30: what the authority approves is a talk; an act needs hands. */
export function mayBeApproved(examType: ExamType): boolean {
  return examType !== 'additional-acts'
}

export type RuleProblem = 'approval-missing' | 'acts-by-nature' | 'dates'

/** Why a service may not record this; null where it may. */
export function findRuleProblem({
  examType,
  rule,
}: Pick<PolicyDraft, 'examType' | 'rule'>): RuleProblem | null {
  switch (rule.kind) {
    case 'off':
      return null
    case 'conversation':
      return isConversation(examType) ? null : 'approval-missing'
    case 'approved': {
      if (!mayBeApproved(examType)) return 'acts-by-nature'
      const { givenOn, validFrom, validUntil } = rule.approval
      const real = [givenOn, validFrom, validUntil ?? validFrom].every(isRealDate)
      return real && (validUntil === null || validUntil >= validFrom) ? null : 'dates'
    }
  }
}

/** The latest row for this employer; else the latest for all; else what holds without a row. */
export function ruleFor(
  examType: ExamType,
  employerId: Id | null,
  policy: readonly PolicyRow[],
): Pick<PolicyRow, 'version' | 'rule'> {
  const rows = policy.filter((row) => row.examType === examType)
  return (
    latest(rows.filter((row) => row.employerId === employerId)) ??
    latest(rows.filter((row) => row.employerId === null)) ?? {
      version: 0,
      rule: defaultRules[examType],
    }
  )
}

/** An approval that counts now, or will, and has a last day. */
export interface EndingApproval {
  readonly version: number
  readonly examType: ExamType
  readonly employerId: Id | null
  readonly reference: string
  readonly validUntil: CalendarDate
}

/** Returns the approvals that would end, each until a later row takes its place. */
export function endingApprovals(policy: readonly PolicyRow[]): EndingApproval[] {
  return policy.flatMap(({ version, examType, employerId, rule }) => {
    const isInPlace = latest(
      policy.filter((row) => row.examType === examType && row.employerId === employerId),
    )
    if (isInPlace?.version !== version || rule.kind !== 'approved') return []
    const { reference, validUntil } = rule.approval
    return validUntil === null ? [] : [{ version, examType, employerId, reference, validUntil }]
  })
}

/** Which examinations an approval covers: of one employer, or of all but those with a row of their own. */
export interface PilotScope {
  readonly examType: ExamType
  readonly employerId: Id | null
  readonly exceptEmployers: readonly Id[]
}

/**
 * A pilot is what the authority approved by one letter: the rows that count, or will, with its reference. Returns none for a
 * letter that no row in place names any more.
 */
export function pilotScopes(reference: string, policy: readonly PolicyRow[]): PilotScope[] {
  return policy.flatMap(({ version, examType, employerId, rule }) => {
    const isInPlace = ruleFor(examType, employerId, policy).version === version
    if (!isInPlace || rule.kind !== 'approved' || rule.approval.reference !== reference) return []
    const others = policy.filter((row) => row.examType === examType && row.employerId !== null)
    const exceptEmployers =
      employerId === null ? [...new Set(others.flatMap((row) => row.employerId ?? []))] : []
    return [{ examType, employerId, exceptEmployers }]
  })
}

function latest(rows: readonly PolicyRow[]): PolicyRow | undefined {
  return rows.toSorted((a, b) => b.version - a.version)[0]
}
