/** Talks by video that are to be visits in person, as long as no visit stands in their place and nobody has settled it. */
import { sql } from 'kysely'
import type { ExamType } from '../protocol/exam-types.ts'
import type { InPersonAskedBy, Worker } from '../protocol/planning.ts'
import type { CalendarDate, Id, Instant } from '../protocol/primitives.ts'
import { AppError } from '../errors.ts'
import { answeredRequest } from './answered-request.ts'
import { writeAudit } from './audit.ts'
import type { Deed } from './appointments.ts'
import type { Db, Tx } from './tables.ts'
import { toWorker } from './workers.ts'

export interface Wish {
  readonly appointmentId: Id
  readonly examType: ExamType
  /** Since when the service owes the examination, as far as this appointment tells. */
  readonly plannedAt: Instant
  readonly askedAt: Instant
  readonly askedBy: InPersonAskedBy
  /** Of the list of what is due; null where that names no such examination. */
  readonly dueOn: CalendarDate | null
  readonly worker: Worker
  readonly employerName: string
}

export function readVisitWishes(db: Db) {
  const waiting = () =>
    db
      .selectFrom('appointments as a')
      .innerJoin('workers as w', 'w.id', 'a.worker_id')
      .innerJoin('employers as e', 'e.id', 'w.employer_id')
      .leftJoin('exams_due as d', (join) =>
        join.onRef('d.worker_id', '=', 'w.id').onRef('d.exam_type', '=', 'a.exam_type'),
      )
      .selectAll('w')
      .select(['a.id as appointment_id', 'a.exam_type', 'a.in_person_asked_by', 'd.due_on'])
      .select(['a.created_at as planned_at', 'a.updated_at as asked_at', 'e.name as employer_name'])
      // As the index says it: a bound value would not be seen to be within it.
      .where(sql<boolean>`a.status = 'converted' AND a.visit_settled_at IS NULL`)
      .where('w.left_on', 'is', null)
      // A request waits on its own, with its own term.
      .where(answeredRequest, 'is', null)
      // Examined since, wherever that was.
      .where(sql<boolean>`coalesce(d.last_on, '') < substr(a.updated_at, 1, 10)`)
      .where(
        sql<boolean>`NOT EXISTS (
          SELECT 1 FROM appointments AS later
          WHERE later.worker_id = a.worker_id AND later.exam_type = a.exam_type
            AND later.id <> a.id AND later.created_at >= a.updated_at
            AND later.status NOT IN ('cancelled', 'no-show')
        )`,
      )

  return {
    async get(appointmentId: Id): Promise<Wish | null> {
      const row = await waiting().where('a.id', '=', appointmentId).executeTakeFirst()
      return row === undefined ? null : toWish(row)
    },

    /** Returns those who wait, the longest first. */
    async waiting(limit: number): Promise<Wish[]> {
      return (await waiting().orderBy('a.updated_at').limit(limit).execute()).map(toWish)
    },
  }
}

export function writeVisitWishes(tx: Tx) {
  return {
    ...readVisitWishes(tx),

    /** No visit is to be planned any more: agreed by telephone, or not wanted. */
    async settle(appointmentId: Id, deed: Deed): Promise<void> {
      const { numUpdatedRows } = await tx
        .updateTable('appointments')
        .set({ visit_settled_at: deed.at })
        .where('id', '=', appointmentId)
        .where('status', '=', 'converted')
        .where('visit_settled_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new AppError('not-found')
      await writeAudit(tx).append({ ...deed, appointmentId, action: 'visit-settled' })
    },
  }
}

type Row = Parameters<typeof toWorker>[0] & {
  readonly appointment_id: Id
  readonly exam_type: ExamType
  readonly in_person_asked_by: InPersonAskedBy | null
  readonly due_on: CalendarDate | null
  readonly planned_at: Instant
  readonly asked_at: Instant
  readonly employer_name: string
}

function toWish(row: Row): Wish {
  return {
    appointmentId: row.appointment_id,
    examType: row.exam_type,
    plannedAt: row.planned_at,
    askedAt: row.asked_at,
    // Converted by whom is written with the conversion.
    askedBy: row.in_person_asked_by ?? 'planner',
    dueOn: row.due_on,
    worker: toWorker(row),
    employerName: row.employer_name,
  }
}
