/** What a worker declared about a consultation by video, and took back: each time a row, never changed. */
import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE consents (
    number INTEGER PRIMARY KEY, -- in the order in which they were said
    appointment_id TEXT NOT NULL REFERENCES appointments (id),
    at TEXT NOT NULL,
    consent TEXT NOT NULL,
    given INTEGER NOT NULL CHECK (given IN (0, 1)), -- 0: taken back
    text_version TEXT NOT NULL, -- of the sentence that it was declared to
    language TEXT NOT NULL, -- in which the worker was told
    heard_by TEXT REFERENCES staff (id) -- null: said on the worker's own page
  ) STRICT`,
  // What an appointment's worker declared, beside the desk's list and in the receipt.
  `CREATE INDEX consents_appointment ON consents (appointment_id, number)`,
  `CREATE TRIGGER consents_are_append_only_update BEFORE UPDATE ON consents
    BEGIN SELECT RAISE(ABORT, 'consents are append-only'); END`,
  `CREATE TRIGGER consents_are_append_only_delete BEFORE DELETE ON consents
    BEGIN SELECT RAISE(ABORT, 'consents are append-only'); END`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
