/** What is to be done at a moment that has not come yet. */
import { sql } from 'kysely'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db, Tables, Tx } from './tables.ts'

/** `due-work/` holds what each of them does. */
export type DueKind = 'reminder' | 'no-answer' | 'absence' | 'approval-ending'
/** `needless`: what it was for has changed meanwhile, and nothing followed. */
export type DueResult = 'done' | 'needless'

export interface DueWork {
  readonly kind: DueKind
  /** Whom or what it is about: an appointment, say. */
  readonly subject: Id
  /** Tells two works of one kind about one subject apart; never reused for another deed. */
  readonly occasion: string
  readonly dueAt: Instant
}

/** An appointment to which somebody was invited. */
export interface Invited {
  readonly appointmentId: Id
  readonly startsAt: Instant
  /** The latest time. */
  readonly invitedAt: Instant
}

/** Rows in one INSERT: SQLite takes 32,766 values (SQLITE_MAX_VARIABLE_NUMBER). */
const batch = 1000

export function readDueWork(db: Db) {
  return {
    /** Returns what is due, the longest waiting first; after `last`, of an earlier answer, when there was more. */
    async due(now: Instant, limit: number, last: DueWork | null = null): Promise<DueWork[]> {
      let query = db
        .selectFrom('due_work')
        .selectAll()
        .where('done_at', 'is', null)
        .where('due_at', '<=', now)
      if (last !== null) {
        const { dueAt, kind, subject, occasion } = last
        query = query.where((row) =>
          row(
            row.refTuple('due_at', 'kind', 'subject', 'occasion'),
            '>',
            row.tuple(dueAt, kind, subject, occasion),
          ),
        )
      }
      const rows = await query
        .orderBy('due_at')
        .orderBy('kind')
        .orderBy('subject')
        .orderBy('occasion')
        .limit(limit)
        .execute()
      return rows.map(toDueWork)
    },

    /** Returns the appointments to come whose worker has not answered in time, by hour. */
    async unanswered(now: Instant): Promise<{ sessionId: Id; startsAt: Instant }[]> {
      const rows = await db
        .selectFrom('appointments as a')
        .innerJoin('slots as s', 's.id', 'a.slot_id')
        .innerJoin('due_work as d', (join) =>
          join
            .onRef('d.subject', '=', 'a.id')
            .onRef('d.occasion', '=', 's.starts_at')
            .on('d.kind', '=', 'no-answer')
            .on('d.result', '=', 'done'),
        )
        .select(['s.session_id', 's.starts_at'])
        .where('a.status', '=', 'invited')
        .where('s.starts_at', '>', now)
        .orderBy('s.starts_at')
        .execute()
      return rows.map((row) => ({ sessionId: row.session_id, startsAt: row.starts_at }))
    },

    /** Returns what of this kind was done, and was not needless: about whom, on which occasion. */
    async done(kind: DueKind): Promise<Pick<DueWork, 'subject' | 'occasion'>[]> {
      return db
        .selectFrom('due_work')
        .select(['subject', 'occasion'])
        .where('kind', '=', kind)
        .where('result', '=', 'done')
        .execute()
    },

    /**
     * Returns the appointments that start after this instant and whose worker was invited; only those for whose hour no
     * such work is written down, or else all.
     */
    async invited(
      now: Instant,
      which: 'unforeseen' | 'all',
      kind: Exclude<DueKind, 'approval-ending'> = 'reminder',
    ): Promise<Invited[]> {
      const query = db
        .selectFrom('appointments as a')
        .innerJoin('slots as s', 's.id', 'a.slot_id')
        .innerJoin('outbox as o', (join) =>
          join.onRef('o.appointment_id', '=', 'a.id').on('o.kind', '=', 'invitation'),
        )
        .select(['a.id', 's.starts_at'])
        .select((row) => row.fn.max<Instant>('o.created_at').as('invited_at'))
        .where('a.status', 'in', ['invited', 'accepted'])
        .where('s.starts_at', '>', now)
        .groupBy('a.id')
      const rows = await query
        .$if(which === 'unforeseen', (some) =>
          some.where((row) =>
            row.not(
              row.exists(
                row
                  .selectFrom('due_work as d')
                  .select('d.subject')
                  .where('d.kind', '=', kind)
                  .whereRef('d.subject', '=', 'a.id')
                  .where(sql<boolean>`substr(d.occasion, 1, length(s.starts_at)) = s.starts_at`),
              ),
            ),
          ),
        )
        .execute()
      return rows.map((row) => ({
        appointmentId: row.id,
        startsAt: row.starts_at,
        invitedAt: row.invited_at,
      }))
    },
  }
}

export function writeDueWork(tx: Tx) {
  return {
    ...readDueWork(tx),

    /** What is written down already, or done, stays as it is. */
    async foresee(works: readonly DueWork[]): Promise<void> {
      for (let start = 0; start < works.length; start += batch) {
        const rows = works
          .slice(start, start + batch)
          .map(({ kind, subject, occasion, dueAt }) => ({ kind, subject, occasion, due_at: dueAt }))
        await tx
          .insertInto('due_work')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
    },

    /** Throws when it was settled before: the transaction, with all that was to follow, must not be. */
    async settle(
      { kind, subject, occasion }: DueWork,
      result: DueResult,
      at: Instant,
    ): Promise<void> {
      const { numUpdatedRows } = await tx
        .updateTable('due_work')
        .set({ result, done_at: at })
        .where('kind', '=', kind)
        .where('subject', '=', subject)
        .where('occasion', '=', occasion)
        .where('done_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new Error(`due work ${kind} is done twice`)
    },
  }
}

function toDueWork(row: Tables['due_work']): DueWork {
  return { kind: row.kind, subject: row.subject, occasion: row.occasion, dueAt: row.due_at }
}
