/** Codes that were sent to workers. Of each only a keyed hash is kept. */
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db, Tx } from './tables.ts'

export interface SentCode {
  readonly id: Id
  readonly codeMac: string
  /** How often it was tried, this time included. */
  readonly tries: number
}

export function readIdentificationCodes(db: Db) {
  return {
    /** Returns how many were sent for this appointment since then. */
    async sentSince(appointmentId: Id, since: Instant): Promise<number> {
      const rows = await db
        .selectFrom('identification_codes')
        .select('id')
        .where('appointment_id', '=', appointmentId)
        .where('made_at', '>', since)
        .execute()
      return rows.length
    },
  }
}

export function writeIdentificationCodes(tx: Tx) {
  return {
    ...readIdentificationCodes(tx),

    /** Adds one; those that this login had before are dead. Forgets what was made before `forgetBefore`. */
    async add(
      code: {
        readonly id: Id
        readonly loginKey: string
        readonly appointmentId: Id
        readonly codeMac: string
        readonly at: Instant
        readonly expiresAt: Instant
      },
      forgetBefore: Instant,
    ): Promise<void> {
      await tx.deleteFrom('identification_codes').where('made_at', '<=', forgetBefore).execute()
      await tx
        .updateTable('identification_codes')
        .set({ ended_at: code.at })
        .where('login_key', '=', code.loginKey)
        .where('ended_at', 'is', null)
        .execute()
      await tx
        .insertInto('identification_codes')
        .values({
          id: code.id,
          login_key: code.loginKey,
          appointment_id: code.appointmentId,
          code_mac: code.codeMac,
          tries: 0,
          made_at: code.at,
          expires_at: code.expiresAt,
          ended_at: null,
        })
        .execute()
    },

    /** Counts a try, before it is looked at: two at once are two. Null when there is no code to try. */
    async tryOf(loginKey: string, now: Instant): Promise<SentCode | null> {
      const row = await tx
        .updateTable('identification_codes')
        .set((code) => ({ tries: code('tries', '+', 1) }))
        .where('login_key', '=', loginKey)
        .where('ended_at', 'is', null)
        .where('expires_at', '>', now)
        .returning(['id', 'code_mac', 'tries'])
        .executeTakeFirst()
      return row === undefined ? null : { id: row.id, codeMac: row.code_mac, tries: row.tries }
    },

    async end(id: Id, at: Instant): Promise<void> {
      await tx
        .updateTable('identification_codes')
        .set({ ended_at: at })
        .where('id', '=', id)
        .execute()
    },
  }
}
