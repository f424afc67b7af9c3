/** The stretches of a session that can each hold an appointment. They come and go with their session. */
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db } from './tables.ts'

export interface SlotTimes {
  readonly id: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface Slot extends SlotTimes {
  readonly sessionId: Id
}

export function readSlots(db: Db) {
  return {
    async get(id: Id): Promise<(Slot & { readonly physicianId: Id }) | null> {
      const row = await db
        .selectFrom('slots as s')
        .innerJoin('sessions as se', 'se.id', 's.session_id')
        .select(['s.id', 's.session_id', 's.starts_at', 's.ends_at', 'se.physician_id'])
        .where('s.id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : { ...toSlot(row), physicianId: row.physician_id }
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
                .where('a.status', 'not in', ['converted', 'cancelled']),
            ),
          ),
        )
        .orderBy('s.starts_at')
        .execute()
      return rows.map(toSlot)
    },

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
