/** An agenda of years, written in bulk: what a service has after some 100,000 appointments. The same at every run. */
import { toInstant } from '../../signaling/clock.ts'
import { cookieName } from '../../signaling/identity/cookies.ts'
import { hashToken } from '../../signaling/identity/token.ts'
import { addDays, clockTimeAt, dateAt } from '../../signaling/rules/calendar.ts'
import { openDatabase, type OpenDatabase } from '../../signaling/store/database.ts'
import { openStore } from '../../signaling/store/store.ts'
import { pilotApproval } from '../../signaling/testing/fixtures.ts'
import { addPeople, physicians, type AgendaSize } from './agenda-people.ts'
import { id, inBatches, numbers, type Tx } from './agenda-rows.ts'

export interface Agenda {
  readonly employerId: string
  readonly physicianId: string
  /** The first and the last day of the weeks that nobody is planned in yet. */
  readonly open: { readonly from: string; readonly until: string }
  /** Cookie headers. */
  readonly cookies: { readonly planner: string; readonly physician: string }
}

const slotsOfHalfDay = 18
const slotMs = 10 * 60_000
const halfDays = ['09:00', '13:30']
const timeZone = 'Europe/Brussels'
/** So far ahead people are invited. */
const weeksAhead = 4
/** And so much further there are free slots: some 2,900. */
const openWeeks = 4
export async function fillAgenda(
  file: string,
  size: AgendaSize,
  { now, origin }: { now: number; origin: string },
): Promise<Agenda> {
  const at = toInstant(now)
  const last = addDays(dateAt(now, timeZone), weeksAhead * 7)
  const open = { from: addDays(last, 1), until: addDays(last, openWeeks * 7) }
  const database = await openDatabase(file)
  try {
    await database.transact((tx) => addPeople(tx, size, at))
    await addAppointments(database, size, { now, last })
    await addOpenWeeks(database, open)
    await database.transact((tx) => addMails(tx, size.workers, now))
  } finally {
    await database.close()
  }
  const cookies = await signIn(file, now, origin)
  return { employerId: id('employer', 1), physicianId: id('physician', 1), open, cookies }
}

async function addOpenWeeks(database: OpenDatabase, open: Agenda['open']): Promise<void> {
  for (let date = open.from; date <= open.until; date = addDays(date, 1)) {
    if (isWeekend(date)) continue
    const day = toDay(date)
    await database.transact((tx) => addSessions(tx, day))
  }
}

/** Half days backwards from the last one, until there are enough; each with its slots, appointments, mails and log. */
async function addAppointments(
  database: OpenDatabase,
  { appointments, workers }: AgendaSize,
  { now, last }: { now: number; last: string },
): Promise<void> {
  let made = 0
  for (let date = last; made < appointments; date = addDays(date, -1)) {
    if (isWeekend(date)) continue
    const day = toDay(date)
    const rows = day
      .flatMap(({ slots }) => slots)
      .slice(0, appointments - made)
      .map((slot, index) => toAppointment(slot, made + index, workers, now))
    made += rows.length
    await database.transact((tx) => addDay(tx, day, rows))
  }
}

const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())

const toDay = (date: string) =>
  numbers(physicians).flatMap((physician) =>
    halfDays.map((from) => toHalfDay(physician, date, from)),
  )

function toHalfDay(physician: number, date: string, from: string) {
  const begins = clockTimeAt(date, from, timeZone) ?? 0
  const key = `${date.replaceAll('-', '')}-${from.slice(0, 2)}-${physician}`
  const slots = numbers(slotsOfHalfDay).map((number) => ({
    id: `slot-${key}-${String(number).padStart(2, '0')}`,
    session_id: `session-${key}`,
    starts_at: toInstant(begins + (number - 1) * slotMs),
    ends_at: toInstant(begins + number * slotMs),
  }))
  const session = {
    id: `session-${key}`,
    physician_id: id('physician', physician),
    room_id: null,
    starts_at: toInstant(begins),
    ends_at: toInstant(begins + slotsOfHalfDay * slotMs),
    slot_minutes: slotMs / 60_000,
    created_at: toInstant(begins - 30 * 24 * 3_600_000),
  }
  return { session, slots }
}

type HalfDay = ReturnType<typeof toHalfDay>
type SlotRow = HalfDay['slots'][number]

function toAppointment(slot: SlotRow, number: number, workers: number, now: number) {
  const over = Date.parse(slot.ends_at) < now
  const invitedAt = toInstant(Date.parse(slot.starts_at) - 14 * 24 * 3_600_000)
  return {
    id: id('appointment', number),
    slot_id: slot.id,
    // Everyone in turn: nobody has two open appointments as long as there are more workers than slots ahead.
    worker_id: id('worker', 1 + (number % workers)),
    modality: 'remote' as const,
    exam_type: 'periodic' as const,
    status: over ? ('completed' as const) : ('invited' as const),
    outcome: over ? ('done-by-video' as const) : null,
    in_person_asked_by: null,
    link_version: 1,
    calendar_uid: `${number}@visite`,
    calendar_sequence: 0,
    created_at: invitedAt,
    updated_at: over ? slot.ends_at : invitedAt,
  }
}

async function addSessions(tx: Tx, day: readonly HalfDay[]): Promise<void> {
  await tx
    .insertInto('sessions')
    .values(day.map(({ session }) => session))
    .execute()
  await tx
    .insertInto('slots')
    .values(day.flatMap(({ slots }) => slots))
    .execute()
}

async function addDay(
  tx: Tx,
  day: readonly HalfDay[],
  rows: readonly ReturnType<typeof toAppointment>[],
): Promise<void> {
  await addSessions(tx, day)
  await tx
    .insertInto('appointments')
    .values([...rows])
    .execute()
  await tx
    .insertInto('outbox')
    .values(
      rows.map((row) => ({
        id: row.id.replace('appointment', 'message'),
        appointment_id: row.id,
        kind: 'invitation' as const,
        state: 'sent' as const,
        attempts: 0,
        created_at: row.created_at,
        due_at: row.created_at,
        settled_at: row.created_at,
        last_error: null,
      })),
    )
    .execute()
  await tx
    .insertInto('audit')
    .values(
      rows.flatMap((row) => {
        const first = Number(row.id.slice('appointment-'.length)) * auditActions.length
        return auditActions.map((action, index) => ({
          number: first + index + 1,
          at: row.created_at,
          actor_kind: 'system' as const,
          actor_id: null,
          appointment_id: row.id,
          action,
          details: '{}',
          // Nobody verifies this chain: what matters is how long it is.
          previous_hash: '',
          hash: `${first + index + 1}`,
        }))
      }),
    )
    .execute()
}

const auditActions = ['appointment-planned', 'appointment-invited', 'outcome-recorded']

async function addMails(tx: Tx, count: number, now: number): Promise<void> {
  const text = 'You have an appointment with the occupational doctor, by video. '.repeat(20)
  await inBatches(numbers(count), (part) =>
    tx
      .insertInto('mailbox')
      .values(
        part.map((number) => ({
          id: id('mail', number),
          at: toInstant(now - ((number * 7919) % count) * 60_000),
          sender: 'Visite <visite@localhost>',
          recipient: `Anna <w${number}@employer.example>`,
          subject: 'Your appointment',
          text,
          attachments: '[]',
        })),
      )
      .execute(),
  )
}

async function signIn(file: string, now: number, origin: string): Promise<Agenda['cookies']> {
  const store = await openStore(file)
  const times = { at: toInstant(now), expiresAt: toInstant(now + 12 * 3_600_000) }
  const cookieOf = (role: string) => `${cookieName('staff', origin)}=${role.padEnd(43, '0')}`
  await store.write(async (writer) => {
    await writer.remotePolicy.add(pilotApproval, times.at)
    for (const role of ['planner', 'physician'] as const) {
      const staffId = id(role, 900)
      await writer.staff.add({
        staff: { id: staffId, role, name: role, email: null },
        physicianId: role === 'physician' ? id('physician', 1) : null,
        at: times.at,
      })
      const cookieHash = hashToken(role.padEnd(43, '0'))
      await writer.logins.add({ kind: 'staff', staffId, cookieHash, ...times })
    }
  })
  await store.close()
  return { planner: cookieOf('planner'), physician: cookieOf('physician') }
}
