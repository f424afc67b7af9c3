/** Visits in person: the one that a worker has, and the free slots for one. */
import type { ExamType } from '../protocol/exam-types.ts'
import type { FreeSlot } from '../protocol/free-slot.ts'
import type { Worker } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { spokenLanguages } from '../rules/languages.ts'
import { readPhysicians } from './physicians.ts'
import { toFreeSlots, withFreeSlots } from './free-slots.ts'
import { placeName, withPlace } from './places.ts'
import { openStatuses } from './statuses.ts'
import type { Db } from './tables.ts'

export interface Visit {
  readonly startsAt: Instant
  /** Null: at the service itself. */
  readonly placeName: string | null
}

/** Read before the language is looked at. */
const readLimit = 200

export function readVisits(db: Db) {
  return {
    /**
     * Returns the worker's visit of this type that is to come. Of another type it would tell whoever reads the mail about one
     * examination that they come for another, which may be theirs alone (art. I.4-37).
     */
    async ofWorker(workerId: Id, examType: ExamType): Promise<Visit | null> {
      const row = await withPlace(db)
        .innerJoin('slots as s', 's.session_id', 'se.id')
        .innerJoin('appointments as a', 'a.slot_id', 's.id')
        .select('s.starts_at as slot_starts_at')
        .where('a.worker_id', '=', workerId)
        .where('a.exam_type', '=', examType)
        .where('a.modality', '=', 'in-person')
        .where('a.status', 'in', openStatuses)
        .executeTakeFirst()
      return row === undefined ? null : { startsAt: row.slot_starts_at, placeName: placeName(row) }
    },

    /** Returns the free slots after this instant at the service and at the worker's company, in their language, the nearest first. */
    async free(
      { employerId, language }: Pick<Worker, 'employerId' | 'language'>,
      after: Instant,
    ): Promise<FreeSlot[]> {
      const rows = await withFreeSlots(db, 'in-person', after)
        .where('s.starts_at', '>', after)
        .where((row) =>
          row.or([row('se.room_id', 'is', null), row('si.employer_id', '=', employerId)]),
        )
        .limit(readLimit)
        .execute()
      const physicians = [...new Set(rows.map((row) => row.physician_id))]
      const languages = await readPhysicians(db).languagesOf(physicians)
      return toFreeSlots(
        rows.filter((row) =>
          spokenLanguages(languages.get(row.physician_id) ?? []).includes(language),
        ),
      )
    },
  }
}
