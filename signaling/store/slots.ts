/** The stretches of a session that can each hold an appointment. They come and go with their session. */
import type { Modality } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { FreeSlot } from '../protocol/free-slot.ts'
import { nobodyHolds, readOpenSlots, toFreeSlots, withFreeSlots } from './free-slots.ts'
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
  /** Of its half day. */
  readonly modality: Modality
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
          'se.modality',
        ])
        .where('s.id', '=', id)
        .executeTakeFirst()
      if (row === undefined) return null
      const { physician_id: physicianId, room_id: roomId, modality } = row
      return { ...toSlot(row), physicianId, roomId, modality }
    },

    /** Returns the free slots by video that start within [from, until), the earliest first; `rooms`: also those in a company room. */
    async freeBetween(from: Instant, until: Instant, rooms: boolean): Promise<FreeSlot[]> {
      const query = withFreeSlots(db, 'remote', from)
        .where('s.starts_at', '<', until)
        .limit(freeLimit)
      return toFreeSlots(await (rooms ? query : query.where('se.room_id', 'is', null)).execute())
    },

    /** Returns the session's slots in which nobody is expected and that start after this instant, the earliest first. */
    async free(sessionId: Id, after: Instant): Promise<Slot[]> {
      const rows = await db
        .selectFrom('slots as s')
        .select(['s.id', 's.session_id', 's.starts_at', 's.ends_at'])
        .where('s.session_id', '=', sessionId)
        .where('s.starts_at', '>', after)
        .where(nobodyHolds)
        .orderBy('s.starts_at')
        .execute()
      return rows.map(toSlot)
    },

    open: (modality: Modality, from: Instant, until: Instant, limit: number) =>
      readOpenSlots(db, modality, from, until, limit),

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
