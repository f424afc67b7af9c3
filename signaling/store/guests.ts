/** Guests' links and logins. A link opens once, and is dead with the guest's visit. */
import type { GuestLink, GuestRole } from '../protocol/guest.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db, Tables, Tx } from './tables.ts'

/** What the live side is told of a guest whose page comes. */
export interface Seated {
  readonly id: Id
  readonly appointmentId: Id
  readonly role: GuestRole
  readonly name: string
  /** The call that they were let into. */
  readonly admittedTo: Id | null
}

export interface GuestAddition {
  readonly id: Id
  readonly appointmentId: Id
  readonly role: GuestRole
  readonly name: string
  readonly tokenHash: string
  readonly madeBy: Id
  readonly at: Instant
  readonly expiresAt: Instant
}

export function readGuests(db: Db) {
  const standing = () => db.selectFrom('guests').selectAll().where('ended_at', 'is', null)
  return {
    /** Returns the guest whose link was not opened yet; null when it was, was revoked, or expired. */
    async invited(id: Id, tokenHash: string, now: Instant): Promise<Seated | null> {
      const row = await standing()
        .where('id', '=', id)
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row === undefined ? null : toSeated(row)
    },

    async ofLogin(
      cookieHash: string,
      now: Instant,
    ): Promise<{ guestId: Id; appointmentId: Id } | null> {
      const row = await standing()
        .where('cookie_hash', '=', cookieHash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row === undefined ? null : { guestId: row.id, appointmentId: row.appointment_id }
    },

    /** Returns null once their visit is over. */
    async seated(id: Id): Promise<Seated | null> {
      const row = await standing().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : toSeated(row)
    },

    /** Returns the link that this appointment has, opened or not. */
    async ofAppointment(appointmentId: Id, now: Instant): Promise<GuestLink | null> {
      const row = await standing()
        .where('appointment_id', '=', appointmentId)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row === undefined ? null : toGuestLink(row)
    },

    /** Returns who made the link: the physician whose guest it is. */
    async madeBy(id: Id): Promise<Id | null> {
      const row = await db
        .selectFrom('guests')
        .select('made_by')
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.made_by ?? null
    },
  }
}

export function writeGuests(tx: Tx) {
  return {
    ...readGuests(tx),

    async add(addition: GuestAddition): Promise<void> {
      const { id, appointmentId, role, name, tokenHash, madeBy, at, expiresAt } = addition
      await tx
        .insertInto('guests')
        .values({
          id,
          appointment_id: appointmentId,
          role,
          name,
          token_hash: tokenHash,
          cookie_hash: null,
          made_by: madeBy,
          made_at: at,
          expires_at: expiresAt,
          used_at: null,
          admitted_to: null,
          ended_at: null,
        })
        .execute()
    },

    /** Opens the link with this cookie. Returns false if someone was faster. */
    async use(id: Id, cookieHash: string, at: Instant): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('guests')
        .set({ cookie_hash: cookieHash, used_at: at })
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async admit(id: Id, callId: Id | null): Promise<void> {
      await tx
        .updateTable('guests')
        .set({ admitted_to: callId })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute()
    },

    /** Returns whether there was anything to end. */
    async end(id: Id, at: Instant): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('guests')
        .set({ ended_at: at })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    /** Returns the guests whose visit this ends: one at most. */
    async endOfAppointment(appointmentId: Id, at: Instant): Promise<Id[]> {
      const rows = await tx
        .updateTable('guests')
        .set({ ended_at: at })
        .where('appointment_id', '=', appointmentId)
        .where('ended_at', 'is', null)
        .returning('id')
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

function toSeated(row: Tables['guests']): Seated {
  const { id, role, name } = row
  return { id, appointmentId: row.appointment_id, role, name, admittedTo: row.admitted_to }
}

function toGuestLink({ id, role, name, made_at, used_at }: Tables['guests']): GuestLink {
  return { id, role, name, madeAt: made_at, usedAt: used_at }
}
