/** Staff may sign in with the account that they have at their service; and each login says by what it was begun. */
import { sql, type Kysely } from 'kysely'

const statements = [
  // A way to the service's provider that was begun and not come back from. Deleted by the one return that uses it.
  `CREATE TABLE staff_oidc_flows (
    state_hash TEXT PRIMARY KEY,
    browser_hash TEXT NOT NULL, -- of the cookie that only the browser that began has
    login_key TEXT, -- of the login that the browser had: it ends with the new one
    page TEXT NOT NULL CHECK (page IN ('desk', 'office', 'evaluation')),
    locale TEXT NOT NULL CHECK (locale IN ('nl', 'fr', 'de', 'en')),
    nonce TEXT NOT NULL,
    code_verifier TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT`,
  // Old ones are forgotten when one is added.
  `CREATE INDEX staff_oidc_flows_end ON staff_oidc_flows (expires_at)`,

  // Whose account a subject is: one of each provider for an account, and one account for each of its subjects.
  `CREATE TABLE staff_oidc_subjects (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    linked_at TEXT NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (issuer, staff_id)
  ) STRICT`,

  `ALTER TABLE logins ADD COLUMN method TEXT -- null: a worker's, or older than this column
    CHECK (method IN ('link', 'passkey', 'code', 'oidc'))`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
