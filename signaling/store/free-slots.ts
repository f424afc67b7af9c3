/** Slots that nobody holds. */
import { sql } from 'kysely'
import type { FreeSlot } from '../protocol/free-slot.ts'
import type { Modality } from '../protocol/planning.ts'
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import { readPhysicians } from './physicians.ts'
import { placeName, withPlace } from './places.ts'
import { holdingStatuses } from './statuses.ts'
import type { Db } from './tables.ts'

/** Of a slot, in a query that calls it `s`. */
export const nobodyHolds = sql<boolean>`NOT EXISTS (
  SELECT 1 FROM appointments AS holder
  WHERE holder.slot_id = s.id AND holder.status IN (${sql.join(holdingStatuses)})
)`

/** The free slots that start at or after this instant, session by session, the earliest first. */
export function withFreeSlots(db: Db, modality: Modality, from: Instant) {
  return (
    withPlace(db)
      .innerJoin('slots as s', 's.session_id', 'se.id')
      .select(['s.id as slot_id', 's.starts_at as slot_starts_at', 's.ends_at as slot_ends_at'])
      .where('se.modality', '=', modality)
      // Of the sessions' index; a slot is never before its session, and no session lasts a day.
      .where('se.starts_at', '>=', dayBefore(from))
      .where('s.starts_at', '>=', from)
      .where(nobodyHolds)
  )
}

type FreeSlotRow = Awaited<ReturnType<ReturnType<typeof withFreeSlots>['executeTakeFirstOrThrow']>>

/** Sessions may run at the same time: the slots of several come in the order of their own. */
export function toFreeSlots(rows: readonly FreeSlotRow[]): FreeSlot[] {
  return rows
    .map((row) => ({
      slotId: row.slot_id,
      startsAt: row.slot_starts_at,
      endsAt: row.slot_ends_at,
      physicianName: row.physician_name,
      placeName: placeName(row),
    }))
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

/** A free slot with what decides who fits into it. */
export interface OpenSlot {
  readonly id: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly modality: Modality
  readonly physicianId: Id
  readonly physicianName: string
  /** As the physician told; none where nobody has said. */
  readonly languages: readonly Locale[]
  /** Of the room; null: everyone uses their own phone. */
  readonly siteId: Id | null
  readonly placeName: string | null
}

/** Returns the slots that start within [from, until) and for which nobody is being asked; the earliest first. */
export async function readOpenSlots(
  db: Db,
  modality: Modality,
  from: Instant,
  until: Instant,
  limit: number,
): Promise<OpenSlot[]> {
  const rows = await withFreeSlots(db, modality, from)
    .select('r.site_id')
    .where('se.starts_at', '<', until)
    .where('s.starts_at', '<', until)
    // Somebody is being asked for it: theirs until they answer.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('offers as o')
            .select('o.id')
            .whereRef('o.slot_id', '=', 's.id')
            .where('o.state', '=', 'open'),
        ),
      ),
    )
    .clearOrderBy()
    .orderBy('s.starts_at')
    .orderBy('s.id')
    .limit(limit)
    .execute()
  const physicianIds = [...new Set(rows.map((row) => row.physician_id))]
  const languages = await readPhysicians(db).languagesOf(physicianIds)
  return rows.map((row) => ({
    id: row.slot_id,
    startsAt: row.slot_starts_at,
    endsAt: row.slot_ends_at,
    modality,
    physicianId: row.physician_id,
    physicianName: row.physician_name,
    languages: languages.get(row.physician_id) ?? [],
    siteId: row.site_id,
    placeName: placeName(row),
  }))
}

function dayBefore(instant: Instant): Instant {
  return new Date(Date.parse(instant) - 24 * 60 * 60_000).toISOString() as Instant
}
