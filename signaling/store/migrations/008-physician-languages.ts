/** In which languages each physician examines. No row: nobody has said so yet, which is not the same as none. */
import { sql, type Kysely } from 'kysely'

const statement = `CREATE TABLE physician_languages (
  physician_id TEXT NOT NULL REFERENCES physicians (id),
  language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en')),
  PRIMARY KEY (physician_id, language)
) STRICT, WITHOUT ROWID`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db)
}
