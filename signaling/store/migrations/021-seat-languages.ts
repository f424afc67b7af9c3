/** Further languages of a seat: in bilingual Brussels each worker is written to in their own of the two. */
import { sql, type Kysely } from 'kysely'

const statement = `ALTER TABLE sites
  ADD COLUMN other_languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(other_languages))`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db)
}
