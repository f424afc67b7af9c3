/** Which examinations may be by video, under whose approval. Rows are added only: an appointment's audit entry names one. */
import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE remote_policy (
    version INTEGER PRIMARY KEY AUTOINCREMENT,
    exam_type TEXT NOT NULL,
    employer_id TEXT REFERENCES employers (id), -- null: every employer without a row of its own
    rule TEXT NOT NULL CHECK (rule IN ('off', 'conversation', 'approved')),
    authority TEXT,
    reference TEXT,
    given_on TEXT,
    valid_from TEXT,
    valid_until TEXT, -- the last day; null while none is set
    scope TEXT,
    recorded_at TEXT NOT NULL,
    CHECK ((rule = 'approved') = (authority IS NOT NULL AND reference IS NOT NULL AND given_on IS NOT NULL
      AND valid_from IS NOT NULL AND scope IS NOT NULL)),
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
  ) STRICT`,
  `CREATE TRIGGER remote_policy_is_append_only_update BEFORE UPDATE ON remote_policy
    BEGIN SELECT RAISE(ABORT, 'the policy is append-only'); END`,
  `CREATE TRIGGER remote_policy_is_append_only_delete BEFORE DELETE ON remote_policy
    BEGIN SELECT RAISE(ABORT, 'the policy is append-only'); END`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
