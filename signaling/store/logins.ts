/** Who is signed in: behind each cookie a row, so that a login can be ended from here. */
import type { Device } from '../protocol/own-access.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { toStaffMember, type StaffMember } from './staff.ts'
import type { Db, Tx } from './tables.ts'

export type LoginDraft = {
  readonly cookieHash: string
  readonly at: Instant
  readonly expiresAt: Instant
} & (
  | { readonly kind: 'staff'; readonly staffId: Id; readonly device?: Device | null }
  | { readonly kind: 'worker'; readonly appointmentId: Id; readonly linkVersion: number }
)

export function readLogins(db: Db) {
  const unexpired = (now: Instant) =>
    db
      .selectFrom('logins')
      .where('logins.ended_at', 'is', null)
      .where('logins.expires_at', '>', now)
  const behind = (cookieHash: string, now: Instant) =>
    unexpired(now).where('logins.cookie_hash', '=', cookieHash)

  return {
    /** Returns who is behind a staff cookie; null once it ended, expired, or the person may no longer sign in. */
    async staff(cookieHash: string, now: Instant): Promise<StaffMember | null> {
      const row = await behind(cookieHash, now)
        .innerJoin('staff', 'staff.id', 'logins.staff_id')
        .where('staff.disabled_at', 'is', null)
        .selectAll('staff')
        .executeTakeFirst()
      return row === undefined ? null : toStaffMember(row)
    },

    /** Returns the appointment behind a worker's cookie; null as well once its call link was revoked. */
    async worker(cookieHash: string, now: Instant): Promise<{ appointmentId: Id } | null> {
      const row = await behind(cookieHash, now)
        .innerJoin('appointments', 'appointments.id', 'logins.appointment_id')
        .whereRef('appointments.link_version', '=', 'logins.link_version')
        .select('appointments.id')
        .executeTakeFirst()
      return row === undefined ? null : { appointmentId: row.id }
    },

    /** Returns everyone who is signed in now, staff, workers and guests, and until when: by the hash of their cookies. */
    async open(now: Instant): Promise<Map<string, Instant>> {
      const rows = await Promise.all([
        unexpired(now)
          .innerJoin('staff', 'staff.id', 'logins.staff_id')
          .where('staff.disabled_at', 'is', null)
          .select(['cookie_hash', 'expires_at'])
          .execute(),
        unexpired(now)
          .innerJoin('appointments', 'appointments.id', 'logins.appointment_id')
          .whereRef('appointments.link_version', '=', 'logins.link_version')
          .select(['cookie_hash', 'expires_at'])
          .execute(),
        db
          .selectFrom('guests')
          .where('ended_at', 'is', null)
          .where('expires_at', '>', now)
          .where('cookie_hash', 'is not', null)
          .select(['cookie_hash', 'expires_at'])
          .execute(),
      ])
      return new Map(rows.flat().map((row) => [row.cookie_hash ?? '', row.expires_at]))
    },
  }
}

export function writeLogins(tx: Tx) {
  return {
    /** Adds a login, and forgets those that expired: nobody can come back through them. */
    async add(draft: LoginDraft): Promise<void> {
      await tx.deleteFrom('logins').where('expires_at', '<=', draft.at).execute()
      await tx
        .insertInto('logins')
        .values({
          cookie_hash: draft.cookieHash,
          kind: draft.kind,
          staff_id: draft.kind === 'staff' ? draft.staffId : null,
          appointment_id: draft.kind === 'worker' ? draft.appointmentId : null,
          link_version: draft.kind === 'worker' ? draft.linkVersion : null,
          created_at: draft.at,
          expires_at: draft.expiresAt,
          ended_at: null,
          device: draft.kind === 'staff' ? (draft.device ?? null) : null,
          last_used_at: draft.at,
        })
        .execute()
    },

    async end(cookieHash: string, at: Instant): Promise<void> {
      await tx
        .updateTable('logins')
        .set({ ended_at: at })
        .where('cookie_hash', '=', cookieHash)
        .where('ended_at', 'is', null)
        .execute()
    },
  }
}
