/** What workers ask for: which moments suit, and how nobody of the employer's learns of what is the worker's own. */
import type { ExamType } from '../protocol/exam-types.ts'
import type { DayPart, Moments } from '../protocol/requests.ts'
import { clockTimeAt, dateAt } from './calendar.ts'
import { weekdayOf } from './working-days.ts'

/** What a moment is to whoever chooses among them. */
export interface Moment {
  readonly weekday: number
  readonly part: DayPart
}

export function suitsMoments(moments: Moments, startsAt: number, timeZone: string): boolean {
  return suitsMoment(moments, momentOf(startsAt, timeZone))
}

/** An empty list leaves the choice open. */
export function suitsMoment({ weekdays, parts }: Moments, { weekday, part }: Moment): boolean {
  return (
    (weekdays.length === 0 || weekdays.includes(weekday)) &&
    (parts.length === 0 || parts.includes(part))
  )
}

export function momentOf(at: number, timeZone: string): Moment {
  const on = dateAt(at, timeZone)
  const noon = clockTimeAt(on, '12:00', timeZone)
  return { weekday: weekdayOf(on), part: noon !== null && at < noon ? 'morning' : 'afternoon' }
}

/**
 * Code, art. I.4-37: the employer is told unless the worker minds. A company room is the employer's: whoever goes there is
 * seen, so that a consultation which the employer may not know of is on the worker's own phone only.
 */
export function mayUseRoom(request: { readonly tellEmployer: boolean }): boolean {
  return request.tellEmployer
}

export interface Reach {
  readonly email: string | null
  readonly phone: string | null
}

/**
 * Returns where somebody is told of an appointment; `asked` is the request that it answers, null where it answers none. What
 * is theirs alone is told at what they gave for it and nowhere else: the roster's address and number may be those at work.
 */
export function reachFor(
  examType: ExamType,
  asked: (Reach & { readonly tellEmployer: boolean }) | null,
  roster: Reach,
): Reach {
  if (asked === null) return roster
  if (examType === 'spontaneous' || !asked.tellEmployer) return asked
  return { email: asked.email ?? roster.email, phone: asked.phone ?? roster.phone }
}

/** The worker's own, art. I.4-36 and I.4-37: where no request says that the employer is told, it is not. */
export function isWorkersOwn(examType: ExamType): boolean {
  return examType === 'pre-resumption' || examType === 'spontaneous'
}
