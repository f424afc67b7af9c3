/** The people of an employer who have an account. They come and go as every account does; see `staff.ts`. */
import type { Contact } from '../protocol/contacts.ts'
import type { Id, Locale } from '../protocol/primitives.ts'
import type { Db } from './tables.ts'

/** A contact who may sign in: where a mail finds them, and in which language. */
export interface ReachableContact {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly language: Locale
  readonly employerName: string
}

export function readContacts(db: Db) {
  const active = () =>
    db
      .selectFrom('staff as s')
      .innerJoin('employers as e', 'e.id', 's.employer_id')
      .select(['s.id', 's.name', 's.email', 's.language', 'e.name as employer_name'])
      .where('s.role', '=', 'employer')
      .where('s.disabled_at', 'is', null)

  return {
    /** Also those who may no longer sign in: they come last. */
    async list(): Promise<Contact[]> {
      const rows = await db
        .selectFrom('staff')
        .select(['id', 'employer_id', 'name', 'email', 'language', 'disabled_at'])
        .where('role', '=', 'employer')
        .orderBy((order) => order('disabled_at', 'is not', null))
        .orderBy('name')
        .orderBy('id')
        .execute()
      return rows.map(({ id, employer_id, name, email, language, disabled_at }) => ({
        id,
        employerId: employer_id ?? '',
        name,
        email: email ?? '',
        language: language ?? 'nl',
        disabled: disabled_at !== null,
      }))
    },

    async get(id: Id): Promise<ReachableContact | null> {
      const row = await active().where('s.id', '=', id).executeTakeFirst()
      return row === undefined ? null : toReachable(row)
    },

    async byEmail(email: string): Promise<ReachableContact | null> {
      const row = await active().where('s.email', '=', email.toLowerCase()).executeTakeFirst()
      return row === undefined ? null : toReachable(row)
    },
  }
}

function toReachable(row: {
  id: Id
  name: string
  email: string | null
  language: Locale | null
  employer_name: string
}): ReachableContact {
  const { id, name, email, language, employer_name: employerName } = row
  return { id, name, email: email ?? '', language: language ?? 'nl', employerName }
}
