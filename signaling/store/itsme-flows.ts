/** Ways to itsme that were begun: each is taken out by the one return that uses it. */
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import type { Tx } from './tables.ts'

export interface ItsmeFlow {
  readonly stateHash: string
  readonly browserHash: string
  readonly loginKey: string
  readonly appointmentId: Id
  readonly locale: Locale
  readonly nonce: string
  readonly codeVerifier: string
  readonly expiresAt: Instant
}

export function writeItsmeFlows(tx: Tx) {
  return {
    /** Adds one, and forgets those that expired. */
    async add(flow: ItsmeFlow, now: Instant): Promise<void> {
      await tx.deleteFrom('itsme_flows').where('expires_at', '<=', now).execute()
      await tx
        .insertInto('itsme_flows')
        .values({
          state_hash: flow.stateHash,
          browser_hash: flow.browserHash,
          login_key: flow.loginKey,
          appointment_id: flow.appointmentId,
          locale: flow.locale,
          nonce: flow.nonce,
          code_verifier: flow.codeVerifier,
          expires_at: flow.expiresAt,
        })
        .execute()
    },

    /** Returns the flow and forgets it: whatever comes of this return, there is no second. Null when there is none. */
    async take(stateHash: string, now: Instant): Promise<ItsmeFlow | null> {
      const row = await tx
        .deleteFrom('itsme_flows')
        .where('state_hash', '=', stateHash)
        .returningAll()
        .executeTakeFirst()
      if (row === undefined || row.expires_at <= now) return null
      return {
        stateHash: row.state_hash,
        browserHash: row.browser_hash,
        loginKey: row.login_key,
        appointmentId: row.appointment_id,
        locale: row.locale,
        nonce: row.nonce,
        codeVerifier: row.code_verifier,
        expiresAt: row.expires_at,
      }
    },
  }
}
