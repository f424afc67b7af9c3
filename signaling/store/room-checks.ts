/** Whether a company room was found fit for a talk, as the employer's contact said it. */
import type { RoomCheck } from '../protocol/employer.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Db, Tx } from './tables.ts'

export function readRoomChecks(db: Db) {
  return {
    /** Returns each room's last check, by the room's id. */
    async last(roomIds: readonly Id[]): Promise<Map<Id, RoomCheck>> {
      if (roomIds.length === 0) return new Map()
      const rows = await db
        .selectFrom('room_checks as c')
        .select(['c.room_id', 'c.at', 'c.fit'])
        .where('c.room_id', 'in', roomIds)
        .where('c.number', '=', (where) =>
          where
            .selectFrom('room_checks as latest')
            .select(({ fn }) => fn.max('latest.number').as('number'))
            .whereRef('latest.room_id', '=', 'c.room_id'),
        )
        .execute()
      return new Map(rows.map(({ room_id, at, fit }) => [room_id, { at, fit: fit === 1 }]))
    },
  }
}

export function writeRoomChecks(tx: Tx) {
  return {
    async add(check: RoomCheck & { readonly roomId: Id; readonly checkedBy: Id }): Promise<void> {
      await tx
        .insertInto('room_checks')
        .values({
          room_id: check.roomId,
          at: check.at,
          fit: check.fit ? 1 : 0,
          checked_by: check.checkedBy,
        })
        .execute()
    },
  }
}
