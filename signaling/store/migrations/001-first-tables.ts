/**
 * The first tables: the planning, the people, what leaves the server, and what was done.
 * Instants are ISO text in UTC, so that they sort and read as themselves; days are `YYYY-MM-DD`.
 */
import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE employers (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE sites (
    id TEXT PRIMARY KEY,
    employer_id TEXT NOT NULL REFERENCES employers (id),
    name TEXT NOT NULL,
    address TEXT,
    language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en')),
    created_at TEXT NOT NULL,
    UNIQUE (employer_id, name)
  ) STRICT`,

  `CREATE TABLE rooms (
    id TEXT PRIMARY KEY,
    site_id TEXT NOT NULL REFERENCES sites (id),
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (site_id, name)
  ) STRICT`,

  `CREATE TABLE physicians (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT,
    registration TEXT,
    created_at TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE workers (
    id TEXT PRIMARY KEY,
    employer_id TEXT NOT NULL REFERENCES employers (id),
    site_id TEXT REFERENCES sites (id),
    personnel_number TEXT,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX workers_personnel_number
    ON workers (employer_id, personnel_number) WHERE personnel_number IS NOT NULL`,
  `CREATE INDEX workers_name ON workers (employer_id, last_name, first_name)`,

  // A physician's half day. The slots are rows of their own: a freed slot is offered, an appointment moves between slots.
  `CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    physician_id TEXT NOT NULL REFERENCES physicians (id),
    room_id TEXT REFERENCES rooms (id),
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    slot_minutes INTEGER NOT NULL CHECK (slot_minutes BETWEEN 5 AND 120),
    created_at TEXT NOT NULL,
    CHECK (starts_at < ends_at)
  ) STRICT`,
  `CREATE INDEX sessions_start ON sessions (starts_at)`,
  `CREATE INDEX sessions_physician ON sessions (physician_id, starts_at)`,
  `CREATE TABLE slots (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    UNIQUE (session_id, starts_at),
    CHECK (starts_at < ends_at)
  ) STRICT`,

  `CREATE TABLE appointments (
    id TEXT PRIMARY KEY,
    slot_id TEXT NOT NULL REFERENCES slots (id),
    worker_id TEXT NOT NULL REFERENCES workers (id),
    modality TEXT NOT NULL CHECK (modality IN ('remote', 'in-person')),
    exam_type TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN
      ('planned', 'invited', 'accepted', 'completed', 'converted', 'cancelled', 'no-show')),
    outcome TEXT CHECK (outcome IN ('done-by-video', 'needs-in-person', 'not-reached')),
    in_person_asked_by TEXT CHECK (in_person_asked_by IN ('worker', 'physician', 'planner')),
    link_version INTEGER NOT NULL DEFAULT 1, -- a call link of an older version is revoked
    calendar_uid TEXT NOT NULL UNIQUE, -- the same for life (RFC 5545, 3.8.4.7)
    calendar_sequence INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  // One open appointment in a slot, and one for a worker: the database itself refuses a double booking.
  `CREATE UNIQUE INDEX appointments_slot ON appointments (slot_id)
    WHERE status NOT IN ('converted', 'cancelled')`,
  `CREATE UNIQUE INDEX appointments_open_worker ON appointments (worker_id)
    WHERE status IN ('planned', 'invited', 'accepted')`,

  // What was done to an appointment, by whom; each entry carries the hash of the one before.
  `CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor_kind TEXT NOT NULL CHECK (actor_kind IN ('worker', 'staff', 'api-key', 'system')),
    actor_id TEXT,
    appointment_id TEXT,
    action TEXT NOT NULL,
    details TEXT NOT NULL CHECK (json_valid(details)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
  ) STRICT`,
  `CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END`,
  `CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END`,

  // Messages that are to leave. Neither address nor text: both are made from the appointment when it is sent, so no
  // call link lies in the database or its backups.
  `CREATE TABLE outbox (
    id TEXT PRIMARY KEY, -- also the left part of the Message-ID: a mail sent again is seen as the same
    appointment_id TEXT NOT NULL REFERENCES appointments (id),
    kind TEXT NOT NULL CHECK (kind IN ('invitation')),
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'superseded')),
    attempts INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL, -- not to be tried before
    settled_at TEXT, -- when it was sent or given up
    last_error TEXT -- a code, never the server's sentence: that may hold the address
  ) STRICT`,
  `CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'queued'`,
  `CREATE INDEX outbox_appointment ON outbox (appointment_id, created_at)`,

  // Where mail goes while no mail server is set.
  `CREATE TABLE mailbox (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    attachments TEXT NOT NULL CHECK (json_valid(attachments))
  ) STRICT`,

  `CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('physician', 'planner')),
    name TEXT NOT NULL,
    email TEXT,
    physician_id TEXT REFERENCES physicians (id),
    disabled_at TEXT,
    created_at TEXT NOT NULL,
    CHECK ((role = 'physician') = (physician_id IS NOT NULL))
  ) STRICT`,

  // One-time links for staff. Only the token's SHA-256 is kept.
  `CREATE TABLE sign_in_links (
    token_hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('enrol', 'sign-in')),
    role TEXT NOT NULL CHECK (role IN ('physician', 'planner')),
    staff_id TEXT REFERENCES staff (id),
    reusable INTEGER NOT NULL DEFAULT 0 CHECK (reusable IN (0, 1)), -- the demo's links only
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    spent_at TEXT,
    CHECK ((kind = 'sign-in') = (staff_id IS NOT NULL))
  ) STRICT`,

  // Behind each cookie a row; only the cookie's SHA-256 is kept.
  `CREATE TABLE logins (
    cookie_hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('staff', 'worker')),
    staff_id TEXT REFERENCES staff (id),
    appointment_id TEXT REFERENCES appointments (id),
    link_version INTEGER,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at TEXT,
    CHECK ((kind = 'staff') = (staff_id IS NOT NULL)),
    CHECK ((kind = 'worker') = (appointment_id IS NOT NULL))
  ) STRICT`,

  // For the service's own planning software; only the key's SHA-256 is kept.
  `CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    key_hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    revoked_at TEXT
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
