/** What the physician's desk reads and writes by HTTP; who is present comes over the socket. */
import * as Type from 'typebox'
import { Declarations } from './consents.ts'
import { ExamType } from './exam-types.ts'
import { RefillNews } from './offers.ts'
import { AppointmentStatus, Outcome } from './planning.ts'
import {
  CalendarDate,
  Id,
  Instant,
  Locale,
  Name,
  nullable,
  PhoneNumber,
  PlaceName,
  strict,
} from './primitives.ts'

export const DeskRow = strict({
  appointmentId: Id,
  startsAt: Instant,
  endsAt: Instant,
  status: AppointmentStatus,
  outcome: nullable(Outcome),
  examType: ExamType,
  /** The call begins with the picture before all: for the examination, or for the worker, who signs or reads lips. */
  needsPicture: Type.Boolean(),
  /** What the worker declared and did not take back. */
  declared: Declarations,
  worker: strict({
    firstName: Name,
    lastName: Name,
    birthDate: CalendarDate,
    language: Locale,
    phone: nullable(PhoneNumber),
  }),
})
export type DeskRow = Type.Static<typeof DeskRow>

export const DeskSession = strict({
  id: Id,
  placeName: nullable(PlaceName),
  startsAt: Instant,
  endsAt: Instant,
  rows: Type.Array(DeskRow, { maxItems: 200 }),
  /** Slots that became free and for which somebody is looked for. */
  refills: Type.Optional(Type.Array(RefillNews, { maxItems: 200 })),
})
export type DeskSession = Type.Static<typeof DeskSession>

/** Today in the service's zone, and the next session when there is none today. */
export const DeskDay = strict({
  physicianName: Name,
  sessions: Type.Array(DeskSession, { maxItems: 10 }),
  next: nullable(strict({ startsAt: Instant, placeName: nullable(PlaceName) })),
})
export type DeskDay = Type.Static<typeof DeskDay>

export const OutcomeDraft = strict({ outcome: Outcome })
export type OutcomeDraft = Type.Static<typeof OutcomeDraft>
