/** What workers declared about their consultations, as they declared it. */
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import type { Declared } from '../rules/consents.ts'
import type { Db, Tx } from './tables.ts'

export interface ConsentRow extends Declared {
  readonly appointmentId: Id
  readonly at: Instant
  readonly textVersion: string
  readonly language: Locale
  /** The member of the staff who heard it; null: said on the worker's own page. */
  readonly heardBy: Id | null
  /** Behind which it was said on the worker's own page. */
  readonly loginKey: string | null
}

export function readConsents(db: Db) {
  return {
    /** Returns all that was ever declared about these appointments, the oldest first. */
    async of(appointmentIds: readonly Id[]): Promise<ConsentRow[]> {
      if (appointmentIds.length === 0) return []
      const rows = await db
        .selectFrom('consents')
        .selectAll()
        .where('appointment_id', 'in', appointmentIds)
        .orderBy('number')
        .execute()
      return rows.map((row) => ({
        appointmentId: row.appointment_id,
        at: row.at,
        consent: row.consent,
        given: row.given === 1,
        textVersion: row.text_version,
        language: row.language,
        heardBy: row.heard_by,
        loginKey: row.login_key,
      }))
    },
  }
}

export function writeConsents(tx: Tx) {
  return {
    ...readConsents(tx),
    async add(row: ConsentRow): Promise<void> {
      await tx
        .insertInto('consents')
        .values({
          appointment_id: row.appointmentId,
          at: row.at,
          consent: row.consent,
          given: row.given ? 1 : 0,
          text_version: row.textVersion,
          language: row.language,
          heard_by: row.heardBy,
          login_key: row.loginKey,
        })
        .execute()
    },
  }
}
