/** Who has an account: the people of the service, evaluators, and the employers' contacts. */
import type { Id, Instant, Locale } from '../protocol/primitives.ts'
import type { Staff, StaffRole, StaffRow } from '../protocol/staff.ts'
import { refuseDuplicates } from './sqlite-errors.ts'
import type { Db, Tables, Tx } from './tables.ts'

/** A physician's sign-in belongs to the physician whom the planning knows; a contact's to one employer. */
export type StaffMember =
  | { readonly role: 'physician'; readonly physicianId: Id; readonly staff: Staff }
  | { readonly role: 'employer'; readonly employerId: Id; readonly staff: Staff }
  | { readonly role: 'planner' | 'evaluator'; readonly staff: Staff }

export interface StaffAddition {
  readonly staff: Staff
  /** Null but for a physician. */
  readonly physicianId: Id | null
  /** Of an employer's contact only; the language is that of the mails to them. */
  readonly contact?: { readonly employerId: Id; readonly language: Locale }
  readonly at: Instant
}

/** Two contacts with one address could not be told apart when they ask for a code. */
const oneContactEach = { 'staff.email': { code: 'in-use', at: '/email' } } as const

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

    /** Of the service's own people, those with this address who may sign in. It is the same in capitals. */
    async ofEmail(email: string): Promise<StaffMember[]> {
      const rows = await db
        .selectFrom('staff')
        .selectAll()
        .where('role', '<>', 'employer')
        .where('email', 'is not', null)
        .where('disabled_at', 'is', null)
        .execute()
      const wanted = inSmall(email)
      return rows.filter((row) => inSmall(row.email ?? '') === wanted).map(toStaffMember)
    },

    /** Also when they may no longer sign in. */
    async isKnown(id: Id): Promise<boolean> {
      const row = await db.selectFrom('staff').select('id').where('id', '=', id).executeTakeFirst()
      return row !== undefined
    },

    /** Everyone who ever enrolled, without the employers' contacts; those who may no longer sign in come last. */
    async list(): Promise<StaffRow[]> {
      const rows = await db
        .selectFrom('staff')
        .selectAll()
        .where('role', '<>', 'employer')
        .orderBy((order) => order('disabled_at', 'is not', null))
        .orderBy('name')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        ...toStaffMember(row).staff,
        role: row.role as StaffRole,
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

    /** A contact's address that another contact has is refused as `in-use`. */
    async add({ staff, physicianId, contact, at }: StaffAddition): Promise<void> {
      await refuseDuplicates(oneContactEach, () =>
        tx
          .insertInto('staff')
          .values({
            id: staff.id,
            role: staff.role,
            name: staff.name,
            email: staff.email,
            physician_id: physicianId,
            disabled_at: null,
            created_at: at,
            employer_id: contact?.employerId ?? null,
            language: contact?.language ?? null,
          })
          .execute(),
      )
    },

    async disable(id: Id, at: Instant): Promise<void> {
      await tx.updateTable('staff').set({ disabled_at: at }).where('id', '=', id).execute()
    },

    /** Returns false when they could sign in already. */
    async enable(id: Id): Promise<boolean> {
      const { numUpdatedRows } = await refuseDuplicates(oneContactEach, () =>
        tx
          .updateTable('staff')
          .set({ disabled_at: null })
          .where('id', '=', id)
          .where('disabled_at', 'is not', null)
          .executeTakeFirst(),
      )
      return numUpdatedRows === 1n
    },
  }
}

/** Of ASCII alone: to a computer the sign of Kelvin is a capital k as well, and would open somebody else's account. */
function inSmall(email: string): string {
  return email.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}

export function toStaffMember(row: Tables['staff']): StaffMember {
  const staff: Staff = { id: row.id, role: row.role, name: row.name, email: row.email }
  if (row.physician_id !== null) return { role: 'physician', physicianId: row.physician_id, staff }
  if (row.employer_id !== null) return { role: 'employer', employerId: row.employer_id, staff }
  // Whatever else a row said, it would not make a planner.
  return { role: row.role === 'planner' ? 'planner' : 'evaluator', staff }
}
