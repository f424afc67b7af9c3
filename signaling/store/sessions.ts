/** Physicians' half days and their slots. */
import type { Session } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { AppError } from '../errors.ts'
import { readAppointments } from './appointments.ts'
import { placeName, withPlace } from './places.ts'
import type { Db, Tx } from './tables.ts'

export interface SlotTimes {
  readonly id: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface SessionAddition {
  readonly id: Id
  readonly physicianId: Id
  readonly roomId: Id | null
  readonly slotMinutes: number
  /** At least one, in order, without gaps: the session lasts from the first's start to the last's end. */
  readonly slots: readonly SlotTimes[]
}

/** A slot in which nobody is expected. */
export interface FreeSlot extends SlotTimes {
  readonly sessionId: Id
}

export interface SessionHead {
  readonly id: Id
  readonly physicianId: Id
  readonly placeName: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export function readSessions(db: Db) {
  const heads = () => withPlace(db)

  return {
    /** Returns the sessions that start within [from, until), with slots and appointments. */
    async list(from: Instant, until: Instant): Promise<Session[]> {
      const query = heads().where('se.starts_at', '>=', from).where('se.starts_at', '<', until)
      return withSlots(db, await query.execute())
    },

    async get(id: Id): Promise<Session | null> {
      const [session] = await withSlots(db, await heads().where('se.id', '=', id).execute())
      return session ?? null
    },

    /** Returns a physician's sessions that start within [from, until), without slots. */
    async ofPhysician(physicianId: Id, from: Instant, until: Instant): Promise<SessionHead[]> {
      const rows = await heads()
        .where('se.physician_id', '=', physicianId)
        .where('se.starts_at', '>=', from)
        .where('se.starts_at', '<', until)
        .execute()
      return rows.map(toHead)
    },

    /** Returns the physician's first session that starts at or after this instant. */
    async nextOfPhysician(physicianId: Id, from: Instant): Promise<SessionHead | null> {
      const row = await heads()
        .where('se.physician_id', '=', physicianId)
        .where('se.starts_at', '>=', from)
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : toHead(row)
    },

    async getSlot(id: Id): Promise<(SlotTimes & { sessionId: Id; physicianId: Id }) | null> {
      const row = await db
        .selectFrom('slots as s')
        .innerJoin('sessions as se', 'se.id', 's.session_id')
        .select(['s.id', 's.session_id', 's.starts_at', 's.ends_at', 'se.physician_id'])
        .where('s.id', '=', id)
        .executeTakeFirst()
      if (row === undefined) return null
      return {
        id: row.id,
        sessionId: row.session_id,
        physicianId: row.physician_id,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
      }
    },

    /** Returns the session's free slots that start after this instant, the earliest first. */
    async freeSlots(sessionId: Id, after: Instant): Promise<FreeSlot[]> {
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
      return rows.map((row) => ({
        id: row.id,
        sessionId: row.session_id,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
      }))
    },
  }
}

export function writeSessions(tx: Tx) {
  return {
    ...readSessions(tx),

    /** Refused as `overlaps` while the physician, or the room, has another session in the same time. */
    async add(session: SessionAddition, at: Instant): Promise<void> {
      const startsAt = session.slots[0]?.startsAt
      const endsAt = session.slots.at(-1)?.endsAt
      if (startsAt === undefined || endsAt === undefined) throw new AppError('invalid')
      await refuseOverlap(tx, session, startsAt, endsAt)
      await tx
        .insertInto('sessions')
        .values({
          id: session.id,
          physician_id: session.physicianId,
          room_id: session.roomId,
          starts_at: startsAt,
          ends_at: endsAt,
          slot_minutes: session.slotMinutes,
          created_at: at,
        })
        .execute()
      const slots = session.slots.map((slot) => ({
        id: slot.id,
        session_id: session.id,
        starts_at: slot.startsAt,
        ends_at: slot.endsAt,
      }))
      await tx.insertInto('slots').values(slots).execute()
    },

    /** Removes a session that never had an appointment; another is refused as `in-use`. */
    async remove(id: Id): Promise<void> {
      const used = await tx
        .selectFrom('appointments as a')
        .innerJoin('slots as s', 's.id', 'a.slot_id')
        .select('a.id')
        .where('s.session_id', '=', id)
        .limit(1)
        .executeTakeFirst()
      if (used !== undefined) throw new AppError('in-use')
      await tx.deleteFrom('slots').where('session_id', '=', id).execute()
      const { numDeletedRows } = await tx
        .deleteFrom('sessions')
        .where('id', '=', id)
        .executeTakeFirst()
      if (numDeletedRows === 0n) throw new AppError('not-found')
    },
  }
}

async function refuseOverlap(
  tx: Tx,
  session: SessionAddition,
  startsAt: Instant,
  endsAt: Instant,
): Promise<void> {
  const other = await tx
    .selectFrom('sessions')
    .select('physician_id')
    .where('starts_at', '<', endsAt)
    .where('ends_at', '>', startsAt)
    .where((row) =>
      row.or([
        row('physician_id', '=', session.physicianId),
        ...(session.roomId === null ? [] : [row('room_id', '=', session.roomId)]),
      ]),
    )
    .executeTakeFirst()
  if (other === undefined) return
  throw new AppError(
    'overlaps',
    other.physician_id === session.physicianId ? '/physicianId' : '/roomId',
  )
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof withPlace>['executeTakeFirstOrThrow']>>

function toHead(row: HeadRow): SessionHead {
  return {
    id: row.id,
    physicianId: row.physician_id,
    placeName: placeName(row),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }
}

async function withSlots(db: Db, rows: readonly HeadRow[]): Promise<Session[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const slots = await db
    .selectFrom('slots')
    .selectAll()
    .where('session_id', 'in', ids)
    .orderBy('starts_at')
    .execute()
  const bySlot = await readAppointments(db).shownInSlots(ids)
  return rows.map((row) => ({
    ...toHead(row),
    physicianName: row.physician_name,
    roomId: row.room_id,
    slotMinutes: row.slot_minutes,
    slots: slots
      .filter((slot) => slot.session_id === row.id)
      .map((slot) => ({
        id: slot.id,
        startsAt: slot.starts_at,
        endsAt: slot.ends_at,
        appointment: bySlot.get(slot.id) ?? null,
      })),
  }))
}
