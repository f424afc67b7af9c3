/** People who may want a slot that became free, as the tables know them; `refill/candidates.ts` judges. */
import type { ExamType } from '../protocol/exam-types.ts'
import type { Moments } from '../protocol/requests.ts'
import type { CalendarDate, Id, Instant, Locale } from '../protocol/primitives.ts'
import { isWorkersOwn, mayUseRoom, reachFor } from '../rules/requests.ts'
import type { Refill } from './offers.ts'
import { wantsInPerson } from './exams-due.ts'
import { readRequests, toAsked } from './requests.ts'
import { openStatuses } from './statuses.ts'
import type { Db } from './tables.ts'

export interface Interested {
  readonly workerId: Id
  readonly employerId: Id
  readonly siteId: Id | null
  readonly language: Locale
  readonly email: string | null
  readonly phone: string | null
  readonly examType: ExamType
  readonly dueOn: CalendarDate | null
  readonly askedAt: Instant
  readonly requestId: Id | null
}

export interface InterestedByRequest extends Interested {
  readonly moments: Moments
  readonly tellEmployer: boolean
}

export function readCandidates(db: Db) {
  const workers = () =>
    db
      .selectFrom('workers as w')
      .select([
        'w.id as worker_id',
        'w.employer_id',
        'w.site_id',
        'w.language',
        'w.email',
        'w.phone',
      ])

  /** Those with an open appointment by video after this slot: it would move there. */
  const withLater = ({ endsAt }: Refill) =>
    workers()
      .innerJoin('appointments as a', 'a.worker_id', 'w.id')
      .innerJoin('slots as s', 's.id', 'a.slot_id')
      .leftJoin('requests as rq', 'rq.appointment_id', 'a.id')
      .select(['a.exam_type', 'a.wants_earlier_at', 's.starts_at'])
      .select(['rq.email as asked_email', 'rq.phone as asked_phone', 'rq.tell_employer'])
      .where('a.modality', '=', 'remote')
      .where('a.status', 'in', openStatuses)
      .where('s.starts_at', '>=', endsAt)
      .orderBy('s.starts_at')

  return {
    /** Returns whose these appointments are, if they come after the slot. */
    async later(slot: Refill, appointmentIds: readonly Id[]): Promise<Interested[]> {
      if (appointmentIds.length === 0) return []
      const rows = await withLater(slot).where('a.id', 'in', appointmentIds).execute()
      return rows.map((row) => toMoving(row, row.starts_at))
    },

    /** Returns who said that they would come earlier. */
    async earlierWished(slot: Refill, limit: number): Promise<Interested[]> {
      const query = withLater(slot).where('a.wants_earlier_at', 'is not', null).limit(limit)
      return (await query.execute()).map((row) =>
        toMoving(row, row.wants_earlier_at ?? row.starts_at),
      )
    },

    /** Returns who asked for a consultation and is known by now, the nearest end of the term first. */
    async withRequests(limit: number): Promise<InterestedByRequest[]> {
      // Only those who asked for the talk themselves, art. I.4-36 and I.4-37: the other kinds are the planner's to place.
      const waiting = (await readRequests(db).waiting(limit)).filter(
        ({ examType, askedBy }) => isWorkersOwn(examType) && askedBy === 'worker',
      )
      const ids = waiting.flatMap(({ workerId }) => workerId ?? [])
      if (ids.length === 0) return []
      const rows = await workers().where('w.id', 'in', ids).execute()
      const known = new Map(rows.map((row) => [row.worker_id, row]))
      return waiting.flatMap((request) => {
        const row = known.get(request.workerId ?? '')
        if (row === undefined) return []
        const { id: requestId, examType, askedAt, dueOn, moments, tellEmployer, language } = request
        const person = toInterested(row, examType, askedAt)
        const { email, phone } = reachFor(examType, request, person)
        return [{ ...person, requestId, email, phone, language, dueOn, moments, tellEmployer }]
      })
    },

    /**
     * Returns whose examination is due by this day and not planned, the nearest day first. Who is to have it in person is
     * not asked to come by video again.
     */
    async due(until: CalendarDate, now: Instant, limit: number): Promise<Interested[]> {
      const rows = await workers()
        .innerJoin('exams_due as e', 'e.worker_id', 'w.id')
        .select(['e.exam_type', 'e.due_on'])
        .where('e.due_on', '<=', until)
        .where('w.left_on', 'is', null)
        .where(wantsInPerson, '=', 0)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('appointments as a')
                .select('a.id')
                .whereRef('a.worker_id', '=', 'w.id')
                .where('a.status', 'in', openStatuses)
                .where('a.exam_type', '!=', 'spontaneous'),
            ),
          ),
        )
        .orderBy('e.due_on')
        .orderBy('e.worker_id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ ...toInterested(row, row.exam_type, now), dueOn: row.due_on }))
    },
  }
}

interface WorkerColumns {
  readonly worker_id: Id
  readonly employer_id: Id
  readonly site_id: Id | null
  readonly language: Locale
  readonly email: string | null
  readonly phone: string | null
}

interface MovingColumns extends WorkerColumns {
  readonly exam_type: ExamType
  readonly asked_email: string | null
  readonly asked_phone: string | null
  readonly tell_employer: 0 | 1 | null
}

/** Whose appointment would move: what is theirs alone stays so at the earlier moment. */
function toMoving(row: MovingColumns, askedAt: Instant): Interested {
  const { exam_type: examType, asked_email, asked_phone, tell_employer } = row
  const person = toInterested(row, examType, askedAt)
  const asked = toAsked({ email: asked_email, phone: asked_phone, tell_employer })
  const { email, phone } = reachFor(examType, asked, person)
  const mayBeSeen = asked === null ? !isWorkersOwn(examType) : mayUseRoom(asked)
  return { ...person, email, phone, siteId: mayBeSeen ? person.siteId : null }
}

function toInterested(row: WorkerColumns, examType: ExamType, askedAt: Instant): Interested {
  return {
    workerId: row.worker_id,
    employerId: row.employer_id,
    siteId: row.site_id,
    language: row.language,
    email: row.email,
    phone: row.phone,
    examType,
    dueOn: null,
    askedAt,
    requestId: null,
  }
}
