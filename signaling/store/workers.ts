/** The workers whom a service examines. What they are examined for stands in their appointments, and nothing else does. */
import type { Worker, WorkerRow } from '../protocol/planning.ts'
import type { CalendarDate, Id, Instant } from '../protocol/primitives.ts'
import { foldWords } from '../rules/fold.ts'
import { refuseDuplicates } from './sqlite-errors.ts'
import { openStatuses } from './statuses.ts'
import type { Db, Tables, Tx } from './tables.ts'

/** More than a person reads; a search narrows it down. */
const listLimit = 5000
/** Rows in one statement: 14 columns each stay far below SQLite's 32,766 parameters. */
const batch = 200

export interface WorkerStanding {
  readonly employerId: Id
  readonly alreadyPlanned: boolean
}

export interface WorkerSearch {
  /** Null: of all employers. */
  readonly employerId: Id | null
  /** A part of the name, whatever its case and accents; '' for everyone. */
  readonly q: string
}

export function readWorkers(db: Db) {
  return {
    async get(id: Id): Promise<Worker | null> {
      const row = await db.selectFrom('workers').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : toWorker(row)
    },

    /** Returns those of an employer who are on its list no more. */
    async left(employerId: Id): Promise<Set<Id>> {
      const rows = await db
        .selectFrom('workers')
        .select('id')
        .where('employer_id', '=', employerId)
        .where('left_on', 'is not', null)
        .execute()
      return new Set(rows.map(({ id }) => id))
    },

    /** Returns those of these workers who exist, by id. */
    async ofIds(ids: readonly Id[]): Promise<Map<Id, Worker>> {
      const rows = await db.selectFrom('workers').selectAll().where('id', 'in', ids).execute()
      return new Map(rows.map((row) => [row.id, toWorker(row)]))
    },

    async ofEmployer(employerId: Id): Promise<Worker[]> {
      const query = db.selectFrom('workers').selectAll().where('employer_id', '=', employerId)
      return (await query.execute()).map(toWorker)
    },

    /** Returns workers by name, each with the appointment that is open, if any. */
    async list(search: WorkerSearch): Promise<WorkerRow[]> {
      let query = withOpenAppointment(db).orderBy('w.last_name').orderBy('w.first_name')
      if (search.employerId !== null) query = query.where('w.employer_id', '=', search.employerId)
      const rows = await query.where('w.left_on', 'is', null).orderBy('w.id').execute()
      const words = search.q
        .split(/\s+/)
        .map(foldWords)
        .filter((word) => word !== '')
      // Nothing but signs: nobody is called that.
      if (words.length === 0 && search.q.trim() !== '') return []
      return rows
        .filter((row) => {
          const name = foldWords(`${row.first_name} ${row.last_name}`)
          return words.every((word) => name.includes(word))
        })
        .slice(0, listLimit)
        .map(toWorkerRow)
    },

    /** Returns those who were born on one of these days, and those with one of these ids, with their employers' names. */
    async bornOn(days: readonly string[], ids: readonly Id[]) {
      const rows = await db
        .selectFrom('workers as w')
        .innerJoin('employers as e', 'e.id', 'w.employer_id')
        .select(['w.id', 'w.first_name', 'w.last_name', 'w.birth_date', 'e.name'])
        .where((row) => row.or([row('w.birth_date', 'in', days), row('w.id', 'in', ids)]))
        .orderBy('w.last_name')
        .execute()
      return rows.map((row) => ({
        workerId: row.id,
        firstName: row.first_name,
        lastName: row.last_name,
        birthDate: row.birth_date,
        employerName: row.name,
      }))
    },

    /** Returns those of these workers who exist, each with their employer and whether an appointment is open. */
    async standing(ids: readonly Id[]): Promise<Map<Id, WorkerStanding>> {
      const rows = await withOpenAppointment(db).where('w.id', 'in', ids).execute()
      return new Map(
        rows.map((row) => [
          row.id,
          { employerId: row.employer_id, alreadyPlanned: row.open_id !== null },
        ]),
      )
    },
  }
}

/** A personnel number that another worker of the employer has is refused as `in-use`. */
export function writeWorkers(tx: Tx) {
  const codes = { 'workers.personnel_number': { code: 'in-use', at: '/personnelNumber' } } as const
  return {
    ...readWorkers(tx),

    async add(workers: readonly Worker[], at: Instant): Promise<void> {
      for (let start = 0; start < workers.length; start += batch) {
        const rows = workers.slice(start, start + batch).map((worker) => ({
          ...toColumns(worker),
          id: worker.id,
          created_at: at,
          updated_at: at,
        }))
        await refuseDuplicates(codes, () => tx.insertInto('workers').values(rows).execute())
      }
    },

    /** `on` null: they are on the employer's list again. */
    async setLeft(ids: readonly Id[], on: CalendarDate | null, at: Instant): Promise<void> {
      for (let start = 0; start < ids.length; start += batch) {
        await tx
          .updateTable('workers')
          .set({ left_on: on, updated_at: at })
          .where('id', 'in', ids.slice(start, start + batch))
          .execute()
      }
    },

    async update(worker: Worker, at: Instant): Promise<void> {
      await refuseDuplicates(codes, () =>
        tx
          .updateTable('workers')
          .set({ ...toColumns(worker), updated_at: at })
          .where('id', '=', worker.id)
          .execute(),
      )
    },
  }
}

/**
 * Of the employer's planning only: what a worker asked for themselves is on no list of an employer's workers, not even as
 * "planned already" (Code, art. I.4-37).
 */
function withOpenAppointment(db: Db) {
  return db
    .selectFrom('workers as w')
    .leftJoin('appointments as a', (join) =>
      join
        .onRef('a.worker_id', '=', 'w.id')
        .on('a.status', 'in', openStatuses)
        .on('a.exam_type', '!=', 'spontaneous'),
    )
    .leftJoin('slots as s', 's.id', 'a.slot_id')
    .selectAll('w')
    .select([
      'a.id as open_id',
      'a.modality as open_modality',
      'a.status as open_status',
      's.session_id as open_session_id',
      's.starts_at as open_starts_at',
    ])
}

type OpenRow = Awaited<
  ReturnType<ReturnType<typeof withOpenAppointment>['executeTakeFirstOrThrow']>
>

function toWorkerRow(row: OpenRow): WorkerRow {
  const { open_id, open_session_id, open_starts_at, open_modality, open_status } = row
  const isOpen =
    open_id !== null &&
    open_session_id !== null &&
    open_starts_at !== null &&
    open_modality !== null &&
    open_status !== null
  return {
    ...toWorker(row),
    openAppointment: isOpen
      ? {
          id: open_id,
          sessionId: open_session_id,
          startsAt: open_starts_at,
          modality: open_modality,
          status: open_status,
        }
      : null,
  }
}

export function toWorker(
  row: Omit<Tables['workers'], 'created_at' | 'updated_at' | 'left_on'>,
): Worker {
  return {
    id: row.id,
    employerId: row.employer_id,
    siteId: row.site_id,
    personnelNumber: row.personnel_number,
    firstName: row.first_name,
    lastName: row.last_name,
    birthDate: row.birth_date,
    email: row.email,
    phone: row.phone,
    language: row.language,
    needsPicture: row.needs_picture === 1,
    postId: row.post_id,
  }
}

function toColumns(worker: Worker) {
  return {
    employer_id: worker.employerId,
    site_id: worker.siteId,
    personnel_number: worker.personnelNumber,
    first_name: worker.firstName,
    last_name: worker.lastName,
    birth_date: worker.birthDate,
    email: worker.email,
    phone: worker.phone,
    language: worker.language,
    needs_picture: worker.needsPicture ? (1 as const) : (0 as const),
    post_id: worker.postId,
  }
}
