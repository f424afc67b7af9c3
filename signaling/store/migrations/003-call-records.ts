/**
 * How each call went, as each side counted it. Two rows a call at most; they go when their day has come.
 * What an administrator sorts and counts by has a column, the rest is in `details`.
 */
import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE call_records (
    call_id TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('worker', 'physician')),
    appointment_id TEXT NOT NULL REFERENCES appointments (id),
    reported_at TEXT NOT NULL,
    keep_until TEXT NOT NULL,
    connected_ms INTEGER NOT NULL,
    path TEXT CHECK (path IN ('direct', 'relay-udp', 'relay-tcp', 'relay-tls', 'relay-other')),
    attempts INTEGER NOT NULL,
    start TEXT CHECK (start IN ('warm', 'cold')),
    time_to_picture_ms INTEGER,
    freezes INTEGER NOT NULL,
    frozen_ms INTEGER NOT NULL,
    concealed REAL,
    worst_rung TEXT NOT NULL
      CHECK (worst_rung IN ('full', 'smaller', 'slower', 'still', 'sound-only', 'phone')),
    details TEXT NOT NULL CHECK (json_valid(details)), -- stages, time on each rung, recoveries
    PRIMARY KEY (call_id, side)
  ) STRICT`,
  `CREATE INDEX call_records_keep_until ON call_records (keep_until)`,
  `CREATE INDEX call_records_reported_at ON call_records (reported_at)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
