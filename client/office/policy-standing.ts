/** How each type of examination stands today, as the rules page lists it. */
import type { ExamType } from '../../signaling/protocol/exam-types.ts'
import type { CalendarDate, Id } from '../../signaling/protocol/primitives.ts'
import type { Approval, PolicyRow, RemoteRule } from '../../signaling/protocol/remote-policy.ts'
import { pilotScopes, ruleFor } from '../../signaling/rules/remote-policy.ts'
import { addDays } from './calendar.ts'

/** `ends-soon`: there is time to ask for a new approval, and not much. */
export type PolicyStanding =
  | { readonly kind: 'off' | 'conversation' }
  | {
      readonly kind: 'approved' | 'begins-later' | 'ends-soon' | 'expired'
      readonly approval: Approval
    }

/** An authority takes its weeks. */
const soonDays = 60

export function toStanding(rule: RemoteRule, today: CalendarDate): PolicyStanding {
  if (rule.kind !== 'approved') return { kind: rule.kind }
  const { approval } = rule
  const { validFrom, validUntil } = approval
  if (validUntil !== null && validUntil < today) return { kind: 'expired', approval }
  if (validFrom > today) return { kind: 'begins-later', approval }
  const endsSoon = validUntil !== null && validUntil <= addDays(today, soonDays)
  return { kind: endsSoon ? 'ends-soon' : 'approved', approval }
}

export interface Pilot {
  readonly reference: string
  readonly scope: string
}

/** Returns the approvals that count, or will, each once: who may be invited under which letter. */
export function toPilots(rows: readonly PolicyRow[], today: CalendarDate): readonly Pilot[] {
  const pilots = new Map<string, Pilot>()
  for (const { rule } of rows) {
    if (rule.kind !== 'approved' || toStanding(rule, today).kind === 'expired') continue
    const { reference, scope } = rule.approval
    if (pilotScopes(reference, rows).length > 0) pilots.set(reference, { reference, scope })
  }
  return [...pilots.values()]
}

export interface PolicyLine {
  readonly examType: ExamType
  readonly forAll: PolicyStanding
  /** Employers with a row of their own. */
  readonly exceptions: readonly { readonly employerId: Id; readonly standing: PolicyStanding }[]
}

export function toPolicyLine(
  examType: ExamType,
  rows: readonly PolicyRow[],
  today: CalendarDate,
): PolicyLine {
  const employerIds = new Set(
    rows.filter((row) => row.examType === examType).flatMap((row) => row.employerId ?? []),
  )
  const standingFor = (employerId: Id | null) =>
    toStanding(ruleFor(examType, employerId, rows).rule, today)
  return {
    examType,
    forAll: standingFor(null),
    exceptions: [...employerIds].map((employerId) => ({
      employerId,
      standing: standingFor(employerId),
    })),
  }
}
