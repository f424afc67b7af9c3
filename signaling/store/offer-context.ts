/** One offer with everyone and everything around it. */
import type { Worker } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { reachFor } from '../rules/requests.ts'
import { readOffer, type Offer } from './offer-rows.ts'
import { placeName, withPlace } from './places.ts'
import { toAsked } from './requests.ts'
import { openStatuses } from './statuses.ts'
import type { Db } from './tables.ts'
import { toWorker } from './workers.ts'

/** What the offer's mail and its page need to know. */
export interface OfferContext {
  readonly offer: Offer
  /** With the address and the language of what they asked for, where that is the reason, or would move. */
  readonly worker: Worker
  /** Where an SMS goes: of what they asked for, to the number that they gave. */
  readonly mobile: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly physicianId: Id
  readonly physicianName: string
  /** Null: on the worker's own phone. */
  readonly placeName: string | null
  /** When the worker's own appointment is that would move; null where they have none. */
  readonly insteadOf: Instant | null
}

export async function readOfferContext(db: Db, id: Id): Promise<OfferContext | null> {
  const offer = await readOffer(db, id)
  if (offer === null) return null
  const place = await withPlace(db)
    .innerJoin('slots as s', 's.session_id', 'se.id')
    .select(['s.starts_at as slot_starts_at', 's.ends_at as slot_ends_at'])
    .where('s.id', '=', offer.slotId)
    .executeTakeFirstOrThrow()
  const worker = await db
    .selectFrom('workers')
    .selectAll()
    .where('id', '=', offer.workerId)
    .executeTakeFirstOrThrow()
  const request =
    offer.requestId === null
      ? undefined
      : await db
          .selectFrom('requests')
          .select(['email', 'phone', 'language', 'tell_employer'])
          .where('id', '=', offer.requestId)
          .executeTakeFirst()
  const present = await db
    .selectFrom('appointments as a')
    .innerJoin('slots as s', 's.id', 'a.slot_id')
    .leftJoin('requests as rq', 'rq.appointment_id', 'a.id')
    .select(['s.starts_at', 'rq.email', 'rq.phone', 'rq.language', 'rq.tell_employer'])
    .where('a.worker_id', '=', offer.workerId)
    .where('a.exam_type', offer.examType === 'spontaneous' ? '=' : '!=', 'spontaneous')
    .where('a.status', 'in', openStatuses)
    .executeTakeFirst()
  const known = toWorker(worker)
  const answered = request ?? present
  const asked = answered === undefined ? null : toAsked(answered)
  const { email, phone: mobile } = reachFor(offer.examType, asked, known)
  return {
    offer,
    worker: { ...known, email, language: answered?.language ?? known.language },
    mobile,
    startsAt: place.slot_starts_at,
    endsAt: place.slot_ends_at,
    physicianId: place.physician_id,
    physicianName: place.physician_name,
    placeName: placeName(place),
    insteadOf: present?.starts_at ?? null,
  }
}
