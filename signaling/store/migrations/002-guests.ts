/**
 * Guests in the third seat of a consultation, and the audit log's word for them. SQLite cannot widen a CHECK, so the log's
 * table is made anew with the same rows: the chain of hashes, which is over the rows, stays as it is.
 */
import { sql, type Kysely } from 'kysely'

const statements = [
  // A link and its one login in a row: it opens once. Only hashes of the token and of the cookie are kept.
  `CREATE TABLE guests (
    id TEXT PRIMARY KEY,
    appointment_id TEXT NOT NULL REFERENCES appointments (id),
    role TEXT NOT NULL CHECK (role IN ('interpreter', 'captioner', 'companion')),
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    cookie_hash TEXT UNIQUE,
    made_by TEXT NOT NULL REFERENCES staff (id),
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    admitted_to TEXT, -- the call that they were let into, for a server that restarts meanwhile
    ended_at TEXT, -- revoked, removed, left, or the call ended
    CHECK ((used_at IS NULL) = (cookie_hash IS NULL))
  ) STRICT`,
  // One seat: a new link first ends the one before.
  `CREATE UNIQUE INDEX guests_open ON guests (appointment_id) WHERE ended_at IS NULL`,

  `DROP TRIGGER audit_is_append_only_update`,
  `DROP TRIGGER audit_is_append_only_delete`,
  `CREATE TABLE audit_with_guests (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor_kind TEXT NOT NULL CHECK (actor_kind IN ('worker', 'guest', 'staff', 'api-key', 'system')),
    actor_id TEXT,
    appointment_id TEXT,
    action TEXT NOT NULL,
    details TEXT NOT NULL CHECK (json_valid(details)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
  ) STRICT`,
  `INSERT INTO audit_with_guests SELECT * FROM audit`,
  `DROP TABLE audit`,
  `ALTER TABLE audit_with_guests RENAME TO audit`,
  `CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END`,
  `CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
