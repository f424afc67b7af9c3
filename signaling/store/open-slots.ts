/** The free slots of all sessions by video, with what decides who fits into them. */
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import { readPhysicians } from './physicians.ts'
import { placeName } from './places.ts'
import type { Db } from './tables.ts'

export interface FreeSlot {
  readonly id: Id
  readonly startsAt: Instant
  readonly physicianId: Id
  readonly physicianName: string
  /** As the physician told; none where nobody has said. */
  readonly languages: readonly Locale[]
  /** Of the room; null: everyone uses their own phone. */
  readonly siteId: Id | null
  readonly placeName: string | null
}

/** Returns the slots that start within [from, until), in which nobody is expected, and for which nobody is being asked; the earliest first. */
export async function readFreeSlots(
  db: Db,
  from: Instant,
  until: Instant,
  limit: number,
): Promise<FreeSlot[]> {
  const rows = await db
    .selectFrom('sessions as se')
    .innerJoin('slots as s', 's.session_id', 'se.id')
    .innerJoin('physicians as p', 'p.id', 'se.physician_id')
    .leftJoin('rooms as r', 'r.id', 'se.room_id')
    .leftJoin('sites as si', 'si.id', 'r.site_id')
    .select(['s.id', 's.starts_at', 'se.physician_id', 'p.name as physician_name', 'r.site_id'])
    .select(['r.name as room_name', 'si.name as site_name'])
    .where('se.modality', '=', 'remote')
    // Of the sessions' index; a slot is never before its session, and no session lasts a day.
    .where('se.starts_at', '>=', dayBefore(from))
    .where('se.starts_at', '<', until)
    .where('s.starts_at', '>=', from)
    .where('s.starts_at', '<', until)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('appointments as a')
            .select('a.id')
            .whereRef('a.slot_id', '=', 's.id')
            .where('a.status', 'not in', ['converted', 'cancelled', 'no-show']),
        ),
      ),
    )
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
    .orderBy('s.starts_at')
    .orderBy('s.id')
    .limit(limit)
    .execute()
  const physicianIds = [...new Set(rows.map((row) => row.physician_id))]
  const languages = await readPhysicians(db).languagesOf(physicianIds)
  return rows.map((row) => ({
    id: row.id,
    startsAt: row.starts_at,
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
