/** What the office and the desk ask all day, and beside each the plainest SELECT of the same rows. */
import { toInstant } from '../../signaling/clock.ts'
import { addDays, dateAt, startOfDay } from '../../signaling/rules/calendar.ts'
import type { Query } from '../../signaling/store/database.ts'
import type { Agenda } from './agenda-fill.ts'

export interface Asked {
  readonly what: string
  readonly path: string
  /** Posted; left out: asked for by GET. */
  readonly body?: object
  readonly who: keyof Agenda['cookies']
  /** The same rows, asked for at once. */
  readonly plainly: Query
  /** Without which the answer would take a walk through a whole table. */
  readonly indexes: readonly string[]
  /** Milliseconds that it may take at most, in the middle. */
  readonly goalMs?: number
}

export function questions(agenda: Agenda, now: number, timeZone: string): Asked[] {
  const today = nextWorkingDay(dateAt(now, timeZone))
  const day = [startOfDay(today, timeZone), startOfDay(addDays(today, 1), timeZone)].map(toInstant)
  const week = [startOfDay(today, timeZone), startOfDay(addDays(today, 7), timeZone)].map(toInstant)
  const { employerId, physicianId, open } = agenda
  const openDay = nextWorkingDay(open.from)
  const openSpan = [startOfDay(openDay, timeZone), startOfDay(addDays(openDay, 1), timeZone)].map(
    toInstant,
  )
  const board = `SELECT * FROM sessions AS se JOIN slots AS s ON s.session_id = se.id
    LEFT JOIN appointments AS a ON a.slot_id = s.id LEFT JOIN workers AS w ON w.id = a.worker_id
    WHERE se.starts_at >= ? AND se.starts_at < ?`
  const due = `SELECT * FROM exams_due AS e JOIN workers AS w ON w.id = e.worker_id
    JOIN posts AS p ON p.id = w.post_id`
  return [
    {
      what: 'day board',
      path: `/api/sessions?from=${today}&until=${today}`,
      who: 'planner',
      plainly: { sql: board, parameters: day },
      indexes: ['sessions_start', 'appointments_of_slot', 'outbox_appointment'],
      goalMs: 10,
    },
    {
      what: 'week',
      path: `/api/sessions?from=${today}&until=${addDays(today, 6)}`,
      who: 'planner',
      plainly: { sql: board, parameters: week },
      indexes: ['sessions_start', 'appointments_of_slot', 'outbox_appointment'],
    },
    {
      what: 'day board, all free, 200 requests wait',
      path: `/api/sessions?from=${openDay}&until=${openDay}`,
      who: 'planner',
      plainly: { sql: board, parameters: openSpan },
      indexes: ['sessions_start', 'requests_clock'],
    },
    {
      what: 'cohort, 2,900 slots free, 200 requests wait',
      path: '/api/cohorts/preview',
      body: { employerId: null, dueUntil: open.until, ...open, without: [], wished: [] },
      who: 'planner',
      plainly: {
        sql: `${due} WHERE e.due_on <= ? ORDER BY e.due_on, e.worker_id LIMIT 400`,
        parameters: [open.until],
      },
      indexes: ['exams_due_day', 'requests_clock'],
    },
    {
      what: 'physician’s day',
      path: '/api/desk/day',
      who: 'physician',
      plainly: { sql: `${board} AND se.physician_id = ?`, parameters: [...day, physicianId] },
      indexes: ['sessions_physician', 'appointments_of_slot'],
      goalMs: 10,
    },
    {
      what: 'due list',
      path: '/api/due',
      who: 'planner',
      plainly: { sql: `${due} ORDER BY e.due_on, e.worker_id LIMIT 100`, parameters: [] },
      indexes: ['exams_due_day'],
      goalMs: 10,
    },
    {
      what: 'due list of an employer, not planned',
      path: `/api/due?employerId=${employerId}&unplanned=true`,
      who: 'planner',
      plainly: {
        sql: `${due} WHERE e.employer_id = ? ORDER BY e.due_on, e.worker_id LIMIT 100`,
        parameters: [employerId],
      },
      indexes: ['exams_due_employer'],
      goalMs: 10,
    },
    {
      what: 'workers of an employer',
      path: `/api/workers?employerId=${employerId}`,
      who: 'planner',
      plainly: {
        sql: `SELECT * FROM workers AS w LEFT JOIN appointments AS a ON a.worker_id = w.id
          WHERE w.employer_id = ? ORDER BY w.last_name, w.first_name`,
        parameters: [employerId],
      },
      indexes: ['workers_name', 'appointments_of_worker'],
    },
    {
      what: 'mailbox, the newest thousand',
      path: '/api/mailbox',
      who: 'planner',
      plainly: {
        sql: 'SELECT id, at, recipient, subject FROM mailbox ORDER BY at DESC, id LIMIT 1000',
        parameters: [],
      },
      indexes: ['mailbox_newest'],
    },
  ]
}

function nextWorkingDay(date: string): string {
  const day = new Date(`${date}T12:00:00Z`).getUTCDay()
  return day === 6 ? addDays(date, 2) : day === 0 ? addDays(date, 1) : date
}
