/** What the office should know without looking for it. */
import * as Type from 'typebox'
import { ExamType } from './exam-types.ts'
import { CalendarDate, Id, Instant, Line, nullable, strict } from './primitives.ts'

const FailingRelay = strict({
  /** As it stands in the settings. */
  address: Type.String({ maxLength: 300 }),
  since: Instant,
  // What the relay's probe tells: another word there is an error of types where the office's notices are read.
  problem: Type.Union([
    Type.Literal('unknown-name'),
    Type.Literal('nobody-listens'),
    Type.Literal('tls-failed'),
    Type.Literal('silent'),
    Type.Literal('refused'),
    Type.Literal('full'),
    Type.Literal('failed'),
  ]),
})

export const Notices = strict({
  /** Null while the relay works, or where none is set. */
  relay: nullable(
    strict({
      /** Which calls still connect: those that find another address of it, those with a direct way, or none. */
      calls: Type.Union([
        Type.Literal('by-another'),
        Type.Literal('direct-only'),
        Type.Literal('none'),
      ]),
      failing: Type.Array(FailingRelay, { minItems: 1, maxItems: 20 }),
    }),
  ),
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
