/** What the office should know without looking for it. */
import * as Type from 'typebox'
import { ExamType } from './exam-types.ts'
import { CalendarDate, Id, Instant, Line, nullable, strict } from './primitives.ts'

export const Notices = strict({
  /** Approvals that end soon: after the day nothing new is booked by video under them. */
  approvals: Type.Array(
    strict({
      examType: ExamType,
      employerId: nullable(Id),
      reference: Line,
      validUntil: CalendarDate,
    }),
    { maxItems: 1000 },
  ),
  /** Sessions to come in which somebody was invited and has not answered in time. */
  unanswered: Type.Array(
    strict({ sessionId: Id, startsAt: Instant, count: Type.Integer({ minimum: 1 }) }),
    { maxItems: 1000 },
  ),
})
export type Notices = Type.Static<typeof Notices>
