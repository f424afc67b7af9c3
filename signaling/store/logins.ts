/** Who is signed in: behind each cookie a row, so that a login can be ended from here. */
import { fromInstant, toInstant } from '../clock.ts'
import type { Device, OwnLogin, SignInMethod } from '../protocol/own-access.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { toStaffMember, type StaffMember } from './staff.ts'
import type { Db, Tx } from './tables.ts'

/** A staff login that nobody used for so long ends: whoever left did not come back for their screen. */
export const staffIdleMs = 2 * 60 * 60_000

export interface StaffLogin {
  readonly member: StaffMember
  readonly lastUsedAt: Instant | null
}

export type LoginDraft = {
  readonly cookieHash: string
  readonly at: Instant
  readonly expiresAt: Instant
} & (
  | {
      readonly kind: 'staff'
      readonly staffId: Id
      readonly device?: Device | null
      readonly method?: SignInMethod
    }
  | { readonly kind: 'worker'; readonly appointmentId: Id; readonly linkVersion: number }
)

export function readLogins(db: Db) {
  const unexpired = (now: Instant) =>
    db
      .selectFrom('logins')
      .where('logins.ended_at', 'is', null)
      .where('logins.expires_at', '>', now)
  const usedSince = (now: Instant) => toInstant(fromInstant(now) - staffIdleMs)
  const behind = (cookieHash: string, now: Instant) =>
    unexpired(now).where('logins.cookie_hash', '=', cookieHash)

  return {
    /** Returns who is behind a staff cookie; null once it ended, expired, or the person may no longer sign in. */
    async staff(cookieHash: string, now: Instant): Promise<StaffLogin | null> {
      const row = await behind(cookieHash, now)
        .innerJoin('staff', 'staff.id', 'logins.staff_id')
        .where('staff.disabled_at', 'is', null)
        .where('logins.last_used_at', '>', usedSince(now))
        .selectAll('staff')
        .select('logins.last_used_at')
        .executeTakeFirst()
      if (row === undefined) return null
      return { member: toStaffMember(row), lastUsedAt: row.last_used_at }
    },

    /** Returns where somebody is signed in, the latest first. */
    async ofStaff(staffId: Id, now: Instant): Promise<Omit<OwnLogin, 'here'>[]> {
      const rows = await unexpired(now)
        .where('staff_id', '=', staffId)
        .where('last_used_at', '>', usedSince(now))
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('cookie_hash')
        .execute()
      return rows.map((row) => ({
        // A hash of 256 random bits: it names the login, and opens nothing.
        id: row.cookie_hash,
        device: row.device,
        method: row.method,
        since: row.created_at,
        lastUsedAt: row.last_used_at,
      }))
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
      const staff = await unexpired(now)
        .innerJoin('staff', 'staff.id', 'logins.staff_id')
        .where('staff.disabled_at', 'is', null)
        .where('logins.last_used_at', '>', usedSince(now))
        .select(['cookie_hash', 'expires_at', 'last_used_at'])
        .execute()
      const rows = await Promise.all([
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
      const untilIdle = staff.map(({ cookie_hash, expires_at, last_used_at }) => {
        const idleAt = toInstant(fromInstant(last_used_at ?? now) + staffIdleMs)
        return { cookie_hash, expires_at: idleAt < expires_at ? idleAt : expires_at }
      })
      const all = [...untilIdle, ...rows.flat()]
      return new Map(all.map((row) => [row.cookie_hash ?? '', row.expires_at]))
    },
  }
}

export function writeLogins(tx: Tx) {
  return {
    ...readLogins(tx),

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
          method: draft.kind === 'staff' ? (draft.method ?? null) : null,
        })
        .execute()
    },

    /** For who is in a call when the hour comes. A login that was ended stays ended. */
    async prolong(cookieHash: string, until: Instant): Promise<void> {
      await tx
        .updateTable('logins')
        .set({ expires_at: until })
        .where('cookie_hash', '=', cookieHash)
        .where('ended_at', 'is', null)
        .where('expires_at', '<', until)
        .execute()
    },

    /** It was used now: its idle time begins anew. */
    async use(cookieHash: string, at: Instant): Promise<void> {
      await tx
        .updateTable('logins')
        .set({ last_used_at: at })
        .where('cookie_hash', '=', cookieHash)
        .execute()
    },

    /** Returns which ended. */
    async endOfStaff(staffId: Id, at: Instant): Promise<string[]> {
      const rows = await tx
        .updateTable('logins')
        .set({ ended_at: at })
        .where('staff_id', '=', staffId)
        .where('ended_at', 'is', null)
        .returning('cookie_hash')
        .execute()
      return rows.map((row) => row.cookie_hash)
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
