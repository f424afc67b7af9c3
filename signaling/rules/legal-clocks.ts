/**
 * Until when the law wants an examination to have taken place. A request carries its due date from the day on which it
 * came; the lists sort by it, and their rows turn amber and red.
 */
import type { ExamType } from '../protocol/exam-types.ts'
import type { LegalClock } from '../protocol/legal-clock.ts'
import type { CalendarDate } from '../protocol/primitives.ts'
import { addWorkingDays, workingDaysBetween, type WorkingDays } from './working-days.ts'

/** From what a term runs. `resumption`: the day on which the person works again; the examination is never before it. */
export type ClockStart = 'request' | 'resumption'

export interface LegalTerm {
  readonly workingDays: number
  readonly from: ClockStart
}

export type LegalTerms = { readonly [type in ExamType]?: LegalTerm }

/** What the service starts with, and may set otherwise: a law changes sooner than a program. */
export const defaultTerms: LegalTerms = {
  'spontaneous': { workingDays: 10, from: 'request' }, // Code, art. I.4-37
  // Art. I.4-36 for the worker's own request. Of the employer's, since 1 January 2026, the decree says "as soon as
  // possible"; whether the term is left for the worker's is not settled.
  'pre-resumption': { workingDays: 10, from: 'request' },
  'return-to-work': { workingDays: 10, from: 'resumption' }, // art. I.4-34
}

/** With so many working days left, or fewer, the light changes. */
export interface Warnings {
  readonly amber: number
  readonly red: number
}

export const defaultWarnings: Warnings = { amber: 4, red: 1 }

/** Returns the last day on which the examination is in time, or null where the law sets no term of days. */
export function dueOn(
  examType: ExamType,
  start: CalendarDate,
  terms: LegalTerms,
  calendar: WorkingDays,
): CalendarDate | null {
  const term = terms[examType]
  return term === undefined ? null : addWorkingDays(start, term.workingDays, calendar)
}

export function readClock(
  due: CalendarDate,
  today: CalendarDate,
  calendar: WorkingDays,
  warnings: Warnings = defaultWarnings,
): LegalClock {
  const workingDaysLeft =
    today > due ? -overdue(due, today, calendar) : workingDaysBetween(today, due, calendar)
  return { dueOn: due, workingDaysLeft, light: lightOf(workingDaysLeft, warnings) }
}

/**
 * Reads many clocks on one day. Asked in the order of their last days, it counts each day between them once: two years of
 * a list cost 700 steps and not 700 for each row.
 */
export function createClockReader(
  today: CalendarDate,
  calendar: WorkingDays,
  warnings: Warnings = defaultWarnings,
): (due: CalendarDate) => LegalClock {
  let known = { due: today, left: 0 }
  return (due) => {
    if (due < today) return readClock(due, today, calendar, warnings)
    const left = known.left + workingDaysBetween(known.due, due, calendar)
    known = { due, left }
    return { dueOn: due, workingDaysLeft: left, light: lightOf(left, warnings) }
  }
}

/** A term that ended on a Friday is over on Sunday, though no working day has passed since. */
function overdue(due: CalendarDate, today: CalendarDate, calendar: WorkingDays): number {
  return Math.max(1, workingDaysBetween(due, today, calendar))
}

function lightOf(workingDaysLeft: number, { amber, red }: Warnings): LegalClock['light'] {
  if (workingDaysLeft <= red) return 'red'
  return workingDaysLeft <= amber ? 'amber' : 'green'
}

/** Nearest end first; those without a term come last, in the order in which they were asked for. */
export function byClock<
  T extends { readonly dueOn: CalendarDate | null; readonly askedAt: string },
>(a: T, b: T): number {
  if (a.dueOn !== b.dueOn) {
    if (a.dueOn === null) return 1
    if (b.dueOn === null) return -1
    return a.dueOn < b.dueOn ? -1 : 1
  }
  return a.askedAt < b.askedAt ? -1 : a.askedAt > b.askedAt ? 1 : 0
}
