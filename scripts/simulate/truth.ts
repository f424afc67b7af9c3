/** The same day as the database has it, in the same words as the people's tally. Read beside the server's own queries. */
import { fromInstant, toInstant } from '../../signaling/clock.ts'
import type {
  AppointmentStatus,
  InPersonAskedBy,
  Outcome,
} from '../../signaling/protocol/planning.ts'
import type { Id, Instant } from '../../signaling/protocol/primitives.ts'
import { opensAt } from '../../signaling/rules/waiting-room.ts'
import { callLinkEntered } from '../../signaling/store/audit.ts'
import { openDatabase, type OpenDatabase } from '../../signaling/store/database.ts'
import { sights, type Sight, type Tally } from './tally.ts'

/** The moment of a picture is the pages' own: the server does not write it down. */
type Unstored = 'begun'
/** What stands beside the appointments, in the table of offers. */
type OfOffers = 'offered' | 'accepted'
/** … and in the table of requests. */
type OfRequests = 'asked' | 'answered'
type Beside = OfOffers | OfRequests
type OfAppointments = Exclude<Sight, Unstored | Beside>
export type Stored = Exclude<Sight, Unstored>
export type Counts = Readonly<Record<Stored, number>>

export interface Truth {
  readonly counts: Counts
  /** Of all slots, and of those in which somebody was examined. */
  readonly minutes: { readonly planned: number; readonly used: number }
}

interface Row {
  readonly id: Id
  readonly starts_at: Instant
  readonly ends_at: Instant
  readonly status: AppointmentStatus
  readonly outcome: Outcome | null
  readonly in_person_asked_by: InPersonAskedBy | null
  /** Kinds of the messages that were sent. */
  readonly sent: ReadonlySet<string>
  /** What was done with it by a worker who had opened its link. */
  readonly said: ReadonlySet<string>
  /** When its page was opened for the last time. */
  readonly enteredAt: Instant | null
}

const holds: Readonly<Record<OfAppointments, (row: Row) => boolean>> = {
  'invited': ({ sent }) => sent.has('invitation'),
  'reminded': ({ sent }) => sent.has('reminder'),
  'told-late': ({ sent }) => sent.has('delay'),
  'called-in': ({ sent }) => sent.has('call-in'),
  'confirmed': ({ said }) => said.has('appointment-accepted'),
  'moved': ({ said }) => said.has('slot-chosen'),
  'declined': ({ said }) => said.has('appointment-cancelled'),
  'wished-earlier': ({ said }) => said.has('earlier-wanted'),
  'cancelled': ({ status, outcome, said }) =>
    status === 'cancelled' && outcome === null && !said.has('appointment-cancelled'),
  'preferred-in-person': ({ status, in_person_asked_by }) =>
    status === 'converted' && in_person_asked_by === 'worker',
  // Who answers before the day opens the same page.
  'entered': ({ enteredAt, starts_at: startsAt }) =>
    enteredAt !== null && fromInstant(enteredAt) >= opensAt({ startsAt }),
  'done-by-video': ({ status }) => status === 'completed',
  'needs-in-person': ({ outcome }) => outcome === 'needs-in-person',
  'failed': ({ status, outcome }) => status === 'cancelled' && outcome === 'not-reached',
  'absent': ({ status }) => status === 'no-show',
}

const stored = sights.filter((sight): sight is Stored => sight !== 'begun')
const beside = ['offered', 'accepted', 'asked', 'answered'] as const satisfies readonly Beside[]
const isBeside = (what: Stored): what is Beside => beside.some((each) => each === what)

/** Reads the database in this file, which no server has open. Moments in milliseconds since 1970. */
export async function readTruth(file: string, from: number, until: number): Promise<Truth> {
  const database = await openDatabase(file)
  try {
    const rows = await readRows(database, toInstant(from), toInstant(until))
    const slots = await database.db
      .selectFrom('slots')
      .select(['starts_at', 'ends_at'])
      .where('starts_at', '>=', toInstant(from))
      .where('starts_at', '<', toInstant(until))
      .execute()
    const examined = rows.filter(
      (row) => holds['done-by-video'](row) || holds['needs-in-person'](row),
    )
    const others = {
      ...(await readOffers(database, toInstant(from), toInstant(until))),
      ...(await readRequests(database)),
    }
    return {
      counts: toCounts((what) => (isBeside(what) ? others[what] : rows.filter(holds[what]).length)),
      minutes: { planned: sumMinutes(slots), used: sumMinutes(examined) },
    }
  } finally {
    await database.close()
  }
}

async function readRows({ db }: OpenDatabase, from: Instant, until: Instant): Promise<Row[]> {
  const appointments = await db
    .selectFrom('appointments as a')
    .innerJoin('slots as s', 's.id', 'a.slot_id')
    .select(['a.id', 'a.status', 'a.outcome', 'a.in_person_asked_by', 's.starts_at', 's.ends_at'])
    .where('s.starts_at', '>=', from)
    .where('s.starts_at', '<', until)
    .execute()
  const messages = await db
    .selectFrom('outbox')
    .select(['appointment_id', 'kind as word'])
    .where('state', '=', 'sent')
    .execute()
  const entries = await db
    .selectFrom('audit')
    .select(['appointment_id', 'actor_id', 'action as word', 'at'])
    .orderBy('number')
    .execute()
  const own = entries.filter((entry) => entry.actor_id === entry.appointment_id)
  const [sent, said] = [group(messages), group(own)]
  const entered = new Map(
    own.filter(({ word }) => word === callLinkEntered).map(({ actor_id: id, at }) => [id, at]),
  )
  return appointments.map((appointment) => ({
    ...appointment,
    sent: sent.get(appointment.id) ?? new Set(),
    said: said.get(appointment.id) ?? new Set(),
    enteredAt: entered.get(appointment.id) ?? null,
  }))
}

/** Those whose mail left, and those that were taken. */
async function readOffers(
  { db }: OpenDatabase,
  from: Instant,
  until: Instant,
): Promise<Record<OfOffers, number>> {
  const rows = await db
    .selectFrom('offers as o')
    .innerJoin('slots as s', 's.id', 'o.slot_id')
    .innerJoin('outbox as m', 'm.offer_id', 'o.id')
    .select('o.state')
    .where('m.state', '=', 'sent')
    .where('s.starts_at', '>=', from)
    .where('s.starts_at', '<', until)
    .execute()
  return {
    offered: rows.length,
    accepted: rows.filter(({ state }) => state === 'accepted').length,
  }
}

async function readRequests({ db }: OpenDatabase): Promise<Record<OfRequests, number>> {
  const rows = await db.selectFrom('requests').select('appointment_id').execute()
  return {
    asked: rows.length,
    answered: rows.filter(({ appointment_id: id }) => id !== null).length,
  }
}

function group(
  rows: readonly { readonly appointment_id: string | null; readonly word: string }[],
): Map<Id, Set<string>> {
  const words = new Map<Id, Set<string>>()
  for (const { appointment_id: id, word } of rows)
    if (id !== null) words.set(id, (words.get(id) ?? new Set()).add(word))
  return words
}

export function tallied(tally: Tally): Counts {
  return toCounts((what) => tally.count(what))
}

/** Returns a sentence for each number in which the two differ. */
export function differences(seen: Counts, { counts }: Truth): string[] {
  return stored
    .filter((what) => seen[what] !== counts[what])
    .map((what) => `${what}: the people saw ${seen[what]}, the database has ${counts[what]}`)
}

function toCounts(count: (what: Stored) => number): Counts {
  const entries = stored.map((what) => [what, count(what)] as const)
  // The entries are exactly those of the list.
  return Object.fromEntries(entries) as Record<Stored, number>
}

function sumMinutes(
  stretches: readonly { readonly starts_at: Instant; readonly ends_at: Instant }[],
): number {
  const ms = stretches.map((each) => fromInstant(each.ends_at) - fromInstant(each.starts_at))
  return ms.reduce((sum, each) => sum + each, 0) / 60_000
}
