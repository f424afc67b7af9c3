/** Half days for visits in person beside those for talks by video: a slot holds only appointments of its session's kind. */
import { sql, type Kysely } from 'kysely'

const statement = `ALTER TABLE sessions
  ADD COLUMN modality TEXT NOT NULL DEFAULT 'remote' CHECK (modality IN ('remote', 'in-person'))`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db)
}
