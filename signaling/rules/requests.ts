/** What workers ask for: which moments suit, and how nobody of the employer's learns of what is the worker's own. */
import type { ExamType } from '../protocol/exam-types.ts'
import type { DayPart, Moments } from '../protocol/requests.ts'
import { clockTimeAt, dateAt } from './calendar.ts'
import { weekdayOf } from './working-days.ts'

/** An empty list leaves the choice open. */
export function suitsMoments(moments: Moments, startsAt: number, timeZone: string): boolean {
  const { weekdays, parts } = moments
  return (
    (weekdays.length === 0 || weekdays.includes(weekdayOf(dateAt(startsAt, timeZone)))) &&
    (parts.length === 0 || parts.includes(dayPartOf(startsAt, timeZone)))
  )
}

function dayPartOf(at: number, timeZone: string): DayPart {
  const noon = clockTimeAt(dateAt(at, timeZone), '12:00', timeZone)
  return noon !== null && at < noon ? 'morning' : 'afternoon'
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
