/**
 * Requests of every kind that the law knows a term for, also those that the office notes for somebody; and who is to come in
 * person, until a visit is planned or settled elsewhere. Which types have a term is the service's to set: the list stands in
 * the program. A column's CHECK goes with it, so the column is made anew.
 */
import { sql, type Kysely } from 'kysely'

const statements = [
  `ALTER TABLE requests DROP COLUMN exam_type`,
  `ALTER TABLE requests ADD COLUMN exam_type TEXT NOT NULL DEFAULT 'spontaneous'`,
  `ALTER TABLE requests ADD COLUMN asked_by TEXT NOT NULL DEFAULT 'worker'
    CHECK (asked_by IN ('worker', 'treating-physician', 'employer'))`,
  // The day of the return to work: the examination is never before it.
  `ALTER TABLE requests ADD COLUMN not_before TEXT`,
  `ALTER TABLE appointments ADD COLUMN visit_settled_at TEXT`,
  // Who is to come in person and has no visit yet: a handful among all appointments.
  `CREATE INDEX appointments_wishes ON appointments (updated_at)
    WHERE status = 'converted' AND visit_settled_at IS NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
