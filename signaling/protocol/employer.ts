/** What an employer's contact reads and does; and what evaluators read. */
import * as Type from 'typebox'
import {
  EmailAddress,
  Id,
  Instant,
  Line,
  Locale,
  Name,
  nullable,
  PlaceName,
  strict,
} from './primitives.ts'

/** Somebody of an employer who has an account. */
export const Contact = strict({
  id: Id,
  employerId: Id,
  name: Name,
  email: EmailAddress,
  language: Locale,
  disabled: Type.Boolean(),
})
export type Contact = Type.Static<typeof Contact>
export const ContactDraft = strict({
  employerId: Id,
  name: Name,
  email: EmailAddress,
  language: Locale,
})
export type ContactDraft = Type.Static<typeof ContactDraft>

/** Whether the room was found fit for a talk, and when. */
export const RoomCheck = strict({ at: Instant, fit: Type.Boolean() })
export type RoomCheck = Type.Static<typeof RoomCheck>
export const RoomCheckDraft = strict({ fit: Type.Boolean() })

const list = <T extends Type.TSchema>(schema: T) => Type.Array(schema, { maxItems: 2000 })

/** All that an employer's contact reads. Each field stands here because it may be known: see `http/employer-view.ts`. */
export const EmployerPage = strict({
  employerName: Name,
  service: strict({ name: Name, phone: Line }),
  timeZone: Type.String({ maxLength: 60 }),
  rooms: list(strict({ id: Id, placeName: PlaceName, lastCheck: nullable(RoomCheck) })),
  sessions: list(
    strict({ startsAt: Instant, endsAt: Instant, placeName: PlaceName, physicianName: Name }),
  ),
  /** "A medical appointment": working time. */
  absences: list(
    strict({
      startsAt: Instant,
      endsAt: Instant,
      workerName: Type.String({ maxLength: 241 }),
      /** Null where it is in no room of this employer's. */
      placeName: nullable(PlaceName),
    }),
  ),
})
export type EmployerPage = Type.Static<typeof EmployerPage>

/** Asks for a code by mail; answered alike whether somebody has this address or not. */
export const SignInCodeDraft = strict({ email: EmailAddress })
export const SignInCodeBody = strict({ code: Type.String({ pattern: '^\\d{6}$', maxLength: 6 }) })

/** A count; null where it is of fewer people than could be told apart. */
const Figure = nullable(Type.Integer({ minimum: 0 }))
export const Evaluation = strict({
  service: strict({ name: Name, phone: Line }),
  /** Below this a count is not told. */
  smallest: Type.Integer(),
  figures: strict({
    invited: Figure,
    accepted: Figure,
    completed: Figure,
    converted: Figure,
    noShow: Figure,
    cancelled: Figure,
  }),
})
export type Evaluation = Type.Static<typeof Evaluation>
