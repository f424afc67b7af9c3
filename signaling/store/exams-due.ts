/** What is due, of each worker who has a post. */
import { sql } from 'kysely'
import type { DueRow, Post } from '../protocol/due.ts'
import type { CalendarDate, Id } from '../protocol/primitives.ts'
import type { TechnicalAct } from '../protocol/technical-acts.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import { actsDueIn, type ExamDue } from '../rules/exam-due.ts'
import type { PilotScope } from '../rules/remote-policy.ts'
import { readActs, readPosts } from './posts.ts'
import { openStatuses } from './statuses.ts'
import type { Db, Tables, Tx } from './tables.ts'

/** Rows in one statement: 6 columns each stay far below SQLite's 32,766 parameters. */
const batch = 500

/**
 * Whether a worker, in a query that calls what is due `e`, chose a visit in person for it: since the last examination. A day
 * sorts before the moments of its own.
 */
export const wantsInPerson = sql<0 | 1>`exists (
  SELECT 1 FROM appointments AS visit
  WHERE visit.worker_id = e.worker_id AND visit.exam_type <> 'spontaneous'
    AND visit.status = 'converted' AND visit.updated_at > coalesce(e.last_on, '')
)`

export interface DueOf {
  readonly workerId: Id
  readonly employerId: Id
  readonly due: ExamDue
}

export interface DueSearch {
  /** Null: of all employers. */
  readonly employerId: Id | null
  /** Only these examinations; left out: every one. */
  readonly within?: readonly PilotScope[]
  /** The last day that is asked for; null: all. */
  readonly until: CalendarDate | null
  /** Only who has no open appointment. */
  readonly unplanned: boolean
  /** Continues after this row. */
  readonly after: { readonly dueOn: CalendarDate; readonly workerId: Id } | null
  readonly limit: number
}

/** Without what depends on today. */
export interface DueListed extends Omit<DueRow, 'workingDaysLeft' | 'light'> {
  readonly wantsInPerson: boolean
}

export function readExamsDue(db: Db) {
  const of = async (workerIds: readonly Id[]): Promise<Map<Id, ExamDue>> => {
    const found = new Map<Id, ExamDue>()
    for (let start = 0; start < workerIds.length; start += batch) {
      const ids = workerIds.slice(start, start + batch)
      const query = db.selectFrom('exams_due').selectAll().where('worker_id', 'in', ids)
      for (const row of await query.execute()) found.set(row.worker_id, toDue(row))
    }
    return found
  }

  return {
    of,

    /** The acts that stand in the way of a worker's examination of this type on this day. */
    async actsDueIn(
      examType: ExamType,
      workerId: Id,
      on: CalendarDate,
    ): Promise<readonly TechnicalAct[]> {
      return actsDueIn(examType, (await of([workerId])).get(workerId) ?? null, on)
    },

    /** Returns those who work at a post, with what is due. */
    async atPost(postId: Id): Promise<DueOf[]> {
      const rows = await db
        .selectFrom('exams_due as e')
        .innerJoin('workers as w', 'w.id', 'e.worker_id')
        .selectAll('e')
        .where('w.post_id', '=', postId)
        .execute()
      return rows.map((row) => ({
        workerId: row.worker_id,
        employerId: row.employer_id,
        due: toDue(row),
      }))
    },

    /** Returns what is due, the nearest last day first. */
    async list(search: DueSearch): Promise<DueListed[]> {
      const rows = await toQuery(db, search).execute()
      return rows.map((row) => ({
        workerId: row.worker_id,
        workerName: `${row.first_name} ${row.last_name}`.slice(0, 120),
        language: row.language,
        employerId: row.employer_id,
        siteId: row.site_id,
        postName: row.post_name,
        examType: row.exam_type,
        dueOn: row.due_on,
        acts: readActs(row.acts),
        plannedAt: row.planned_at,
        wantsInPerson: row.wants_in_person === 1,
        hasEmail: row.email !== null,
      }))
    },

    /** Returns a worker's post and what is due by it; null where there is no post. */
    async before(workerId: Id): Promise<{ readonly post: Post; readonly due: ExamDue } | null> {
      const due = (await of([workerId])).get(workerId)
      const worker = await db
        .selectFrom('workers')
        .select('post_id')
        .where('id', '=', workerId)
        .executeTakeFirst()
      if (due === undefined || worker?.post_id == null) return null
      const post = await readPosts(db).get(worker.post_id)
      return post === null ? null : { post, due }
    },
  }
}

export function writeExamsDue(tx: Tx) {
  return {
    ...readExamsDue(tx),

    async put(all: readonly DueOf[]): Promise<void> {
      for (let start = 0; start < all.length; start += batch) {
        const rows = all.slice(start, start + batch).map(toRow)
        await tx
          .insertInto('exams_due')
          .values(rows)
          .onConflict((conflict) =>
            conflict.column('worker_id').doUpdateSet((excluded) => ({
              exam_type: excluded.ref('excluded.exam_type'),
              last_on: excluded.ref('excluded.last_on'),
              due_on: excluded.ref('excluded.due_on'),
              acts: excluded.ref('excluded.acts'),
            })),
          )
          .execute()
      }
    },

    async remove(workerIds: readonly Id[]): Promise<void> {
      for (let start = 0; start < workerIds.length; start += batch) {
        const ids = workerIds.slice(start, start + batch)
        await tx.deleteFrom('exams_due').where('worker_id', 'in', ids).execute()
      }
    },
  }
}

function toQuery(db: Db, { employerId, within, until, unplanned, after, limit }: DueSearch) {
  let query = db
    .selectFrom('exams_due as e')
    .innerJoin('workers as w', 'w.id', 'e.worker_id')
    .innerJoin('posts as p', 'p.id', 'w.post_id')
    .leftJoin('appointments as a', (join) =>
      join
        .onRef('a.worker_id', '=', 'e.worker_id')
        .on('a.status', 'in', openStatuses)
        // What a worker asked for themselves is on no list of an employer's (Code, art. I.4-37).
        .on('a.exam_type', '!=', 'spontaneous'),
    )
    .leftJoin('slots as s', 's.id', 'a.slot_id')
    .select(['e.worker_id', 'e.employer_id', 'e.exam_type', 'e.due_on', 'e.acts'])
    .select([
      'w.first_name',
      'w.last_name',
      'w.language',
      'w.site_id',
      'w.email',
      'p.name as post_name',
    ])
    .select(['s.starts_at as planned_at', wantsInPerson.as('wants_in_person')])
    .orderBy('e.due_on')
    .orderBy('e.worker_id')
    .limit(limit)
  if (within !== undefined) {
    query = query.where((row) =>
      row.or(
        within.map((scope) =>
          row.and([
            row('e.exam_type', '=', scope.examType),
            ...(scope.employerId === null ? [] : [row('e.employer_id', '=', scope.employerId)]),
            // `not in ()` is SQLite's own.
            ...(scope.exceptEmployers.length === 0
              ? []
              : [row('e.employer_id', 'not in', scope.exceptEmployers)]),
          ]),
        ),
      ),
    )
  }
  if (employerId !== null) query = query.where('e.employer_id', '=', employerId)
  if (until !== null) query = query.where('e.due_on', '<=', until)
  if (unplanned) query = query.where('a.id', 'is', null)
  if (after === null) return query
  return query.where((row) =>
    row(row.refTuple('e.due_on', 'e.worker_id'), '>', row.tuple(after.dueOn, after.workerId)),
  )
}

function toDue(row: Tables['exams_due']): ExamDue {
  return {
    examType: row.exam_type,
    lastOn: row.last_on,
    dueOn: row.due_on,
    acts: readActs(row.acts),
  }
}

function toRow({ workerId, employerId, due }: DueOf): Tables['exams_due'] {
  return {
    worker_id: workerId,
    employer_id: employerId,
    exam_type: due.examType,
    last_on: due.lastOn,
    due_on: due.dueOn,
    acts: JSON.stringify(due.acts),
  }
}
