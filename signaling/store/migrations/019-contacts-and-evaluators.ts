/**
 * Accounts for an employer's contacts and for evaluators, beside those of the service's own people: the same sign-in, another
 * role. What a contact's codes and mailed links are; and whether a company room was found fit.
 * SQLite cannot change a CHECK, so `staff` is made anew, and so is the outbox. The rows that point at the former are orphans for a moment: they are
 * counted at the end of the transaction, when the same ids stand there again (SQLite, "Foreign Key Support", 4.2).
 */
import { sql, type Kysely } from 'kysely'

const kept = `id, role, name, email, physician_id, disabled_at, created_at`
const keptLinks = `token_hash, kind, role, staff_id, reusable, created_at, expires_at, spent_at`
const keptMessages = `id, appointment_id, kind, state, attempts, created_at, due_at, settled_at, last_error,
  offer_id, request_id`
const roles = `'physician', 'planner', 'evaluator', 'employer'`

const statements = [
  `PRAGMA defer_foreign_keys = ON`,
  `CREATE TABLE staff_kept AS SELECT ${kept} FROM staff`,
  `DROP TABLE staff`,
  `CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN (${roles})),
    name TEXT NOT NULL,
    email TEXT,
    physician_id TEXT REFERENCES physicians (id),
    disabled_at TEXT,
    created_at TEXT NOT NULL,
    employer_id TEXT REFERENCES employers (id),
    language TEXT CHECK (language IN ('nl', 'fr', 'de', 'en')), -- of the mails to a contact
    CHECK ((role = 'physician') = (physician_id IS NOT NULL)),
    CHECK ((role = 'employer') = (employer_id IS NOT NULL)),
    CHECK (role <> 'employer' OR (email IS NOT NULL AND language IS NOT NULL))
  ) STRICT`,
  `INSERT INTO staff (${kept}) SELECT ${kept} FROM staff_kept`,
  `DROP TABLE staff_kept`,
  // Who is meant by an address at which a contact asks for a code.
  `CREATE UNIQUE INDEX staff_contact_email ON staff (email)
    WHERE role = 'employer' AND disabled_at IS NULL`,

  `CREATE TABLE sign_in_links_anew (
    token_hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('enrol', 'sign-in')),
    role TEXT NOT NULL CHECK (role IN (${roles})),
    staff_id TEXT REFERENCES staff (id),
    reusable INTEGER NOT NULL DEFAULT 0 CHECK (reusable IN (0, 1)), -- the demo's links only
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    spent_at TEXT,
    CHECK ((kind = 'sign-in') = (staff_id IS NOT NULL))
  ) STRICT`,
  `INSERT INTO sign_in_links_anew (${keptLinks}) SELECT ${keptLinks} FROM sign_in_links`,
  `DROP TABLE sign_in_links`,
  `ALTER TABLE sign_in_links_anew RENAME TO sign_in_links`,

  // What a message is about may be an account as well.
  `CREATE TABLE outbox_anew (
    id TEXT PRIMARY KEY, -- also the left part of the Message-ID: a mail sent again is seen as the same
    appointment_id TEXT REFERENCES appointments (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'superseded')),
    attempts INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL, -- not to be tried before
    settled_at TEXT, -- when it was sent or given up
    last_error TEXT, -- a code, never the server's sentence: that may hold the address
    offer_id TEXT REFERENCES offers (id),
    request_id TEXT REFERENCES requests (id),
    staff_id TEXT REFERENCES staff (id),
    CHECK ((appointment_id IS NOT NULL) + (offer_id IS NOT NULL) + (request_id IS NOT NULL)
      + (staff_id IS NOT NULL) = 1)
  ) STRICT`,
  // In their order: of two messages within a millisecond the later row is the later message.
  `INSERT INTO outbox_anew (${keptMessages}) SELECT ${keptMessages} FROM outbox ORDER BY rowid`,
  `DROP TABLE outbox`,
  `ALTER TABLE outbox_anew RENAME TO outbox`,
  // What is to leave next.
  `CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'queued'`,
  // How far the latest message of a kind came, beside each appointment of a list.
  `CREATE INDEX outbox_appointment ON outbox (appointment_id, kind, created_at)
    WHERE appointment_id IS NOT NULL`,

  // A code that was mailed to a contact. Kept for an hour, for the count of how many were asked for.
  `CREATE TABLE sign_in_codes (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    browser_hash TEXT NOT NULL, -- of the cookie of the browser that asked
    known_device INTEGER NOT NULL CHECK (known_device IN (0, 1)), -- where this person signed in before
    code_mac TEXT NOT NULL, -- keyed: a million codes are soon tried against a plain hash
    tries INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at TEXT -- used, replaced, or tried too often
  ) STRICT`,
  // The code that a browser asked for, when it is typed there.
  `CREATE INDEX sign_in_codes_browser ON sign_in_codes (browser_hash) WHERE ended_at IS NULL`,
  // How many somebody was sent lately, and which ones a new one replaces.
  `CREATE INDEX sign_in_codes_staff ON sign_in_codes (staff_id, made_at)`,
  // Old ones are forgotten when one is added.
  `CREATE INDEX sign_in_codes_age ON sign_in_codes (made_at)`,

  // Whether the employer's contact found the room fit for a talk: each time a row; the last one counts.
  `CREATE TABLE room_checks (
    number INTEGER PRIMARY KEY, -- in the order in which they were made
    room_id TEXT NOT NULL REFERENCES rooms (id),
    at TEXT NOT NULL,
    fit INTEGER NOT NULL CHECK (fit IN (0, 1)),
    checked_by TEXT NOT NULL REFERENCES staff (id)
  ) STRICT`,
  // The last check of each room, beside the lists of rooms.
  `CREATE INDEX room_checks_room ON room_checks (room_id, number)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
