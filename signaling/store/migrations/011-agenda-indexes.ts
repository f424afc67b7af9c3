/**
 * What an agenda of years is found by. The unique indexes of the first tables hold only open rows, so that SQLite may not
 * use them to look for any row: each of these reads went through the whole table (measured with 100,000 appointments).
 */
import { sql, type Kysely } from 'kysely'

const statements = [
  // The week and the day board, a session's list, a physician's day, the free slots, and whether a session is in use.
  `CREATE INDEX appointments_of_slot ON appointments (slot_id)`,
  // The list of workers, each with the appointment that is open; who of a cohort is planned already.
  `CREATE INDEX appointments_of_worker ON appointments (worker_id)`,
  // Each minute: the open appointments, to whose workers a reminder is to be promised. All others are over.
  `CREATE INDEX appointments_of_status ON appointments (status)`,
  // Whether a worker entered by their link, asked at every "not reached"; what was done to an appointment, in order:
  // rows of one appointment stand by their number.
  `CREATE INDEX audit_of_appointment ON audit (appointment_id)`,
  // The newest mails of the local mailbox, in the order in which they are shown.
  `CREATE INDEX mailbox_newest ON mailbox (at DESC, id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
