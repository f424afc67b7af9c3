/** What workers asked for, or somebody for them. On no list of an employer's: each reader here is the service's own. */
import { AppError } from '../errors.ts'
import type { AskedBy, RequestedType } from '../protocol/request-kinds.ts'
import type { Moments } from '../protocol/requests.ts'
import type { CalendarDate, Id, Instant, Locale } from '../protocol/primitives.ts'
import { answeredRequest, requestPlanned } from './answered-request.ts'
import { writeAudit } from './audit.ts'
import type { Deed } from './appointments.ts'
import { holdingStatuses } from './statuses.ts'
import type { Db, Tables, Tx } from './tables.ts'

export interface Request {
  readonly id: Id
  readonly examType: RequestedType
  readonly askedBy: AskedBy
  /** They work again from this day on, and are not examined before; null where nothing holds it back. */
  readonly notBefore: CalendarDate | null
  readonly askedAt: Instant
  readonly dueOn: CalendarDate
  readonly firstName: string
  readonly lastName: string
  readonly birthDate: CalendarDate
  readonly employerName: string
  readonly email: string | null
  readonly phone: string | null
  readonly language: Locale
  readonly moments: Moments
  readonly tellEmployer: boolean
  /** Null until the service has said who this is. */
  readonly workerId: Id | null
  readonly appointmentId: Id | null
}

/** The same person twice is one request. */
export type Claim = Pick<Request, 'firstName' | 'lastName' | 'birthDate' | 'email' | 'phone'>

export function readRequests(db: Db) {
  /** Not closed, and not planned: an appointment that fell through lets them wait again. */
  const waiting = () =>
    db
      .selectFrom('requests as r')
      .leftJoin('appointments as a', 'a.id', 'r.appointment_id')
      .selectAll('r')
      .where('r.closed_at', 'is', null)
      .where((row) =>
        row.or([row('r.appointment_id', 'is', null), row('a.status', 'not in', holdingStatuses)]),
      )
      .orderBy('r.due_on')
      .orderBy('r.asked_at')

  return {
    async get(id: Id): Promise<Request | null> {
      const row = await db
        .selectFrom('requests')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : toRequest(row)
    },

    /** Returns the requests that these appointments answer, or answered before others took their place, by appointment. */
    async ofAppointments(ids: readonly Id[]): Promise<Map<Id, Request>> {
      const rows = await db
        .selectFrom('appointments as a')
        .innerJoin('requests as r', (join) => join.on('r.id', '=', answeredRequest))
        .selectAll('r')
        .select('a.id as answered_by')
        .where('a.id', 'in', ids)
        .execute()
      return new Map(rows.map((row) => [row.answered_by, toRequest(row)]))
    },

    /** Returns those who wait for a slot, the nearest end of the term first. */
    async waiting(limit: number): Promise<Request[]> {
      return (await waiting().limit(limit).execute()).map(toRequest)
    },

    /** Returns the request of this person that waits already. */
    async sameAs(claim: Claim): Promise<Request | null> {
      const row = await waiting()
        .where('r.birth_date', '=', claim.birthDate)
        .where('r.last_name', '=', claim.lastName)
        .where('r.first_name', '=', claim.firstName)
        .where('r.email', 'is', claim.email)
        .where('r.phone', 'is', claim.phone)
        .where('r.exam_type', '=', 'spontaneous')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : toRequest(row)
    },

    async waitingOf(workerId: Id, examType: RequestedType): Promise<Request | null> {
      const row = await waiting()
        .where('r.worker_id', '=', workerId)
        .where('r.exam_type', '=', examType)
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : toRequest(row)
    },

    /** Returns when somebody asked last who wants to be written to at this address. */
    async lastAskedBy(email: string): Promise<Instant | null> {
      const row = await db
        .selectFrom('requests')
        .select('asked_at')
        .where('email', '=', email)
        .orderBy('asked_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.asked_at ?? null
    },
  }
}

/** Audit entries hold the request's id, and never who asked what. */
export function writeRequests(tx: Tx) {
  const audit = writeAudit(tx)
  const change = async (
    id: Id,
    set: Partial<Tables['requests']>,
    action: string,
    deed: Deed,
    appointmentId: Id | null = null,
  ) => {
    const { numUpdatedRows } = await tx
      .updateTable('requests')
      .set(set)
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new AppError('not-found')
    const details = { ...deed.details, requestId: id }
    await audit.append({ ...deed, appointmentId, action, details })
  }

  return {
    ...readRequests(tx),

    async add(request: Omit<Request, 'appointmentId'>, deed: Deed): Promise<void> {
      await tx
        .insertInto('requests')
        .values({
          id: request.id,
          exam_type: request.examType,
          asked_by: request.askedBy,
          not_before: request.notBefore,
          asked_at: request.askedAt,
          due_on: request.dueOn,
          first_name: request.firstName,
          last_name: request.lastName,
          birth_date: request.birthDate,
          employer_name: request.employerName,
          email: request.email,
          phone: request.phone,
          language: request.language,
          moments: JSON.stringify(request.moments),
          tell_employer: request.tellEmployer ? 1 : 0,
          worker_id: request.workerId,
          appointment_id: null,
          closed_at: null,
        })
        .execute()
      const details = { requestId: request.id }
      await audit.append({ ...deed, appointmentId: null, action: 'request-received', details })
    },

    /** The service has said who this is. */
    confirmWorker: (id: Id, workerId: Id, deed: Deed) =>
      change(id, { worker_id: workerId }, 'request-identified', {
        ...deed,
        details: { ...deed.details, workerId },
      }),

    plan: (id: Id, appointmentId: Id, deed: Deed) =>
      change(id, { appointment_id: appointmentId }, requestPlanned, deed, appointmentId),

    close: (id: Id, deed: Deed) => change(id, { closed_at: deed.at }, 'request-closed', deed),
  }
}

function toRequest(row: Tables['requests']): Request {
  return {
    id: row.id,
    examType: row.exam_type,
    askedBy: row.asked_by,
    notBefore: row.not_before,
    askedAt: row.asked_at,
    dueOn: row.due_on,
    firstName: row.first_name,
    lastName: row.last_name,
    birthDate: row.birth_date,
    employerName: row.employer_name,
    email: row.email,
    phone: row.phone,
    language: row.language,
    // Written by `add` alone.
    moments: JSON.parse(row.moments) as Moments,
    tellEmployer: row.tell_employer === 1,
    workerId: row.worker_id,
    appointmentId: row.appointment_id,
  }
}

/** Of a request joined to what answers it: null where there is none, for of one `tell_employer` is never null. */
export function toAsked(row: {
  readonly email: string | null
  readonly phone: string | null
  readonly tell_employer: 0 | 1 | null
}) {
  const { email, phone, tell_employer } = row
  return tell_employer === null ? null : { email, phone, tellEmployer: tell_employer === 1 }
}
