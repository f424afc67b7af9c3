/** What an employer's contact reads and notes. */
import * as Type from 'typebox'
import { Id, Instant, Line, Name, nullable, PlaceName, strict } from './primitives.ts'

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
