/** The people of the service who sign in. */
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Staff } from '../protocol/staff.ts'
import type { Db, Tables, Tx } from './tables.ts'

/** A physician's sign-in belongs to the physician whom the planning knows. */
export type StaffMember =
  | { readonly role: 'physician'; readonly physicianId: Id; readonly staff: Staff }
  | { readonly role: 'planner'; readonly staff: Staff }

export interface StaffAddition {
  readonly staff: Staff
  /** Null for a planner. */
  readonly physicianId: Id | null
  readonly at: Instant
}

export function readStaff(db: Db) {
  return {
    /** Returns null for someone unknown, and for someone who may no longer sign in. */
    async get(id: Id): Promise<StaffMember | null> {
      const row = await db
        .selectFrom('staff')
        .selectAll()
        .where('id', '=', id)
        .where('disabled_at', 'is', null)
        .executeTakeFirst()
      return row === undefined ? null : toStaffMember(row)
    },

    async list(): Promise<Staff[]> {
      const rows = await db
        .selectFrom('staff')
        .selectAll()
        .where('disabled_at', 'is', null)
        .orderBy('name')
        .orderBy('id')
        .execute()
      return rows.map((row) => toStaffMember(row).staff)
    },

    /** Whether anyone has enrolled yet. */
    async isEmpty(): Promise<boolean> {
      return (await db.selectFrom('staff').select('id').limit(1).executeTakeFirst()) === undefined
    },
  }
}

export function writeStaff(tx: Tx) {
  return {
    ...readStaff(tx),

    async add({ staff, physicianId, at }: StaffAddition): Promise<void> {
      await tx
        .insertInto('staff')
        .values({
          id: staff.id,
          role: staff.role,
          name: staff.name,
          email: staff.email,
          physician_id: physicianId,
          disabled_at: null,
          created_at: at,
        })
        .execute()
    },
  }
}

export function toStaffMember(row: Tables['staff']): StaffMember {
  const staff: Staff = { id: row.id, role: row.role, name: row.name, email: row.email }
  return row.physician_id === null
    ? { role: 'planner', staff }
    : { role: 'physician', physicianId: row.physician_id, staff }
}
