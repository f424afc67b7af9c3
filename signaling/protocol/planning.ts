/** What the planner's office and a service's own planning software exchange with the server under `/api`. */
import * as Type from 'typebox'
import { RoomCheck } from './employer.ts'
import { ExamType } from './exam-types.ts'
import { RefillNews } from './offers.ts'
import {
  CalendarDate,
  ClockTime,
  EmailAddress,
  Id,
  Instant,
  Line,
  Locale,
  locales,
  Name,
  nullable,
  PhoneNumber,
  PlaceName,
  strict,
} from './primitives.ts'
import { RemoteRefusal, remoteRefusals } from './remote-policy.ts'
import { seatLanguages, type SeatLanguage } from './seat-languages.ts'

export const Employer = strict({ id: Id, name: Name })
export type Employer = Type.Static<typeof Employer>
export const EmployerDraft = strict({ name: Name })
export type EmployerDraft = Type.Static<typeof EmployerDraft>

const SeatLanguage = Type.Unsafe<SeatLanguage>(
  Type.Union(seatLanguages.map((each) => Type.Literal(each))),
)
const OtherLanguages = Type.Array(SeatLanguage, {
  maxItems: seatLanguages.length,
  uniqueItems: true,
})

/** A place of work; `language` is that of the exploitation seat, which the law gives to documents. */
export const Site = strict({
  id: Id,
  employerId: Id,
  name: Name,
  address: nullable(Line),
  /** In which workers are written to, unless theirs is among the others. */
  language: Locale,
  /** Of a seat of two languages, as in Brussels; what holds in a municipality with facilities is for the service to say. */
  otherLanguages: Type.Optional(OtherLanguages),
})
export type Site = Type.Static<typeof Site>
export const SiteDraft = strict({
  employerId: Id,
  name: Name,
  address: nullable(Line),
  language: SeatLanguage,
  otherLanguages: Type.Optional(OtherLanguages),
})
export type SiteDraft = Type.Static<typeof SiteDraft>
/** Written to from now on; what left already stays as it was. */
export const SiteLanguages = strict({ language: SeatLanguage, otherLanguages: OtherLanguages })
export type SiteLanguages = Type.Static<typeof SiteLanguages>

/** A company room that the employer provides for consultations. */
export const Room = strict({
  id: Id,
  siteId: Id,
  name: Name,
  /** As the employer's contact said it; left out where nobody has. */
  lastCheck: Type.Optional(RoomCheck),
})
export type Room = Type.Static<typeof Room>
export const RoomDraft = strict({ siteId: Id, name: Name })
export type RoomDraft = Type.Static<typeof RoomDraft>

/** In which a physician examines; empty where nobody has said so yet: then every language is possible. */
const Languages = Type.Array(Locale, { maxItems: locales.length, uniqueItems: true })

/** `name` as workers read it: "Dr. Lien Claes". `registration` is the RIZIV/INAMI number. */
export const Physician = strict({
  id: Id,
  name: Name,
  email: nullable(EmailAddress),
  registration: nullable(Line),
  languages: Languages,
})
export type Physician = Type.Static<typeof Physician>
export const PhysicianDraft = strict({
  name: Name,
  email: nullable(EmailAddress),
  registration: nullable(Line),
  languages: Languages,
})
export type PhysicianDraft = Type.Static<typeof PhysicianDraft>
export const PhysicianLanguages = strict({ languages: Languages })
export type PhysicianLanguages = Type.Static<typeof PhysicianLanguages>

const workerFields = {
  employerId: Id,
  siteId: nullable(Id),
  /** The employer's own number for this person; with it a second roster finds the same worker again. */
  personnelNumber: nullable(Line),
  firstName: Name,
  lastName: Name,
  birthDate: CalendarDate,
  email: nullable(EmailAddress),
  phone: nullable(PhoneNumber),
  language: Locale,
  /**
   * Signs or reads lips: in a call the picture goes before all. Whether, never why. The service's alone: no column of an
   * employer's roster, and nothing that an employer reads.
   */
  needsPicture: Type.Boolean(),
  /** What they do for the employer; null: nothing that asks for an examination, or not known. */
  postId: nullable(Id),
}
export const Worker = strict({ id: Id, ...workerFields })
export type Worker = Type.Static<typeof Worker>
export const WorkerDraft = strict(workerFields)
export type WorkerDraft = Type.Static<typeof WorkerDraft>
export const PictureNeed = strict({ needed: Type.Boolean() })
export type PictureNeed = Type.Static<typeof PictureNeed>

// -- sessions and slots ---------------------------------------------------------------------------------------------

/** Clock times in which a physician sees nobody. */
export const Break = strict({ from: ClockTime, until: ClockTime })
export type Break = Type.Static<typeof Break>

/** A physician's half day at one place, cut into equal slots. `roomId` null: everyone uses their own phone. */
export const SessionDraft = strict({
  physicianId: Id,
  roomId: nullable(Id),
  date: CalendarDate,
  from: ClockTime,
  until: ClockTime,
  slotMinutes: Type.Integer({ minimum: 5, maximum: 120 }),
  /** Visits in person, in the room or at the service itself; by video when left out. */
  inPerson: Type.Optional(Type.Boolean()),
  /** None when left out. */
  breaks: Type.Optional(Type.Array(Break, { maxItems: 6 })),
  /** Also on a public holiday or a day on which the service is closed; else refused as `public-holiday`, `closed-day`. */
  onDayOff: Type.Optional(Type.Boolean()),
})
export type SessionDraft = Type.Static<typeof SessionDraft>

/** The first days of two weeks: each session of the one is made again in the other, with its slots and without its workers. */
export const WeekCopyDraft = strict({ from: CalendarDate, to: CalendarDate })
export type WeekCopyDraft = Type.Static<typeof WeekCopyDraft>

/** A session that was not made again: its physician or room has one then, it would have begun, or nobody works that day. */
export const SessionSkipped = strict({
  sessionId: Id,
  /** The day on which it would have been. */
  on: CalendarDate,
  reason: Type.Union([
    Type.Literal('overlaps'),
    Type.Literal('past'),
    Type.Literal('public-holiday'),
    Type.Literal('closed-day'),
  ]),
})
export type SessionSkipped = Type.Static<typeof SessionSkipped>
export const WeekCopyReply = strict({
  made: Type.Array(Id, { maxItems: 1000 }),
  skipped: Type.Array(SessionSkipped, { maxItems: 1000 }),
})
export type WeekCopyReply = Type.Static<typeof WeekCopyReply>

/** An appointment's life; `rules/appointment-life.ts` says which step follows which. */
export const appointmentStatuses = [
  'planned',
  'invited',
  'accepted',
  'completed',
  'converted', // to in person: a visit is to be planned, or replaces it
  'cancelled',
  'no-show',
] as const
export type AppointmentStatus = (typeof appointmentStatuses)[number]
export const AppointmentStatus = Type.Unsafe<AppointmentStatus>(
  Type.Union(appointmentStatuses.map((status) => Type.Literal(status))),
)

export const Modality = Type.Union([Type.Literal('remote'), Type.Literal('in-person')])
export type Modality = Type.Static<typeof Modality>

/** What the physician records at the end; nothing medical. */
export const Outcome = Type.Union([
  Type.Literal('done-by-video'),
  Type.Literal('needs-in-person'),
  Type.Literal('not-reached'),
])
export type Outcome = Type.Static<typeof Outcome>

export const InPersonAskedBy = Type.Union([
  Type.Literal('worker'),
  Type.Literal('physician'),
  Type.Literal('planner'), // planned so by the office, or by the service's own planning software
])
export type InPersonAskedBy = Type.Static<typeof InPersonAskedBy>

/** Where an appointment's latest message to the worker stands. */
export const DeliveryState = Type.Union([
  Type.Literal('none'),
  Type.Literal('queued'),
  Type.Literal('sent'),
  Type.Literal('failed'), // given up, or refused by the mail server for good
])
export type DeliveryState = Type.Static<typeof DeliveryState>

export const Appointment = strict({
  id: Id,
  slotId: Id,
  sessionId: Id,
  physicianId: Id,
  workerId: Id,
  startsAt: Instant,
  endsAt: Instant,
  modality: Modality,
  examType: ExamType,
  status: AppointmentStatus,
  outcome: nullable(Outcome),
  /** Who asked for a visit in person, when one is to be planned; never why. */
  inPersonAskedBy: nullable(InPersonAskedBy),
  delivery: strict({
    state: DeliveryState,
    at: nullable(Instant),
    attempts: Type.Integer({ minimum: 0 }),
  }),
})
export type Appointment = Type.Static<typeof Appointment>

export const AppointmentDraft = strict({ slotId: Id, workerId: Id, examType: ExamType })
export type AppointmentDraft = Type.Static<typeof AppointmentDraft>

/**
 * A slot as the office shows it: free, or with its appointment and the worker's name. A converted appointment stays in
 * sight, since a visit in person is to be planned, until someone else gets the slot: it does not hold it.
 */
export const Slot = strict({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  appointment: nullable(
    strict({
      ...Appointment.properties,
      workerName: Name,
      workerLanguage: Locale,
      workerHasEmail: Type.Boolean(),
      employerId: Id,
      employerName: Name,
      /** Why the policy, as it stands now, does not let this planned talk be by video; null where it does. */
      notByVideo: nullable(RemoteRefusal),
      /** By video, though no post asks for it by then: which acts belong to it is not known. Left out where one does. */
      nothingDue: Type.Optional(Type.Literal(true)),
    }),
  ),
  /** Of a free slot: how many requests that wait could have it; left out where none could. */
  waiting: Type.Optional(Type.Integer({ minimum: 1 })),
  /** While somebody is looked for, for a slot that became free. */
  refill: Type.Optional(RefillNews),
})
export type Slot = Type.Static<typeof Slot>

export const Session = strict({
  id: Id,
  physicianId: Id,
  physicianName: Name,
  roomId: nullable(Id),
  /** "Proximus 4.12" for a room; null for own phone. */
  placeName: nullable(PlaceName),
  startsAt: Instant,
  endsAt: Instant,
  slotMinutes: Type.Integer(),
  /** Left out for talks by video. */
  inPerson: Type.Optional(Type.Literal(true)),
  slots: Type.Array(Slot, { maxItems: 200 }),
})
export type Session = Type.Static<typeof Session>

/** Puts workers into the session's free future slots, in the order given. */
export const FillDraft = strict({
  workerIds: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
  examType: ExamType,
})
export type FillDraft = Type.Static<typeof FillDraft>

/**
 * Why a worker got no slot: there was none, or none but for requests that wait; they have an appointment, or the policy does
 * not let it be by video.
 */
export const LeftOutReason = Type.Union([
  Type.Literal('no-free-slot'),
  Type.Literal('kept-for-request'),
  Type.Literal('worker-already-planned'),
  ...remoteRefusals.map((code) => Type.Literal(code)),
])
export type LeftOutReason =
  'no-free-slot' | 'kept-for-request' | 'worker-already-planned' | RemoteRefusal

export const FillReply = strict({
  appointments: Type.Array(Appointment, { maxItems: 200 }),
  leftOut: Type.Array(strict({ workerId: Id, reason: Type.Unsafe<LeftOutReason>(LeftOutReason) }), {
    maxItems: 200,
  }),
})
export type FillReply = Type.Static<typeof FillReply>

/** Takes back what a filling planned, or a single appointment. */
export const FillUndo = strict({
  appointmentIds: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
})
export type FillUndo = Type.Static<typeof FillUndo>

export const FillUndone = strict({
  takenBack: Type.Array(Id, { maxItems: 200 }),
  /** The worker has learnt of it, or it changed since. */
  kept: Type.Array(Id, { maxItems: 200 }),
})
export type FillUndone = Type.Static<typeof FillUndone>

export const InvitationsReply = strict({
  queued: Type.Integer({ minimum: 0 }),
  /** Planned appointments whose worker has no e-mail address. */
  withoutAddress: Type.Array(Id, { maxItems: 200 }),
})
export type InvitationsReply = Type.Static<typeof InvitationsReply>

/** A worker as the office lists them: with the appointment that is still open, if there is one. */
export const WorkerRow = strict({
  ...Worker.properties,
  openAppointment: nullable(
    strict({
      id: Id,
      sessionId: Id,
      startsAt: Instant,
      modality: Modality,
      status: AppointmentStatus,
    }),
  ),
})
export type WorkerRow = Type.Static<typeof WorkerRow>

// -- rosters --------------------------------------------------------------------------------------------------------

/** The columns that a roster may have; the header's spelling in four languages is mapped to these. */
export const rosterColumns = [
  'last-name',
  'first-name',
  'birth-date',
  'email',
  'phone',
  'language',
  'personnel-number',
  'post',
] as const
export type RosterColumn = (typeof rosterColumns)[number]
export const RosterColumn = Type.Unsafe<RosterColumn>(
  Type.Union(rosterColumns.map((column) => Type.Literal(column))),
)

export const rosterProblems = [
  'missing', // an obligatory cell is empty
  'not-a-date',
  'birth-date-implausible', // in the future, under 14 or over 100 years ago
  'not-an-email',
  'not-a-phone-number',
  'not-a-language', // nl, fr, de or en
  'too-long',
  'control-character',
  'formula', // the cell begins as a spreadsheet formula
  'spreadsheet-error', // #REF!, #N/A, 1,23E+09: Excel broke the cell
  'twice-in-file',
  'unknown-post', // the service keeps no post of this name for the employer
  'too-many-cells',
] as const
export type RosterProblem = (typeof rosterProblems)[number]

/** `row` counts as the spreadsheet does: the header is row 1. `column` is the header as it stands in the file. */
export const RosterFinding = strict({
  row: Type.Integer({ minimum: 1 }),
  column: Type.String({ maxLength: 200 }),
  problem: Type.Unsafe<RosterProblem>(
    Type.Union(rosterProblems.map((problem) => Type.Literal(problem))),
  ),
})
export type RosterFinding = Type.Static<typeof RosterFinding>

export const RosterPreview = strict({
  /** SHA-256 of the file, hex: what was previewed is what will be applied. */
  digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  encoding: Type.Union([Type.Literal('utf-8'), Type.Literal('windows-1252')]),
  separator: Type.Union([Type.Literal(';'), Type.Literal(','), Type.Literal('\t')]),
  columns: Type.Array(strict({ header: Type.String({ maxLength: 200 }), column: RosterColumn }), {
    maxItems: 20,
  }),
  /** The first rows as they were understood, for the eye. */
  sample: Type.Array(
    strict({
      row: Type.Integer({ minimum: 2 }),
      firstName: Type.String({ maxLength: 200 }),
      lastName: Type.String({ maxLength: 200 }),
      birthDate: Type.String({ maxLength: 40 }),
      email: nullable(Type.String({ maxLength: 300 })),
      language: Type.String({ maxLength: 40 }),
    }),
    { maxItems: 5 },
  ),
  rows: Type.Integer({ minimum: 0 }),
  added: Type.Integer({ minimum: 0 }),
  changed: Type.Integer({ minimum: 0 }),
  unchanged: Type.Integer({ minimum: 0 }),
  /** Workers of the employer who are not on the list any more; the first of their names. */
  gone: Type.Integer({ minimum: 0 }),
  goneNames: Type.Array(Name, { maxItems: 50 }),
  /** At most 200 are listed; `findingCount` has them all. */
  findings: Type.Array(RosterFinding, { maxItems: 200 }),
  findingCount: Type.Integer({ minimum: 0 }),
  /** Rows that would be left out because of a finding. */
  rowsLeftOut: Type.Integer({ minimum: 0 }),
})
export type RosterPreview = Type.Static<typeof RosterPreview>

export const RosterApplied = strict({
  added: Type.Integer({ minimum: 0 }),
  changed: Type.Integer({ minimum: 0 }),
  unchanged: Type.Integer({ minimum: 0 }),
  /** Of whom it was noted that they have left. */
  gone: Type.Integer({ minimum: 0 }),
  rowsLeftOut: Type.Integer({ minimum: 0 }),
  /** The workers of the file in its order, ready to be put into slots. */
  workerIds: Type.Array(Id, { maxItems: 5000 }),
})
export type RosterApplied = Type.Static<typeof RosterApplied>
