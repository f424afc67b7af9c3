/** The service's own sign-in: ways to it that were begun, and whose account each of its subjects is. */
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import type { StaffPage } from '../protocol/staff-oidc.ts'
import type { Db, Tx } from './tables.ts'

export interface StaffOidcFlow {
  readonly stateHash: string
  readonly browserHash: string
  /** Of the login that the browser had; it ends with the new one. */
  readonly loginKey: string | null
  readonly page: StaffPage
  readonly locale: Locale
  readonly nonce: string
  readonly codeVerifier: string
  readonly expiresAt: Instant
}

export interface OidcLink {
  readonly issuer: string
  readonly subject: string
  readonly staffId: Id
  readonly at: Instant
}

export function readStaffOidc(db: Db) {
  return {
    /** Returns null when this subject has no account here. */
    async staffOf(issuer: string, subject: string): Promise<Id | null> {
      const row = await db
        .selectFrom('staff_oidc_subjects')
        .select('staff_id')
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst()
      return row?.staff_id ?? null
    },

    /** The accounts that are some subject's. */
    async linked(): Promise<ReadonlySet<Id>> {
      const rows = await db.selectFrom('staff_oidc_subjects').select('staff_id').execute()
      return new Set(rows.map((row) => row.staff_id))
    },
  }
}

export function writeStaffOidc(tx: Tx) {
  return {
    ...readStaffOidc(tx),

    /** Adds one, and forgets those that expired. */
    async begin(flow: StaffOidcFlow, now: Instant): Promise<void> {
      await tx.deleteFrom('staff_oidc_flows').where('expires_at', '<=', now).execute()
      await tx
        .insertInto('staff_oidc_flows')
        .values({
          state_hash: flow.stateHash,
          browser_hash: flow.browserHash,
          login_key: flow.loginKey,
          page: flow.page,
          locale: flow.locale,
          nonce: flow.nonce,
          code_verifier: flow.codeVerifier,
          expires_at: flow.expiresAt,
        })
        .execute()
    },

    /** Returns the way and forgets it: whatever comes of this return, there is no second. Null when there is none. */
    async take(stateHash: string, now: Instant): Promise<StaffOidcFlow | null> {
      const row = await tx
        .deleteFrom('staff_oidc_flows')
        .where('state_hash', '=', stateHash)
        .returningAll()
        .executeTakeFirst()
      if (row === undefined || row.expires_at <= now) return null
      return {
        stateHash: row.state_hash,
        browserHash: row.browser_hash,
        loginKey: row.login_key,
        page: row.page,
        locale: row.locale,
        nonce: row.nonce,
        codeVerifier: row.code_verifier,
        expiresAt: row.expires_at,
      }
    },

    /** Returns false when the account is another subject's. */
    async link({ issuer, subject, staffId, at }: OidcLink): Promise<boolean> {
      const { numInsertedOrUpdatedRows: added } = await tx
        .insertInto('staff_oidc_subjects')
        .values({ issuer, subject, staff_id: staffId, linked_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return added === 1n
    },

    /** Returns false when the account was nobody's. */
    async unlink(staffId: Id): Promise<boolean> {
      const { numDeletedRows } = await tx
        .deleteFrom('staff_oidc_subjects')
        .where('staff_id', '=', staffId)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}
