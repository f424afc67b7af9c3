/**
 * Slots that are being filled again, and to whom each is offered. At most one offer for a slot is open, and one for a
 * worker: unique indexes say so, whoever asks at the same moment.
 */
import type { ExamType } from '../protocol/exam-types.ts'
import type { OfferState, RefillNews } from '../protocol/offers.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { writeAudit } from './audit.ts'
import type { Deed } from './appointments.ts'
import { readOfferContext } from './offer-context.ts'
import { readOffer, toOffer, type Offer } from './offer-rows.ts'
import { openStatuses } from './statuses.ts'
import type { Db, Tx } from './tables.ts'

/** A freed slot for which nobody is found yet. */
export interface Refill {
  readonly slotId: Id
  readonly freedAt: Instant
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly physicianId: Id
  /** Null: everyone uses their own phone. */
  readonly siteId: Id | null
}

export function readOffers(db: Db) {
  const refills = () =>
    db
      .selectFrom('refills as f')
      .innerJoin('slots as s', 's.id', 'f.slot_id')
      .innerJoin('sessions as se', 'se.id', 's.session_id')
      .leftJoin('rooms as r', 'r.id', 'se.room_id')
      .select([
        'f.slot_id',
        'f.freed_at',
        's.starts_at',
        's.ends_at',
        'se.physician_id',
        'r.site_id',
        'se.id as session_id',
      ])
      .where('f.ended_at', 'is', null)
      .orderBy('s.starts_at')

  return {
    get: (id: Id) => readOffer(db, id),
    context: (id: Id) => readOfferContext(db, id),

    /** Returns the slots for which nobody is found yet, the earliest first. */
    async refills(): Promise<Refill[]> {
      const rows = await refills().execute()
      return rows.map((row) => ({
        slotId: row.slot_id,
        freedAt: row.freed_at,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        physicianId: row.physician_id,
        siteId: row.site_id,
      }))
    },

    async open(): Promise<Offer[]> {
      const rows = await db.selectFrom('offers').selectAll().where('state', '=', 'open').execute()
      return rows.map(toOffer)
    },

    /** Returns which slot is offered to whom has an appointment already, by the appointment that would move there. */
    async byAppointment(): Promise<Map<Id, Id>> {
      const rows = await db
        .selectFrom('offers as o')
        .innerJoin('appointments as a', 'a.worker_id', 'o.worker_id')
        .select(['o.id', 'o.exam_type', 'a.id as appointment_id', 'a.exam_type as present'])
        .where('o.state', '=', 'open')
        .where('a.status', 'in', openStatuses)
        .execute()
      // What they asked for themselves moves by an offer of its own kind alone.
      const isAsked = (examType: ExamType) => examType === 'spontaneous'
      const own = rows.filter((row) => isAsked(row.exam_type) === isAsked(row.present))
      return new Map(own.map((row) => [row.appointment_id, row.id]))
    },

    /** Returns who was asked for this slot since it became free, and to whom it belonged before. */
    async asked(slotId: Id, since: Instant): Promise<Set<Id>> {
      const rows = await db
        .selectFrom('offers')
        .select('worker_id')
        .where('slot_id', '=', slotId)
        .where('made_at', '>=', since)
        .union(db.selectFrom('appointments').select('worker_id').where('slot_id', '=', slotId))
        .execute()
      return new Set(rows.map((row) => row.worker_id))
    },

    /** Returns what there is to see of the refilling in these sessions, by session. */
    async news(sessionIds: readonly Id[]): Promise<Map<Id, RefillNews[]>> {
      const rows = await refills()
        .leftJoin('offers as o', (join) =>
          join.onRef('o.slot_id', '=', 'f.slot_id').on('o.state', '=', 'open'),
        )
        .leftJoin('workers as w', 'w.id', 'o.worker_id')
        .select(['o.reason', 'o.until', 'w.first_name', 'w.last_name'])
        .where('se.id', 'in', sessionIds)
        .execute()
      const news = new Map<Id, RefillNews[]>()
      for (const row of rows) {
        const { slot_id: slotId, starts_at: startsAt, ends_at: endsAt, reason, until } = row
        const workerName = `${row.first_name} ${row.last_name}`.slice(0, 120)
        const offer = reason === null || until === null ? null : { workerName, reason, until }
        const ofSession = news.get(row.session_id) ?? []
        news.set(row.session_id, [...ofSession, { slotId, startsAt, endsAt, offer }])
      }
      return news
    },
  }
}

export function writeOffers(tx: Tx) {
  const audit = writeAudit(tx)
  const read = readOffers(tx)

  const settle = async (
    offer: Pick<Offer, 'id' | 'slotId'>,
    state: Exclude<OfferState, 'open'>,
    deed: Deed,
    appointmentId: Id | null = null,
  ): Promise<boolean> => {
    const { numUpdatedRows } = await tx
      .updateTable('offers')
      .set({ state, settled_at: deed.at, appointment_id: appointmentId })
      .where('id', '=', offer.id)
      .where('state', '=', 'open')
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
    const details = { ...deed.details, offerId: offer.id, slotId: offer.slotId }
    await audit.append({ ...deed, appointmentId, action: `offer-${state}`, details })
    return true
  }

  return {
    ...read,
    /** Returns whether it was open until now. */
    settle,

    async make(offer: Omit<Offer, 'state' | 'appointmentId'>, deed: Deed): Promise<void> {
      await tx
        .insertInto('offers')
        .values({
          id: offer.id,
          slot_id: offer.slotId,
          worker_id: offer.workerId,
          request_id: offer.requestId,
          reason: offer.reason,
          exam_type: offer.examType,
          made_at: offer.madeAt,
          until: offer.until,
          state: 'open',
          settled_at: null,
          appointment_id: null,
        })
        .execute()
      const { id, slotId, reason, until } = offer
      const details = { ...deed.details, offerId: id, slotId, reason, until }
      await audit.append({ ...deed, appointmentId: null, action: 'offer-made', details })
    },

    async end(slotId: Id, endedAs: 'filled' | 'lost', deed: Deed): Promise<void> {
      await tx
        .updateTable('refills')
        .set({ ended_at: deed.at, ended_as: endedAs })
        .where('slot_id', '=', slotId)
        .where('ended_at', 'is', null)
        .execute()
      const details = { ...deed.details, slotId }
      await audit.append({ ...deed, appointmentId: null, action: `slot-${endedAs}`, details })
    },
  }
}

/** Called in the transaction that frees the slot: from here on it is looked for somebody, whatever happens to the server. */
export async function startRefill(tx: Tx, slotId: Id, at: Instant): Promise<void> {
  await tx
    .insertInto('refills')
    .values({ slot_id: slotId, freed_at: at, ended_at: null, ended_as: null })
    .onConflict((conflict) =>
      conflict.column('slot_id').doUpdateSet({ freed_at: at, ended_at: null, ended_as: null }),
    )
    .execute()
}

/** Called in the transaction that gives the slot to this worker: whoever else was asked for it is asked no more. */
export async function endRefill(tx: Tx, slotId: Id, workerId: Id, at: Instant): Promise<void> {
  await tx
    .updateTable('offers')
    .set({ state: 'withdrawn', settled_at: at })
    .where('slot_id', '=', slotId)
    .where('worker_id', '!=', workerId)
    .where('state', '=', 'open')
    .execute()
  await tx
    .updateTable('refills')
    .set({ ended_at: at, ended_as: 'filled' })
    .where('slot_id', '=', slotId)
    .where('ended_at', 'is', null)
    .execute()
}
