/** Who is to come in person and has no visit yet, as the office works through it. */
import * as Type from 'typebox'
import { ExamType } from './exam-types.ts'
import { FreeSlot } from './free-slot.ts'
import { LegalClock } from './legal-clock.ts'
import { InPersonAskedBy } from './planning.ts'
import {
  CalendarDate,
  EmailAddress,
  Id,
  Instant,
  Locale,
  Name,
  nullable,
  PhoneNumber,
  strict,
} from './primitives.ts'

export const VisitWish = strict({
  /** Of the talk by video that it replaces. */
  appointmentId: Id,
  workerId: Id,
  examType: ExamType,
  askedAt: Instant,
  inPersonAskedBy: InPersonAskedBy,
  /** Goes on as it was; null where the law sets no term and nothing is due. */
  clock: nullable(LegalClock),
  firstName: Name,
  lastName: Name,
  birthDate: CalendarDate,
  employerName: Name,
  email: nullable(EmailAddress),
  phone: nullable(PhoneNumber),
  language: Locale,
})
export type VisitWish = Type.Static<typeof VisitWish>
export const VisitWishes = Type.Array(VisitWish, { maxItems: 500 })

/** A free slot, as it would be for one of them. */
export const VisitSlot = strict({ ...FreeSlot.properties, inTime: Type.Boolean() })
export type VisitSlot = Type.Static<typeof VisitSlot>
export const VisitSlots = Type.Array(VisitSlot, { maxItems: 50 })
