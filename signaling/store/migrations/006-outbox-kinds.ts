/**
 * An outbox for every kind of message, not for the invitation alone. The kinds are a list in the program, which makes the
 * texts too; and what a message is about may be something other than an appointment: the column for that comes with the
 * table that it points at. SQLite can neither drop a CHECK nor a NOT NULL, so the table is made anew with the same rows.
 */
import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE outbox_of_all_kinds (
    id TEXT PRIMARY KEY, -- also the left part of the Message-ID: a mail sent again is seen as the same
    appointment_id TEXT REFERENCES appointments (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'superseded')),
    attempts INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL, -- not to be tried before
    settled_at TEXT, -- when it was sent or given up
    last_error TEXT -- a code, never the server's sentence: that may hold the address
  ) STRICT`,
  // In their order: of two messages within a millisecond the later row is the later message.
  `INSERT INTO outbox_of_all_kinds
    (id, appointment_id, kind, state, attempts, created_at, due_at, settled_at, last_error)
    SELECT id, appointment_id, kind, state, attempts, created_at, due_at, settled_at, last_error
    FROM outbox ORDER BY rowid`,
  `DROP TABLE outbox`,
  `ALTER TABLE outbox_of_all_kinds RENAME TO outbox`,
  // What is to leave next.
  `CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'queued'`,
  // How far the latest message of a kind came, beside each appointment of a list.
  `CREATE INDEX outbox_appointment ON outbox (appointment_id, kind, created_at)
    WHERE appointment_id IS NOT NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
