/** Who signs or reads lips needs the picture: their calls keep it before all. Whether, never why. */
import { sql, type Kysely } from 'kysely'

const statement = `ALTER TABLE workers
  ADD COLUMN needs_picture INTEGER NOT NULL DEFAULT 0 CHECK (needs_picture IN (0, 1))`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db)
}
