/** Which examinations may be by video, as the service records it: rows that are added and never changed. */
import * as Type from 'typebox'
import { ExamType } from './exam-types.ts'
import { CalendarDate, Id, Instant, Line, Name, nullable, strict } from './primitives.ts'

/** The authority's yes. */
export const Approval = strict({
  authority: Name,
  /** How its letter is found again. */
  reference: Line,
  givenOn: CalendarDate,
  validFrom: CalendarDate,
  /** The last day; null while none is set. */
  validUntil: nullable(CalendarDate),
  /** In its own words: for whom, for what. */
  scope: Line,
})
export type Approval = Type.Static<typeof Approval>

/**
 * `off` · `conversation` on without an approval: it ends without a decision on fitness, or rests on the post alone ·
 * `approved` on for as long as the approval holds.
 */
export const RemoteRule = Type.Union([
  strict({ kind: Type.Literal('off') }),
  strict({ kind: Type.Literal('conversation') }),
  strict({ kind: Type.Literal('approved'), approval: Approval }),
])
export type RemoteRule = Type.Static<typeof RemoteRule>

/** `employerId` null: for every employer without a row of its own. */
export const PolicyDraft = strict({
  examType: ExamType,
  employerId: nullable(Id),
  rule: RemoteRule,
})
export type PolicyDraft = Type.Static<typeof PolicyDraft>

/** `version` counts up over all rows; the highest of a type and employer is the one that counts. */
export const PolicyRow = strict({
  ...PolicyDraft.properties,
  version: Type.Integer({ minimum: 1 }),
  recordedAt: Instant,
})
export type PolicyRow = Type.Static<typeof PolicyRow>

/** All rows, the latest first: what counts, and what counted when. */
export const PolicyReply = strict({ rows: Type.Array(PolicyRow, { maxItems: 5000 }) })
export type PolicyReply = Type.Static<typeof PolicyReply>

/** Why the policy does not let an examination be by video; error codes of the same names say what to do instead. */
export const remoteRefusals = [
  'remote-not-allowed',
  'act-due',
  'approval-begins-later',
  'approval-expired',
] as const
export type RemoteRefusal = (typeof remoteRefusals)[number]
export const RemoteRefusal = Type.Unsafe<RemoteRefusal>(
  Type.Union(remoteRefusals.map((code) => Type.Literal(code))),
)
