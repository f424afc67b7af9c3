/** The same day as the database has it, in the same words as the people's tally. */
import { fromInstant, toInstant } from '../../signaling/clock.ts'
import type { Appointment } from '../../signaling/protocol/planning.ts'
import type { AuditEntry } from '../../signaling/store/audit.ts'
import type { Store } from '../../signaling/store/store.ts'
import { callLinkEntered } from '../../signaling/store/audit.ts'
import { sights, type Sight, type Tally } from './tally.ts'

/** The moment of a picture is the pages' own: the server does not write it down. */
export type Stored = Exclude<Sight, 'begun'>
export type Counts = Readonly<Record<Stored, number>>

export interface Truth {
  readonly counts: Counts
  /** Of all slots, and of those in which somebody was examined. */
  readonly minutes: { readonly planned: number; readonly used: number }
  /** The number of the first entry of the audit log that does not fit; null when all do. */
  readonly auditBrokenAt: number | null
}

interface Row {
  readonly appointment: Appointment
  readonly log: readonly AuditEntry[]
}

const holds: Readonly<Record<Stored, (row: Row) => boolean>> = {
  'invited': ({ appointment: { delivery } }) => delivery.state === 'sent',
  'cancelled': ({ appointment: { status, outcome } }) => status === 'cancelled' && outcome === null,
  'preferred-in-person': ({ appointment: { status, inPersonAskedBy } }) =>
    status === 'converted' && inPersonAskedBy === 'worker',
  'entered': ({ log }) => log.some(({ action }) => action === callLinkEntered),
  'done-by-video': ({ appointment: { status } }) => status === 'completed',
  'needs-in-person': ({ appointment: { outcome } }) => outcome === 'needs-in-person',
  'failed': ({ appointment: { status, outcome } }) =>
    status === 'cancelled' && outcome === 'not-reached',
  'absent': ({ appointment: { status } }) => status === 'no-show',
}

const isStored = (sight: Sight): sight is Stored => sight !== 'begun'
const stored: readonly Stored[] = sights.filter(isStored)

export async function readTruth(store: Store, from: number, until: number): Promise<Truth> {
  const sessions = await store.read.sessions.list(toInstant(from), toInstant(until))
  const rows: Row[] = []
  for (const { id } of sessions) {
    for (const appointment of await store.read.appointments.ofSession(id))
      rows.push({ appointment, log: await store.read.audit.ofAppointment(appointment.id) })
  }
  const examined = rows.filter(
    (row) => holds['done-by-video'](row) || holds['needs-in-person'](row),
  )
  return {
    counts: toCounts((what) => rows.filter(holds[what]).length),
    minutes: {
      planned: sumMinutes(sessions.flatMap(({ slots }) => slots)),
      used: sumMinutes(examined.map(({ appointment }) => appointment)),
    },
    auditBrokenAt: (await store.read.audit.verify()).brokenAt,
  }
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

type Stretch = Pick<Appointment, 'startsAt' | 'endsAt'>

function sumMinutes(stretches: readonly Stretch[]): number {
  const ms = stretches.reduce(
    (sum, { startsAt, endsAt }) => sum + fromInstant(endsAt) - fromInstant(startsAt),
    0,
  )
  return ms / 60_000
}
