/** Where a session is: in a company room, or on everyone's own phone. */
import type { Db } from './tables.ts'

/** Sessions with their physician and, if they have a room, where it is; the earliest first. */
export function withPlace(db: Db) {
  return db
    .selectFrom('sessions as se')
    .innerJoin('physicians as p', 'p.id', 'se.physician_id')
    .leftJoin('rooms as r', 'r.id', 'se.room_id')
    .leftJoin('sites as si', 'si.id', 'r.site_id')
    .selectAll('se')
    .select(['p.name as physician_name', 'r.name as room_name', 'si.name as site_name'])
    .orderBy('se.starts_at')
    .orderBy('se.id')
}

/** "Proximus 4.12": the site and the room; null for one's own phone. */
export function placeName(row: {
  room_name: string | null
  site_name: string | null
}): string | null {
  return row.room_name === null ? null : `${row.site_name ?? ''} ${row.room_name}`.trim()
}
