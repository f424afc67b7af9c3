/** Physicians' half days. */
import type { Session, Slot } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { AppError } from '../errors.ts'
import { readAppointments } from './appointments.ts'
import { readOffers } from './offers.ts'
import { placeName, withPlace } from './places.ts'
import { readSlots, type SlotTimes } from './slots.ts'
import type { Db, Tx } from './tables.ts'

export interface SessionAddition {
  readonly id: Id
  readonly physicianId: Id
  readonly roomId: Id | null
  readonly slotMinutes: number
  /** By video when left out. */
  readonly inPerson?: boolean | undefined
  /** At least one, in order; between two may be a break. The session lasts from the first's start to the last's end. */
  readonly slots: readonly SlotTimes[]
}

export interface SessionHead {
  readonly id: Id
  readonly physicianId: Id
  readonly placeName: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Left out for talks by video. */
  readonly inPerson?: true
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
  }
}

export function writeSessions(tx: Tx) {
  return {
    ...readSessions(tx),

    /** Whether the physician, or the room, has a session in this time already; says which. */
    overlap: (session: Pick<SessionAddition, 'physicianId' | 'roomId' | 'slots'>) =>
      findOverlap(tx, session),

    /** Refused as `overlaps` while the physician, or the room, has another session in the same time. */
    async add(session: SessionAddition, at: Instant): Promise<void> {
      const startsAt = session.slots[0]?.startsAt
      const endsAt = session.slots.at(-1)?.endsAt
      if (startsAt === undefined || endsAt === undefined) throw new AppError('invalid')
      const overlap = await findOverlap(tx, session)
      if (overlap !== null) throw new AppError('overlaps', `/${overlap}`)
      await tx
        .insertInto('sessions')
        .values({
          id: session.id,
          physician_id: session.physicianId,
          room_id: session.roomId,
          starts_at: startsAt,
          ends_at: endsAt,
          slot_minutes: session.slotMinutes,
          modality: session.inPerson === true ? 'in-person' : 'remote',
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

async function findOverlap(
  tx: Tx,
  session: Pick<SessionAddition, 'physicianId' | 'roomId' | 'slots'>,
): Promise<'physicianId' | 'roomId' | null> {
  const startsAt = session.slots[0]?.startsAt
  const endsAt = session.slots.at(-1)?.endsAt
  if (startsAt === undefined || endsAt === undefined) return null
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
  if (other === undefined) return null
  return other.physician_id === session.physicianId ? 'physicianId' : 'roomId'
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof withPlace>['executeTakeFirstOrThrow']>>

function toHead(row: HeadRow): SessionHead {
  return {
    id: row.id,
    physicianId: row.physician_id,
    placeName: placeName(row),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    ...(row.modality === 'in-person' ? { inPerson: true } : {}),
  }
}

const withRefill = (refill: Slot['refill']) => (refill === undefined ? {} : { refill })

async function withSlots(db: Db, rows: readonly HeadRow[]): Promise<Session[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const slots = await readSlots(db).ofSessions(ids)
  const bySlot = await readAppointments(db).shownInSlots(ids)
  const refills = new Map(
    [...(await readOffers(db).news(ids)).values()].flat().map((news) => [news.slotId, news]),
  )
  return rows.map((row) => ({
    ...toHead(row),
    physicianName: row.physician_name,
    roomId: row.room_id,
    slotMinutes: row.slot_minutes,
    slots: slots
      .filter((slot) => slot.sessionId === row.id)
      .map((slot) => ({
        id: slot.id,
        startsAt: slot.startsAt,
        endsAt: slot.endsAt,
        appointment: bySlot.get(slot.id) ?? null,
        ...withRefill(refills.get(slot.id)),
      })),
  }))
}
