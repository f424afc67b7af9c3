/** One-time codes and ways to itsme are found by an index: a clinic's morning may hold hundreds of an hour's. */
import { sql, type Kysely } from 'kysely'

const statements = [
  // The code that a login was sent, when it is typed there, and which a new one replaces.
  `CREATE INDEX identification_codes_login ON identification_codes (login_key) WHERE ended_at IS NULL`,
  // How many were sent lately for an appointment.
  `CREATE INDEX identification_codes_appointment ON identification_codes (appointment_id, made_at)`,
  // Old ones are forgotten when one is added.
  `CREATE INDEX identification_codes_age ON identification_codes (made_at)`,
  // As are the ways to itsme that were not come back from.
  `CREATE INDEX itsme_flows_end ON itsme_flows (expires_at)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
