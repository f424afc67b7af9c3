/** Appointments as they are read: with their slot, their session, and how far the latest message came that said when. */
import { sql } from 'kysely'
import type { Appointment, DeliveryState } from '../protocol/planning.ts'
import type { Instant } from '../protocol/primitives.ts'
import { aboutTime } from './outbox.ts'
import type { Db, Tables } from './tables.ts'

export function withDelivery(db: Db) {
  return db
    .selectFrom('appointments as a')
    .innerJoin('slots as s', 's.id', 'a.slot_id')
    .innerJoin('sessions as se', 'se.id', 's.session_id')
    .leftJoin('outbox as o', (join) =>
      join.on('o.id', '=', (eb) =>
        eb
          .selectFrom('outbox as latest')
          .select('latest.id')
          .whereRef('latest.appointment_id', '=', 'a.id')
          .where('latest.kind', 'in', aboutTime)
          .orderBy('latest.created_at', 'desc')
          // Two within a millisecond: the one that was written last.
          .orderBy(sql`latest.rowid`, 'desc')
          .limit(1),
      ),
    )
    .selectAll('a')
    .select([
      's.session_id',
      's.starts_at',
      's.ends_at',
      'se.physician_id',
      'o.state as outbox_state',
      'o.attempts as outbox_attempts',
      'o.created_at as outbox_created_at',
      'o.settled_at as outbox_settled_at',
    ])
}

export type AppointmentRow = Awaited<
  ReturnType<ReturnType<typeof withDelivery>['executeTakeFirstOrThrow']>
>

export function toAppointment(row: AppointmentRow): Appointment {
  return {
    id: row.id,
    slotId: row.slot_id,
    sessionId: row.session_id,
    physicianId: row.physician_id,
    workerId: row.worker_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    modality: row.modality,
    examType: row.exam_type,
    status: row.status,
    outcome: row.outcome,
    inPersonAskedBy: row.in_person_asked_by,
    delivery: toDelivery(row),
  }
}

function toDelivery(row: AppointmentRow): Appointment['delivery'] {
  const state = toDeliveryState(row.outbox_state)
  const at: Instant | null = row.outbox_settled_at ?? row.outbox_created_at
  return state === 'none'
    ? { state, at: null, attempts: 0 }
    : { state, at, attempts: row.outbox_attempts ?? 0 }
}

function toDeliveryState(state: Tables['outbox']['state'] | null): DeliveryState {
  switch (state) {
    case 'queued':
    case 'sent':
    case 'failed':
      return state
    case 'superseded': // nothing left, and nothing will
    case null:
      return 'none'
  }
}
