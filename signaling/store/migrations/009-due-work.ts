/**
 * What is to be done at a moment that has not come yet. A row is written once and settled once, in the transaction that
 * holds all it causes: a restart or a missed minute only delays it, and nothing is done twice.
 */
import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE due_work (
    kind TEXT NOT NULL, -- the program's list: each kind has its hand there
    subject TEXT NOT NULL, -- whom or what it is about
    occasion TEXT NOT NULL, -- tells two works of one kind about one subject apart: which reminder, of which hour
    due_at TEXT NOT NULL,
    done_at TEXT,
    result TEXT CHECK (result IN ('done', 'needless')),
    PRIMARY KEY (kind, subject, occasion),
    CHECK ((done_at IS NULL) = (result IS NULL))
  ) STRICT, WITHOUT ROWID`,
  // What is due now, the longest waiting first.
  `CREATE INDEX due_work_due ON due_work (due_at) WHERE done_at IS NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
