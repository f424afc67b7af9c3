/** A cohort: due workers who are planned and invited together. Looked at first, then confirmed as it was shown. */
import * as Type from 'typebox'
import { ExamType } from './exam-types.ts'
import {
  CalendarDate,
  Id,
  Instant,
  Line,
  Locale,
  Name,
  nullable,
  PlaceName,
  strict,
} from './primitives.ts'
import { remoteRefusals, type RemoteRefusal } from './remote-policy.ts'
import { TechnicalAct, technicalActs } from './technical-acts.ts'

/** More at once is read by nobody; the next ones are a cohort of their own. */
export const cohortSize = 400

const Seat = strict({ workerId: Id, slotId: Id })

/** Who is due until `dueUntil` and has no appointment, into the free slots of `from` to `until`, both included. */
export const CohortDraft = strict({
  employerId: nullable(Id),
  /** The reference of an approval: only whose examination it covers. Left out: whichever rule lets it be by video, or none. */
  pilot: Type.Optional(Line),
  dueUntil: CalendarDate,
  from: CalendarDate,
  until: CalendarDate,
  /** Whom the planner took out. */
  without: Type.Array(Id, { maxItems: cohortSize, uniqueItems: true }),
  /** Which slots the planner chose, for whom. */
  wished: Type.Array(Seat, { maxItems: cohortSize }),
})
export type CohortDraft = Type.Static<typeof CohortDraft>

export const cohortReasons = [
  'no-free-slot',
  'worker-already-planned',
  'kept-for-request', // what is free is for somebody who asked, and whose term is shorter
  'wants-in-person',
  'not-at-their-site',
  'not-in-their-language',
  ...remoteRefusals,
] as const
export type CohortReason =
  | 'no-free-slot'
  | 'worker-already-planned'
  | 'kept-for-request'
  | 'wants-in-person'
  | 'not-at-their-site'
  | 'not-in-their-language'
  | RemoteRefusal
export const CohortReason = Type.Unsafe<CohortReason>(
  Type.Union(cohortReasons.map((reason) => Type.Literal(reason))),
)

const memberFields = {
  workerId: Id,
  workerName: Name,
  language: Locale,
  examType: ExamType,
  dueOn: CalendarDate,
}

export const CohortSlot = strict({
  id: Id,
  startsAt: Instant,
  physicianName: Name,
  /** "Proximus 4.12" for a room; null for own phone. */
  placeName: nullable(PlaceName),
})
export type CohortSlot = Type.Static<typeof CohortSlot>

export const CohortPlaced = strict({
  ...memberFields,
  slot: CohortSlot,
  /** Not after the last day. */
  inTime: Type.Boolean(),
  hasEmail: Type.Boolean(),
})
export type CohortPlaced = Type.Static<typeof CohortPlaced>

export const CohortLeftOut = strict({
  ...memberFields,
  acts: Type.Array(TechnicalAct, { maxItems: technicalActs.length }),
  reason: CohortReason,
})
export type CohortLeftOut = Type.Static<typeof CohortLeftOut>

export const CohortPreview = strict({
  /** By the time of their slot. */
  placed: Type.Array(CohortPlaced, { maxItems: cohortSize }),
  /** By last day. */
  leftOut: Type.Array(CohortLeftOut, { maxItems: cohortSize }),
  /** What stays free, the earliest first. */
  free: Type.Array(CohortSlot, { maxItems: cohortSize }),
  /** What stays free for requests that wait, the earliest first: those are planned before what is due. */
  kept: Type.Array(CohortSlot, { maxItems: cohortSize }),
  /** More are due than one cohort holds; these are the first. */
  more: Type.Boolean(),
})
export type CohortPreview = Type.Static<typeof CohortPreview>

/** As it was shown; the examination, so that nobody is invited to another one than the planner saw. */
export const CohortSeat = strict({ ...Seat.properties, examType: ExamType })
export type CohortSeat = Type.Static<typeof CohortSeat>

export const Cohort = strict({
  seats: Type.Array(CohortSeat, { minItems: 1, maxItems: cohortSize }),
})
export type Cohort = Type.Static<typeof Cohort>

export const CohortReply = strict({
  planned: Type.Integer({ minimum: 0 }),
  /** Invitations that wait to be sent. */
  queued: Type.Integer({ minimum: 0 }),
  /** Workers without an e-mail address: to be telephoned. */
  withoutAddress: Type.Array(Id, { maxItems: cohortSize }),
})
export type CohortReply = Type.Static<typeof CohortReply>
