/** What workers ask for of their own accord, and what the planner's office sees of it. */
import * as Type from 'typebox'
import { FreeSlot } from './free-slot.ts'
import { LegalClock } from './legal-clock.ts'
import { Modality } from './planning.ts'
import { askers, requestedTypes, type AskedBy, type RequestedType } from './request-kinds.ts'
import { CallLinkBody, ServiceContact } from './my-appointment.ts'
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

export const dayParts = ['morning', 'afternoon'] as const
export type DayPart = (typeof dayParts)[number]

/** When it suits them. An empty list leaves the choice to the service. */
export const Moments = strict({
  /** ISO 8601: Monday is 1, Saturday 6. */
  weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 6 }), {
    maxItems: 6,
    uniqueItems: true,
  }),
  parts: Type.Array(Type.Unsafe<DayPart>(Type.Union(dayParts.map((part) => Type.Literal(part)))), {
    maxItems: 2,
    uniqueItems: true,
  }),
})
export type Moments = Type.Static<typeof Moments>

const wish = {
  moments: Moments,
  /** Whether the employer may be told; Code, art. I.4-37: no unless the worker says so. */
  tellEmployer: Type.Boolean(),
}

/** Asked from the public page: who it is, is only claimed. */
export const RequestDraft = strict({
  firstName: Name,
  lastName: Name,
  birthDate: CalendarDate,
  employerName: Name,
  email: nullable(EmailAddress),
  phone: nullable(PhoneNumber),
  language: Locale,
  ...wish,
})
export type RequestDraft = Type.Static<typeof RequestDraft>

/** Asked with a call link, of an appointment that may be long over: it says who it is. */
export const LinkRequestDraft = strict({
  ...CallLinkBody.properties,
  language: Locale,
  ...wish,
})
export type LinkRequestDraft = Type.Static<typeof LinkRequestDraft>

/** Until when the service has to see them at the latest. */
export const RequestReceived = strict({ dueOn: CalendarDate, service: ServiceContact })
export type RequestReceived = Type.Static<typeof RequestReceived>

const person = { firstName: Name, lastName: Name, birthDate: CalendarDate, employerName: Name }
const KnownPerson = strict({ workerId: Id, ...person })
export type KnownPerson = Type.Static<typeof KnownPerson>

const RequestedType = Type.Unsafe<RequestedType>(
  Type.Union(requestedTypes.map((type) => Type.Literal(type))),
)
const AskedBy = Type.Unsafe<AskedBy>(Type.Union(askers.map((each) => Type.Literal(each))))

/** A request that came by telephone or letter, noted by the office. */
export const RequestNote = strict({
  workerId: Id,
  examType: RequestedType,
  askedBy: AskedBy,
  /** From which the term runs: the day on which it was asked, or on which they work again. */
  from: CalendarDate,
  /** What the employer asked for, or knows of as the work resumes, is theirs to know. */
  tellEmployer: Type.Boolean(),
})
export type RequestNote = Type.Static<typeof RequestNote>
export const RequestNoted = strict({ id: Id, dueOn: CalendarDate })
export type RequestNoted = Type.Static<typeof RequestNoted>

/** One that waits for a slot, as the office lists it: the nearest end first. */
export const RequestRow = strict({
  id: Id,
  examType: RequestedType,
  askedAt: Instant,
  askedBy: AskedBy,
  clock: LegalClock,
  claimed: strict(person),
  email: nullable(EmailAddress),
  phone: nullable(PhoneNumber),
  language: Locale,
  ...wish,
  /** Null until the service has said who this is. */
  worker: nullable(KnownPerson),
  /** Workers who may be this person: the same birth date, and a name that is alike. */
  alike: Type.Array(KnownPerson, { maxItems: 10 }),
})
export type RequestRow = Type.Static<typeof RequestRow>
export const RequestRows = Type.Array(RequestRow, { maxItems: 500 })

export const RequestWorker = strict({ workerId: Id })
export const RequestPlan = strict({ slotId: Id })

/** A free slot, as it would be for one request. */
export const RequestSlot = strict({
  ...FreeSlot.properties,
  /** Whether it is at a moment that suits them. */
  suits: Type.Boolean(),
  inTime: Type.Boolean(),
  modality: Modality,
})
export type RequestSlot = Type.Static<typeof RequestSlot>
export const RequestSlots = Type.Array(RequestSlot, { maxItems: 50 })
