/**
 * What workers ask for themselves, and slots that became free and are offered to one person after another. A message may
 * now be about either. A consultation that a worker asked for stands beside the appointment of the employer's planning,
 * which must not tell of it: so it has a uniqueness of its own. A slot whose worker did not come is free for another.
 */
import { sql, type Kysely } from 'kysely'

const statements = [
  // Who asks says who they are; `worker_id` comes when the service knows it, or from their call link.
  `CREATE TABLE requests (
    id TEXT PRIMARY KEY,
    exam_type TEXT NOT NULL CHECK (exam_type IN ('spontaneous')),
    asked_at TEXT NOT NULL,
    due_on TEXT NOT NULL, -- the last day of the legal term, as it was counted when they asked
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    employer_name TEXT NOT NULL,
    email TEXT, -- their own: everything about this consultation goes there and not to the roster's address
    phone TEXT,
    language TEXT NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en')),
    moments TEXT NOT NULL CHECK (json_valid(moments)),
    tell_employer INTEGER NOT NULL CHECK (tell_employer IN (0, 1)),
    worker_id TEXT REFERENCES workers (id),
    appointment_id TEXT REFERENCES appointments (id), -- the latest; where that fell through, they wait again
    closed_at TEXT
  ) STRICT`,
  // The office's list, and whom a free slot is offered to: by the end of the term, then by who asked first.
  `CREATE INDEX requests_clock ON requests (due_on, asked_at) WHERE closed_at IS NULL`,
  // Where the mail about an appointment goes.
  `CREATE INDEX requests_appointment ON requests (appointment_id) WHERE appointment_id IS NOT NULL`,
  // Which workers may be the person who asked: born on the same day.
  `CREATE INDEX workers_birth_date ON workers (birth_date)`,

  // A slot that became free, from then until somebody has it or it is too late.
  `CREATE TABLE refills (
    slot_id TEXT PRIMARY KEY REFERENCES slots (id),
    freed_at TEXT NOT NULL,
    ended_at TEXT,
    ended_as TEXT CHECK (ended_as IN ('filled', 'lost')),
    CHECK ((ended_at IS NULL) = (ended_as IS NULL))
  ) STRICT`,
  // What the refilling looks at each minute: a handful, whatever the table holds.
  `CREATE INDEX refills_open ON refills (freed_at) WHERE ended_at IS NULL`,

  `CREATE TABLE offers (
    id TEXT PRIMARY KEY,
    slot_id TEXT NOT NULL REFERENCES refills (slot_id),
    worker_id TEXT NOT NULL REFERENCES workers (id),
    request_id TEXT REFERENCES requests (id),
    reason TEXT NOT NULL CHECK (reason IN ('online', 'asked-for-earlier', 'spontaneous', 'due')),
    exam_type TEXT NOT NULL,
    made_at TEXT NOT NULL,
    until TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
    settled_at TEXT,
    appointment_id TEXT REFERENCES appointments (id),
    CHECK ((state = 'open') = (settled_at IS NULL)),
    CHECK ((state = 'accepted') = (appointment_id IS NOT NULL))
  ) STRICT`,
  // One person at a time is asked for a slot, and for one slot at a time: the database refuses a second offer.
  `CREATE UNIQUE INDEX offers_slot_open ON offers (slot_id) WHERE state = 'open'`,
  `CREATE UNIQUE INDEX offers_worker_open ON offers (worker_id) WHERE state = 'open'`,
  // Who was asked already.
  `CREATE INDEX offers_slot ON offers (slot_id, made_at)`,

  `ALTER TABLE outbox ADD COLUMN offer_id TEXT REFERENCES offers (id)`,
  `ALTER TABLE outbox ADD COLUMN request_id TEXT REFERENCES requests (id)
    CHECK ((appointment_id IS NOT NULL) + (offer_id IS NOT NULL) + (request_id IS NOT NULL) = 1)`,

  `DROP INDEX appointments_slot`,
  `CREATE UNIQUE INDEX appointments_slot ON appointments (slot_id)
    WHERE status NOT IN ('converted', 'cancelled', 'no-show')`,
  `DROP INDEX appointments_open_worker`,
  `CREATE UNIQUE INDEX appointments_open_worker ON appointments (worker_id)
    WHERE status IN ('planned', 'invited', 'accepted') AND exam_type <> 'spontaneous'`,
  `CREATE UNIQUE INDEX appointments_open_asked ON appointments (worker_id)
    WHERE status IN ('planned', 'invited', 'accepted') AND exam_type = 'spontaneous'`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
