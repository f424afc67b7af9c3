/** Offers as they are read. */
import type { ExamType } from '../protocol/exam-types.ts'
import type { OfferState, RefillReason } from '../protocol/offers.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db, Tables } from './tables.ts'

export interface Offer {
  readonly id: Id
  readonly slotId: Id
  readonly workerId: Id
  /** What they asked for, where that is the reason. */
  readonly requestId: Id | null
  readonly reason: RefillReason
  readonly examType: ExamType
  readonly madeAt: Instant
  /** The last moment at which it can be accepted. */
  readonly until: Instant
  readonly state: OfferState
  readonly appointmentId: Id | null
}

export async function readOffer(db: Db, id: Id): Promise<Offer | null> {
  const row = await db.selectFrom('offers').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toOffer(row)
}

export function toOffer(row: Tables['offers']): Offer {
  return {
    id: row.id,
    slotId: row.slot_id,
    workerId: row.worker_id,
    requestId: row.request_id,
    reason: row.reason,
    examType: row.exam_type,
    madeAt: row.made_at,
    until: row.until,
    state: row.state,
    appointmentId: row.appointment_id,
  }
}
