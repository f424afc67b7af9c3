/** Who would come earlier: they are asked early when a slot before theirs becomes free. */
import { sql, type Kysely } from 'kysely'

const statements = [
  `ALTER TABLE appointments ADD COLUMN wants_earlier_at TEXT`, // since when
  // Whom to ask: few among all appointments.
  `CREATE INDEX appointments_wants_earlier ON appointments (wants_earlier_at)
    WHERE wants_earlier_at IS NOT NULL AND status IN ('planned', 'invited', 'accepted')`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
