/** The messages that are to leave, and how far each has come. What a message says is made when it is sent. */
import { sql } from 'kysely'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db, Tables, Tx } from './tables.ts'

/** What the worker of an appointment can be told; `outreach/prepare.ts` says how each is made. */
export type AppointmentMessageKind =
  | 'invitation'
  | 'reminder'
  | 'moved'
  | 'delay'
  | 'call-in'
  /** Removed, or to be a visit in person: it does not take place. */
  | 'called-off'
  /** It does after all: the worker had learnt that it was called off. */
  | 'restored'

/** Those that say when it is. */
export const aboutTime = [
  'invitation',
  'moved',
  'restored',
] as const satisfies AppointmentMessageKind[]
export type MessageKind = MessageSubject['kind']

/** What an SMS tells of an appointment, beside the mail or in its place. */
export type AppointmentSmsKind = 'reminder-sms' | 'delay-sms' | 'call-in-sms'

export interface SettledMessage {
  readonly id: Id
  readonly kind: MessageKind
  readonly state: Tables['outbox']['state']
  readonly createdAt: Instant
}

export type SmsSubject =
  | { readonly kind: AppointmentSmsKind; readonly appointmentId: Id }
  | { readonly kind: 'offer-sms'; readonly offerId: Id }

/** What a message is about, which decides what kinds there are. */
export type MessageSubject =
  | { readonly kind: AppointmentMessageKind; readonly appointmentId: Id }
  /** The receipt of what they declared, however the appointment ended. */
  | { readonly kind: 'declared'; readonly appointmentId: Id }
  | { readonly kind: 'offer'; readonly offerId: Id }
  | SmsSubject
  | { readonly kind: 'request-received'; readonly requestId: Id }
  /** The link with which an employer's contact makes a passkey; its token is made from the message's id. */
  | { readonly kind: 'contact-link'; readonly staffId: Id }

/** One message to queue; `at` is now. */
export type OutboxDraft = MessageSubject & {
  readonly id: Id
  readonly at: Instant
  /** Not to be sent before; at once when left out. */
  readonly dueAt?: Instant
}

/** A message that waits to be sent. `attempts` counts those that failed. */
export type QueuedMessage = MessageSubject & {
  readonly id: Id
  readonly attempts: number
  readonly createdAt: Instant
  readonly dueAt: Instant
}

export function readOutbox(db: Db) {
  return {
    /** Returns the latest message that told the worker of this appointment when it is, or was to. */
    latestAboutTime: (appointmentId: Id) => latestOf(db, appointmentId, aboutTime),

    /** Returns the latest message that told the worker that it does not take place, or was to. */
    latestCalledOff: (appointmentId: Id) => latestOf(db, appointmentId, ['called-off']),

    /** Whether any message that told this worker when it is has left. */
    async wasTold(appointmentId: Id): Promise<boolean> {
      const row = await db
        .selectFrom('outbox')
        .select('id')
        .where('appointment_id', '=', appointmentId)
        .where('kind', 'in', aboutTime)
        .where('state', '=', 'sent')
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },

    /** Returns what may be sent now, the longest waiting first. */
    async due(now: Instant, limit: number): Promise<QueuedMessage[]> {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', 'queued')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toQueuedMessage)
    },

    /** Returns when the next message may be sent, or null when none waits. */
    async nextDueAt(): Promise<Instant | null> {
      const row = await db
        .selectFrom('outbox')
        .select('due_at')
        .where('state', '=', 'queued')
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst()
      return row?.due_at ?? null
    },
  }
}

async function latestOf(
  db: Db,
  appointmentId: Id,
  kinds: readonly AppointmentMessageKind[],
): Promise<SettledMessage | null> {
  const row = await db
    .selectFrom('outbox')
    .select(['id', 'kind', 'state', 'created_at'])
    .where('appointment_id', '=', appointmentId)
    .where('kind', 'in', kinds)
    .orderBy('created_at', 'desc')
    .orderBy(sql`rowid`, 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { id: row.id, kind: row.kind, state: row.state, createdAt: row.created_at }
}

export function writeOutbox(tx: Tx) {
  const settle = (id: Id, change: Partial<Tables['outbox']>) =>
    tx.updateTable('outbox').set(change).where('id', '=', id)
  const replace = (column: 'appointment_id' | 'staff_id', id: Id, { kind, at }: OutboxDraft) =>
    tx
      .updateTable('outbox')
      .set({ state: 'superseded', settled_at: at })
      .where(column, '=', id)
      .where('kind', '=', kind)
      .where('state', '=', 'queued')
      .execute()

  return {
    ...readOutbox(tx),

    /**
     * Queues a message in the transaction that changes the appointment: one exists exactly when the other does.
     * A message of the same kind that still waits is superseded, so that asking twice sends once.
     */
    async queue(draft: OutboxDraft): Promise<void> {
      const subject = toColumns(draft)
      const { appointment_id, staff_id } = subject
      if (appointment_id !== null) await replace('appointment_id', appointment_id, draft)
      if (staff_id !== null) await replace('staff_id', staff_id, draft)
      await tx
        .insertInto('outbox')
        .values({
          id: draft.id,
          ...subject,
          kind: draft.kind,
          state: 'queued',
          attempts: 0,
          created_at: draft.at,
          due_at: draft.dueAt ?? draft.at,
          settled_at: null,
          last_error: null,
        })
        .execute()
    },

    /** Lets a message of this kind that waits leave at once; false when none waits. */
    async hasten(appointmentId: Id, kind: AppointmentMessageKind, at: Instant): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('outbox')
        .set({ due_at: at })
        .where('appointment_id', '=', appointmentId)
        .where('kind', '=', kind)
        .where('state', '=', 'queued')
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    /** Also for a message that was superseded while it was on its way: what left, left. */
    async markSent(id: Id, at: Instant): Promise<void> {
      await settle(id, { state: 'sent', settled_at: at, last_error: null }).execute()
    },

    /** Counts a failed attempt; the message is not due before `dueAt`. `error` is a code. */
    async retryAt(id: Id, dueAt: Instant, error: string): Promise<void> {
      await settle(id, { due_at: dueAt, last_error: error })
        .set((row) => ({ attempts: row('attempts', '+', 1) }))
        .where('state', '=', 'queued')
        .execute()
    },

    /** Counts a failed attempt and tries no more. `error` is a code. */
    async giveUp(id: Id, at: Instant, error: string): Promise<void> {
      await settle(id, { state: 'failed', settled_at: at, last_error: error })
        .set((row) => ({ attempts: row('attempts', '+', 1) }))
        .where('state', '=', 'queued')
        .execute()
    },

    /** The appointment has changed so that this message would be wrong. */
    async supersede(id: Id, at: Instant): Promise<void> {
      await settle(id, { state: 'superseded', settled_at: at })
        .where('state', '=', 'queued')
        .execute()
    },
  }
}

function toQueuedMessage(row: Tables['outbox']): QueuedMessage {
  return {
    id: row.id,
    ...toSubject(row),
    attempts: row.attempts,
    createdAt: row.created_at,
    dueAt: row.due_at,
  }
}

/** Exactly one of the four is set. */
function toColumns(subject: MessageSubject) {
  return {
    appointment_id: 'appointmentId' in subject ? subject.appointmentId : null,
    offer_id: 'offerId' in subject ? subject.offerId : null,
    request_id: 'requestId' in subject ? subject.requestId : null,
    staff_id: 'staffId' in subject ? subject.staffId : null,
  }
}

function toSubject(row: Tables['outbox']): MessageSubject {
  const { id, kind, appointment_id, offer_id, request_id, staff_id } = row
  if (kind === 'offer' || kind === 'offer-sms') {
    if (offer_id !== null) return { kind, offerId: offer_id }
  } else if (kind === 'request-received') {
    if (request_id !== null) return { kind, requestId: request_id }
  } else if (kind === 'contact-link') {
    if (staff_id !== null) return { kind, staffId: staff_id }
  } else if (appointment_id !== null) {
    return { kind, appointmentId: appointment_id }
  }
  throw new Error(`message ${id} is about nothing that its kind is about`)
}
