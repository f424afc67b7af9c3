/**
 * Posts, and what is due by them: the examination of each worker by its last day, and the acts that it needs first. Stored
 * and not computed on reading, so that a list of 100,000 workers by last day is one walk along an index.
 */
import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE posts (
    id TEXT PRIMARY KEY,
    employer_id TEXT NOT NULL REFERENCES employers (id),
    name TEXT NOT NULL,
    exam_type TEXT NOT NULL,
    period_months INTEGER NOT NULL CHECK (period_months BETWEEN 1 AND 120),
    acts TEXT NOT NULL CHECK (json_valid(acts)),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (employer_id, name)
  ) STRICT`,

  `ALTER TABLE workers ADD COLUMN post_id TEXT REFERENCES posts (id)`,
  // Whose examinations change with a post.
  `CREATE INDEX workers_post ON workers (post_id) WHERE post_id IS NOT NULL`,
  // No longer on the employer's list since this day; null while they are.
  `ALTER TABLE workers ADD COLUMN left_on TEXT`,

  `CREATE TABLE exams_due (
    worker_id TEXT PRIMARY KEY REFERENCES workers (id),
    employer_id TEXT NOT NULL REFERENCES employers (id), -- the worker's, so that an index can begin with it
    exam_type TEXT NOT NULL,
    last_on TEXT, -- the examination before; null while none is known
    due_on TEXT NOT NULL, -- the last day in time
    acts TEXT NOT NULL CHECK (json_valid(acts)) -- still to be done
  ) STRICT`,
  // The due list of every employer, and of one; each page continues after the last row of the page before.
  `CREATE INDEX exams_due_day ON exams_due (due_on, worker_id)`,
  `CREATE INDEX exams_due_employer ON exams_due (employer_id, due_on, worker_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
