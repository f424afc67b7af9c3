/** The stretches of a session that can each hold an appointment. They come and go with their session. */
import type { Id, Instant } from '../protocol/primitives.ts'
import { placeName, withPlace } from './places.ts'
import { readFreeSlots } from './open-slots.ts'
import type { Db } from './tables.ts'

export interface SlotTimes {
  readonly id: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface Slot extends SlotTimes {
  readonly sessionId: Id
}

export interface SlotWithPlace extends Slot {
  readonly physicianId: Id
  /** Null: everyone uses their own phone. */
  readonly roomId: Id | null
}

/** More than anybody chooses from. */
const freeLimit = 500

export function readSlots(db: Db) {
  return {
    async get(id: Id): Promise<SlotWithPlace | null> {
      const row = await db
        .selectFrom('slots as s')
        .innerJoin('sessions as se', 'se.id', 's.session_id')
        .select([
          's.id',
          's.session_id',
          's.starts_at',
          's.ends_at',
          'se.physician_id',
          'se.room_id',
        ])
        .where('s.id', '=', id)
        .executeTakeFirst()
      if (row === undefined) return null
      return { ...toSlot(row), physicianId: row.physician_id, roomId: row.room_id }
    },

    /** Returns the free slots that start within [from, until), the earliest first; `rooms`: also those in a company room. */
    async freeBetween(from: Instant, until: Instant, rooms: boolean) {
      let query = withPlace(db)
        .innerJoin('slots as s', 's.session_id', 'se.id')
        .select(['s.id as slot_id', 's.starts_at as slot_starts_at', 's.ends_at as slot_ends_at'])
        .where('se.modality', '=', 'remote')
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
        .limit(freeLimit)
      if (!rooms) query = query.where('se.room_id', 'is', null)
      return (await query.execute())
        .map((row) => ({
          slotId: row.slot_id,
          startsAt: row.slot_starts_at,
          endsAt: row.slot_ends_at,
          physicianName: row.physician_name,
          placeName: placeName(row),
        }))
        .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    },

    /** Returns the session's slots in which nobody is expected and that start after this instant, the earliest first. */
    async free(sessionId: Id, after: Instant): Promise<Slot[]> {
      const rows = await db
        .selectFrom('slots as s')
        .select(['s.id', 's.session_id', 's.starts_at', 's.ends_at'])
        .where('s.session_id', '=', sessionId)
        .where('s.starts_at', '>', after)
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
        .orderBy('s.starts_at')
        .execute()
      return rows.map(toSlot)
    },

    freeForCohort: (from: Instant, until: Instant, limit: number) =>
      readFreeSlots(db, from, until, limit),

    /** Returns the slots of these sessions, the earliest first. */
    async ofSessions(sessionIds: readonly Id[]): Promise<Slot[]> {
      const rows = await db
        .selectFrom('slots')
        .selectAll()
        .where('session_id', 'in', sessionIds)
        .orderBy('starts_at')
        .execute()
      return rows.map(toSlot)
    },
  }
}

interface SlotRow {
  readonly id: Id
  readonly session_id: Id
  readonly starts_at: Instant
  readonly ends_at: Instant
}

function toSlot(row: SlotRow): Slot {
  return {
    id: row.id,
    sessionId: row.session_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }
}
