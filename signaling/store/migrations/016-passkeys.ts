/**
 * Staff sign in with passkeys; the challenges that a browser was given to sign; and of each login which device it is on and
 * when it was last used, so that its owner can recognise it and end it.
 */
import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE passkeys (
    id TEXT PRIMARY KEY, -- the authenticator's own credential id, base64url
    staff_id TEXT NOT NULL REFERENCES staff (id),
    name TEXT NOT NULL,
    public_key TEXT NOT NULL, -- COSE (RFC 9052), base64url
    counter INTEGER NOT NULL CHECK (counter >= 0), -- of its signatures; 0 for ever where it keeps none
    transports TEXT NOT NULL CHECK (json_valid(transports)),
    made_at TEXT NOT NULL,
    last_used_at TEXT
  ) STRICT`,
  // Someone's own passkeys, for their list and to leave known authenticators out.
  `CREATE INDEX passkeys_staff ON passkeys (staff_id, made_at)`,

  // Taken by the one answer to it.
  `CREATE TABLE passkey_challenges (
    challenge TEXT PRIMARY KEY,
    browser_hash TEXT NOT NULL, -- of the cookie of the browser that it was given to
    purpose TEXT NOT NULL CHECK (purpose IN ('make', 'use')),
    staff_id TEXT, -- whose passkey is made; not in \`staff\` yet while they enrol
    expires_at TEXT NOT NULL,
    CHECK ((purpose = 'make') = (staff_id IS NOT NULL))
  ) STRICT`,
  // Old ones are forgotten when one is added.
  `CREATE INDEX passkey_challenges_end ON passkey_challenges (expires_at)`,

  `ALTER TABLE logins ADD COLUMN device TEXT`, // such as \`firefox windows\`
  `ALTER TABLE logins ADD COLUMN last_used_at TEXT`,
  `UPDATE logins SET last_used_at = created_at`,
  // Someone's own logins; and all of them when an account is disabled.
  `CREATE INDEX logins_staff ON logins (staff_id) WHERE staff_id IS NOT NULL AND ended_at IS NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
