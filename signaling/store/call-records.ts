/** How calls went. The last report of each side stands; a row says itself until when it is kept. */
import type { Participant } from '../protocol/consultation.ts'
import type { CallRecord } from '../protocol/call-records.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db, Tables, Tx } from './tables.ts'

export interface CallReport {
  readonly appointmentId: Id
  readonly side: Participant
  readonly at: Instant
  readonly keepUntil: Instant
  readonly record: CallRecord
}

export function readCallRecords(db: Db) {
  return {
    /** Returns the latest reports first. */
    async latest(limit: number): Promise<CallReport[]> {
      const rows = await db
        .selectFrom('call_records')
        .selectAll()
        .orderBy('reported_at', 'desc')
        .orderBy('call_id')
        .orderBy('side')
        .limit(limit)
        .execute()
      return rows.map(toReport)
    },

    async has(callId: Id, appointmentId: Id): Promise<boolean> {
      const row = await db
        .selectFrom('call_records')
        .select('call_id')
        .where('call_id', '=', callId)
        .where('appointment_id', '=', appointmentId)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

export function writeCallRecords(tx: Tx) {
  return {
    ...readCallRecords(tx),

    async put(report: CallReport): Promise<void> {
      const row = toRow(report)
      await tx
        .insertInto('call_records')
        .values(row)
        .onConflict((conflict) => conflict.columns(['call_id', 'side']).doUpdateSet(row))
        .execute()
    },

    /** Deletes what was to be kept until before this moment. */
    async forget(now: Instant): Promise<void> {
      await tx.deleteFrom('call_records').where('keep_until', '<', now).execute()
    },
  }
}

function toRow({ appointmentId, side, at, keepUntil, record }: CallReport): Tables['call_records'] {
  const { stages, rungMs, recoveries } = record
  return {
    call_id: record.callId,
    side,
    appointment_id: appointmentId,
    reported_at: at,
    keep_until: keepUntil,
    connected_ms: record.connectedMs,
    path: record.path,
    attempts: record.attempts,
    start: record.start,
    time_to_picture_ms: record.timeToPictureMs,
    freezes: record.freezes,
    frozen_ms: record.frozenMs,
    concealed: record.concealed,
    worst_rung: record.worstRung,
    details: JSON.stringify({ stages, rungMs, recoveries }),
  }
}

function toReport(row: Tables['call_records']): CallReport {
  const details = JSON.parse(row.details) as Pick<CallRecord, 'stages' | 'rungMs' | 'recoveries'>
  return {
    appointmentId: row.appointment_id,
    side: row.side,
    at: row.reported_at,
    keepUntil: row.keep_until,
    record: {
      callId: row.call_id,
      connectedMs: row.connected_ms,
      path: row.path,
      attempts: row.attempts,
      start: row.start,
      timeToPictureMs: row.time_to_picture_ms,
      freezes: row.freezes,
      frozenMs: row.frozen_ms,
      concealed: row.concealed,
      worstRung: row.worst_rung,
      ...details,
    },
  }
}
