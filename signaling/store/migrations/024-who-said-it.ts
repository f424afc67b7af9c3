/** Behind which login a worker declared something: another who comes by the same link has said nothing. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // The hash of its cookie; null: heard by the staff, taken back by what was done, or older than this column.
  await sql.raw(`ALTER TABLE consents ADD COLUMN login_key TEXT`).execute(db)
}
