/**
 * Who a worker proved to be, and how. Of itsme nothing is kept but what was compared: neither the names that it told nor its
 * number for the person (`sub`), which nothing here needs again (GDPR, art. 5(1)(c)).
 */
import { sql, type Kysely } from 'kysely'

const statements = [
  // Bound to a login: another browser that opens the same link has proved nothing.
  `CREATE TABLE identifications (
    id TEXT PRIMARY KEY,
    login_key TEXT NOT NULL, -- the hash of its cookie; the login's own row is forgotten sooner
    appointment_id TEXT NOT NULL REFERENCES appointments (id),
    method TEXT NOT NULL CHECK (method IN ('itsme', 'code', 'card')),
    at TEXT NOT NULL, -- of a card: when the worker said that they show it, or else when it was seen
    acr TEXT, -- the level of assurance that itsme was asked for
    family_name TEXT CHECK (family_name IN ('same', 'alike')),
    given_name TEXT CHECK (given_name IN ('same', 'alike', 'missing')),
    birth_date TEXT CHECK (birth_date IN ('same', 'incomplete')),
    seen_by TEXT REFERENCES staff (id), -- who looked at the card
    seen_at TEXT,
    CHECK ((method = 'itsme') = (acr IS NOT NULL)),
    CHECK ((method = 'itsme') = (family_name IS NOT NULL AND given_name IS NOT NULL AND birth_date IS NOT NULL)),
    CHECK ((seen_by IS NULL) = (seen_at IS NULL)),
    CHECK (method = 'card' OR seen_by IS NULL)
  ) STRICT`,
  // Who the worker behind a login is: asked when their page comes.
  `CREATE INDEX identifications_of_login ON identifications (login_key)`,

  // A way to itsme that was begun and not come back from. Deleted by the one return that uses it.
  `CREATE TABLE itsme_flows (
    state_hash TEXT PRIMARY KEY,
    browser_hash TEXT NOT NULL, -- of the cookie that only the browser that began has
    login_key TEXT NOT NULL,
    appointment_id TEXT NOT NULL REFERENCES appointments (id),
    locale TEXT NOT NULL CHECK (locale IN ('nl', 'fr', 'de', 'en')),
    nonce TEXT NOT NULL,
    code_verifier TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT`,

  // A code that was sent. Kept for an hour, for the count of how many somebody asked for.
  `CREATE TABLE identification_codes (
    id TEXT PRIMARY KEY,
    login_key TEXT NOT NULL,
    appointment_id TEXT NOT NULL REFERENCES appointments (id),
    code_mac TEXT NOT NULL, -- keyed: a million codes are soon tried against a plain hash
    tries INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at TEXT -- used, replaced, or tried too often
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
