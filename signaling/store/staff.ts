/** The people of the service who sign in. */
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Staff, StaffRow } from '../protocol/staff.ts'
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

    /** Also when they may no longer sign in. */
    async isKnown(id: Id): Promise<boolean> {
      const row = await db.selectFrom('staff').select('id').where('id', '=', id).executeTakeFirst()
      return row !== undefined
    },

    /** Everyone who ever enrolled; those who may no longer sign in come last. */
    async list(): Promise<StaffRow[]> {
      const rows = await db
        .selectFrom('staff')
        .selectAll()
        .orderBy((order) => order('disabled_at', 'is not', null))
        .orderBy('name')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        ...toStaffMember(row).staff,
        disabled: row.disabled_at !== null,
      }))
    },

    /** Who can let others in. */
    async countPlanners(): Promise<number> {
      const { count } = await db
        .selectFrom('staff')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('role', '=', 'planner')
        .where('disabled_at', 'is', null)
        .executeTakeFirstOrThrow()
      return count
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

    async disable(id: Id, at: Instant): Promise<void> {
      await tx.updateTable('staff').set({ disabled_at: at }).where('id', '=', id).execute()
    },

    /** Returns false when they could sign in already. */
    async enable(id: Id): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('staff')
        .set({ disabled_at: null })
        .where('id', '=', id)
        .where('disabled_at', 'is not', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}

export function toStaffMember(row: Tables['staff']): StaffMember {
  const staff: Staff = { id: row.id, role: row.role, name: row.name, email: row.email }
  return row.physician_id === null
    ? { role: 'planner', staff }
    : { role: 'physician', physicianId: row.physician_id, staff }
}
