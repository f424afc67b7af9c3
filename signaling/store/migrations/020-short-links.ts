/** Short links, as an SMS carries them: each opens one thing, for as long as that thing can be opened. */
import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE short_links (
    code_hash TEXT PRIMARY KEY,
    offer_id TEXT REFERENCES offers (id),
    appointment_id TEXT REFERENCES appointments (id),
    link_version INTEGER, -- the appointment's: when its call links are revoked, this one is too
    expires_at TEXT NOT NULL,
    CHECK ((offer_id IS NOT NULL) + (appointment_id IS NOT NULL) = 1),
    CHECK ((appointment_id IS NULL) = (link_version IS NULL))
  ) STRICT`,
  // Those that are over, to be forgotten.
  `CREATE INDEX short_links_end ON short_links (expires_at)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
