/**
 * What an employer may know of the planning, and the only queries that its page is made of: they name each column, so that
 * one that is added tomorrow is not told by accident.
 *
 * An employer lets its workers go to the examinations that the law makes it have done, and knows when (Code on Well-being at
 * Work, book I, title 4). It is told of no consultation that a worker asked for, neither spontaneous (art. I.4-37) nor before
 * a return to work (art. I.4-36): these are missing from the list below, and whatever a worker asked for without wanting it
 * told is left out once more.
 *
 * How an appointment ended changes nothing in what is read here: what stood when its waiting room opened stands until the
 * end of the day. What was called off, moved or turned into a visit before that is an hour that nobody plans with any more.
 */
import { fromInstant } from '../clock.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { opensAt } from '../rules/waiting-room.ts'
import { answeredRequest } from './answered-request.ts'
import { appointmentInvited } from './appointments.ts'
import type { Db, Tables } from './tables.ts'

/** Examinations that the employer has to have done, or asks for. */
export const knownToEmployer = [
  'pre-assignment',
  'periodic',
  'additional-acts',
  'return-to-work',
  'maternity',
  'prolonged',
  'extension',
  'work-potential',
  'reintegration',
] as const satisfies readonly ExamType[]

export interface RoomOfEmployer {
  readonly id: Id
  readonly name: string
  readonly siteName: string
}
export interface SessionInRoom {
  readonly roomId: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly physicianName: string
}
export interface ConvenedWorker {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly firstName: string
  readonly lastName: string
  /** Null where it is not in a room of this employer's: the rest is the worker's own. */
  readonly roomId: Id | null
}

/** More than an employer of 10,000 convenes in a month of 22 days. */
const mostRows = 2000

export function readEmployerPlanning(db: Db) {
  return {
    async rooms(employerId: Id): Promise<RoomOfEmployer[]> {
      return db
        .selectFrom('rooms as r')
        .innerJoin('sites as si', 'si.id', 'r.site_id')
        .select(['r.id', 'r.name', 'si.name as siteName'])
        .where('si.employer_id', '=', employerId)
        .orderBy('si.name')
        .orderBy('r.name')
        .execute()
    },

    /** Returns the half days in this employer's rooms that end in [from, …) and start before `until`. */
    async sessions(employerId: Id, from: Instant, until: Instant): Promise<SessionInRoom[]> {
      const rows = await db
        .selectFrom('sessions as se')
        .innerJoin('physicians as p', 'p.id', 'se.physician_id')
        .innerJoin('rooms as r', 'r.id', 'se.room_id')
        .innerJoin('sites as si', 'si.id', 'r.site_id')
        .select(['r.id as roomId', 'se.starts_at', 'se.ends_at', 'p.name as physicianName'])
        .where('si.employer_id', '=', employerId)
        .where('se.starts_at', '>=', from)
        .where('se.starts_at', '<', until)
        .orderBy('se.starts_at')
        .orderBy('r.id')
        .limit(mostRows)
        .execute()
      return rows.map(({ roomId, starts_at: startsAt, ends_at: endsAt, physicianName }) => ({
        roomId,
        startsAt,
        endsAt,
        physicianName,
      }))
    },

    /** Returns which of this employer's workers were convened to a time that starts within [from, until). */
    async convened(employerId: Id, from: Instant, until: Instant): Promise<ConvenedWorker[]> {
      const rows = await db
        .selectFrom('sessions as se')
        .innerJoin('slots as s', 's.session_id', 'se.id')
        .innerJoin('appointments as a', 'a.slot_id', 's.id')
        .innerJoin('workers as w', 'w.id', 'a.worker_id')
        .leftJoin('rooms as r', 'r.id', 'se.room_id')
        .leftJoin('sites as si', 'si.id', 'r.site_id')
        .leftJoin('requests as q', (join) => join.on('q.id', '=', answeredRequest))
        .select([
          's.starts_at as startsAt',
          's.ends_at as endsAt',
          'w.first_name as firstName',
          'w.last_name as lastName',
          'r.id as roomId',
          'si.employer_id as roomOf',
          'a.status',
          'a.outcome',
          'a.updated_at as changedAt',
        ])
        .where('w.employer_id', '=', employerId)
        .where('a.exam_type', 'in', knownToEmployer)
        // What the worker was told, and therefore what the employer may plan with: never a mere intention of the service.
        .where((where) =>
          where.exists(
            where
              .selectFrom('audit as e')
              .select('e.number')
              .whereRef('e.appointment_id', '=', 'a.id')
              .where('e.action', '=', appointmentInvited),
          ),
        )
        .where((where) => where.or([where('q.id', 'is', null), where('q.tell_employer', '=', 1)]))
        .where('se.starts_at', '>=', from)
        .where('se.starts_at', '<', until)
        .orderBy('s.starts_at')
        .orderBy('w.last_name')
        .orderBy('w.first_name')
        .limit(mostRows)
        .execute()
      return rows
        .filter(stands)
        .map(({ startsAt, endsAt, firstName, lastName, roomId, roomOf }) => ({
          startsAt,
          endsAt,
          firstName,
          lastName,
          roomId: roomOf === employerId ? roomId : null,
        }))
    },
  }
}

/** A talk begins with its waiting room at the earliest, and whatever is recorded comes of one: from then on no end shows. */
function stands({
  status,
  outcome,
  startsAt,
  changedAt,
}: Pick<Tables['appointments'], 'status' | 'outcome'> & {
  readonly startsAt: Instant
  readonly changedAt: Instant
}): boolean {
  if (status !== 'cancelled' && status !== 'converted') return true
  return outcome !== null || fromInstant(changedAt) >= opensAt({ startsAt })
}
