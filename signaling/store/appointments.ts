/** Appointments. Whatever is done to one is written with its audit entry. */
import { AppError } from '../errors.ts'
import type { Actor } from '../identity/identity.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { Appointment, Modality, Slot, Worker } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import {
  holdsSlot,
  isOpen,
  step,
  type AppointmentEvent,
  type AppointmentLife,
  type OpenStatus,
} from '../rules/appointment-life.ts'
import { reachFor } from '../rules/requests.ts'
import { readOpenTimes, refuseOtherModality, refuseOtherPlace } from './appointment-places.ts'
import { takeBackEnd, takeBackPlan } from './appointment-returns.ts'
import { changeSlots, type SlotChange } from './appointment-moves.ts'
import { readContext } from './appointment-context.ts'
import { toAppointment, withDelivery } from './appointment-rows.ts'
import { writeAudit, type AuditDetails } from './audit.ts'
import { endRefill, startRefill } from './offers.ts'
import { toAsked } from './requests.ts'
import { refuseDuplicates } from './sqlite-errors.ts'
import { openStatuses } from './statuses.ts'
import type { Db, Tx } from './tables.ts'
import { toWorker } from './workers.ts'

export interface AppointmentAddition {
  readonly id: Id
  readonly slotId: Id
  readonly workerId: Id
  readonly modality: Modality
  readonly examType: ExamType
  /** The same for life, whatever becomes of the appointment (RFC 5545, 3.8.4.7). */
  readonly calendarUid: string
}

/** Who does something, when, and what else the audit log should say about it. */
export interface Deed {
  readonly actor: Actor
  readonly at: Instant
  readonly details?: AuditDetails
}

export function readAppointments(db: Db) {
  const get = async (id: Id): Promise<Appointment | null> => {
    const row = await withDelivery(db).where('a.id', '=', id).executeTakeFirst()
    return row === undefined ? null : toAppointment(row)
  }

  return {
    get,

    /** Returns the worker's open appointment: of this type where they asked for it themselves, else the employer's. */
    async openOf(workerId: Id, examType: ExamType): Promise<Appointment | null> {
      const isAsked = examType === 'spontaneous'
      const row = await withDelivery(db)
        .where('a.worker_id', '=', workerId)
        .where('a.status', 'in', openStatuses)
        .where('a.exam_type', isAsked ? '=' : '!=', 'spontaneous')
        .executeTakeFirst()
      return row === undefined ? null : toAppointment(row)
    },

    async ofSession(sessionId: Id): Promise<Appointment[]> {
      const query = withDelivery(db).where('s.session_id', '=', sessionId)
      return (await query.orderBy('s.starts_at').orderBy('a.created_at').execute()).map(
        toAppointment,
      )
    },

    /** Returns the appointments of a physician's sessions that start within [from, until), whatever became of them. */
    async ofPhysician(physicianId: Id, from: Instant, until: Instant): Promise<Appointment[]> {
      const query = withDelivery(db)
        .where('se.physician_id', '=', physicianId)
        .where('se.starts_at', '>=', from)
        .where('se.starts_at', '<', until)
      return (await query.orderBy('s.starts_at').orderBy('a.created_at').execute()).map(
        toAppointment,
      )
    },

    context: (id: Id) => readContext(db, id),
    openTimesOf: (workerIds: readonly Id[]) => readOpenTimes(db, workerIds),

    /**
     * Returns what each slot shows: the appointment that holds it, else the last one that was converted or
     * whose worker did not come: seen until someone else gets the slot.
     */
    async shownInSlots(
      sessionIds: readonly Id[],
    ): Promise<Map<Id, NonNullable<Slot['appointment']>>> {
      const rows = await withDelivery(db)
        .innerJoin('workers as w', 'w.id', 'a.worker_id')
        .innerJoin('employers as e', 'e.id', 'w.employer_id')
        .select(['w.first_name', 'w.last_name', 'w.language', 'w.email', 'w.employer_id'])
        .leftJoin('requests as rq', 'rq.appointment_id', 'a.id')
        .select('e.name as employer_name')
        .select(['rq.email as asked_email', 'rq.tell_employer'])
        .where('s.session_id', 'in', sessionIds)
        .where('a.status', '!=', 'cancelled')
        .orderBy('a.created_at')
        .execute()
      const shown = new Map<Id, NonNullable<Slot['appointment']>>()
      for (const row of rows) {
        const holder = shown.get(row.slot_id)
        if (holder !== undefined && holdsSlot(holder.status)) continue
        const asked = toAsked({ ...row, email: row.asked_email, phone: null })
        const reach = reachFor(row.exam_type, asked, { email: row.email, phone: null })
        shown.set(row.slot_id, {
          ...toAppointment(row),
          workerName: `${row.first_name} ${row.last_name}`.slice(0, 120),
          workerLanguage: row.language,
          workerHasEmail: reach.email !== null,
          employerId: row.employer_id,
          employerName: row.employer_name,
          notByVideo: null,
        })
      }
      return shown
    },

    /** Returns the workers of a physician's sessions that start within [from, until), by id. */
    async workersOf(physicianId: Id, from: Instant, until: Instant): Promise<Map<Id, Worker>> {
      const rows = await db
        .selectFrom('workers as w')
        .innerJoin('appointments as a', 'a.worker_id', 'w.id')
        .innerJoin('slots as s', 's.id', 'a.slot_id')
        .innerJoin('sessions as se', 'se.id', 's.session_id')
        .selectAll('w')
        .where('se.physician_id', '=', physicianId)
        .where('se.starts_at', '>=', from)
        .where('se.starts_at', '<', until)
        .execute()
      return new Map(rows.map((row) => [row.id, toWorker(row)]))
    },
  }
}

export function writeAppointments(tx: Tx) {
  const read = readAppointments(tx)
  const audit = writeAudit(tx)

  const getOrRefuse = async (id: Id): Promise<Appointment> => {
    const appointment = await read.get(id)
    if (appointment === null) throw new AppError('not-found')
    return appointment
  }

  return {
    ...read,

    /** Refused as `slot-taken` or `worker-already-planned`: the tables' unique indexes decide, whoever comes first. */
    async create(addition: AppointmentAddition, deed: Deed): Promise<Appointment> {
      const { id, slotId, workerId, modality, examType, calendarUid } = addition
      await refuseOtherPlace(tx, workerId, slotId)
      await refuseOtherModality(tx, slotId, modality)
      await refuseDuplicates(
        {
          'appointments.slot_id': { code: 'slot-taken', at: '/slotId' },
          'appointments.worker_id': { code: 'worker-already-planned', at: '/workerId' },
        },
        () =>
          tx
            .insertInto('appointments')
            .values({
              id,
              slot_id: slotId,
              worker_id: workerId,
              modality,
              exam_type: examType,
              status: 'planned',
              outcome: null,
              in_person_asked_by: null,
              link_version: 1,
              calendar_uid: calendarUid,
              calendar_sequence: 0,
              created_at: deed.at,
              updated_at: deed.at,
            })
            .execute(),
      )
      await endRefill(tx, slotId, workerId, deed.at)
      await audit.append({
        ...deed,
        appointmentId: id,
        action: appointmentPlanned,
        details: { ...deed.details, slotId, workerId, modality, examType },
      })
      return getOrRefuse(id)
    },

    changeSlots: (changes: readonly SlotChange[], deed: Deed) => changeSlots(tx, changes, deed),

    /** Refused as `slot-taken` or `worker-already-planned` where somebody, or they themselves, went on meanwhile. */
    async takeBackEnd(id: Id, was: OpenStatus, deed: Deed): Promise<Appointment> {
      await takeBackEnd(tx, await getOrRefuse(id), was, deed)
      return getOrRefuse(id)
    },

    /** `plannedAt`: who was looked for until then is looked for again. */
    async takeBackPlan(id: Id, plannedAt: Instant, deed: Deed): Promise<void> {
      await takeBackPlan(tx, await getOrRefuse(id), plannedAt, deed)
    },

    /** Whether the worker would come earlier; only who has an open appointment by video can. */
    async wishEarlier(id: Id, wanted: boolean, deed: Deed): Promise<void> {
      const { numUpdatedRows } = await tx
        .updateTable('appointments')
        .set({ wants_earlier_at: wanted ? deed.at : null })
        .where('id', '=', id)
        .where('modality', '=', 'remote')
        .where('status', 'in', openStatuses)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new AppError('transition-refused')
      const action = wanted ? 'earlier-wanted' : 'earlier-not-wanted'
      await audit.append({ ...deed, appointmentId: id, action })
    },

    /** Puts a worker's open appointment into the slot that they took; the one that it leaves is offered in turn. */
    async move(id: Id, slotId: Id, deed: Deed): Promise<Appointment> {
      const appointment = await getOrRefuse(id)
      const change = {
        appointment,
        toSlotId: slotId,
        event: { type: 'move' },
        swappedWith: null,
      } as const
      await changeSlots(tx, [change], deed)
      if (appointment.endsAt > deed.at) await startRefill(tx, appointment.slotId, deed.at)
      return getOrRefuse(id)
    },

    /** Takes one step of the appointment's life, or refuses it as `transition-refused`. */
    async change(id: Id, event: AppointmentEvent, deed: Deed): Promise<Appointment> {
      const before = await getOrRefuse(id)
      const next = step(before, event)
      if (!next.ok) throw new AppError(next.code)
      await storeLife(tx, id, before, next.life, deed.at)
      if (isFreed(before, next.life, deed.at)) await startRefill(tx, before.slotId, deed.at)
      await audit.append({
        ...deed,
        appointmentId: id,
        action: actions[event.type],
        details: {
          ...deed.details,
          from: before.status,
          to: next.life.status,
          ...(event.type === 'record-outcome'
            ? { outcome: event.outcome, workerCame: event.workerCame }
            : {}),
        },
      })
      return getOrRefuse(id)
    },

    /** Revokes every call link that was sent for this appointment. */
    async revokeLinks(id: Id, deed: Deed): Promise<void> {
      await tx
        .updateTable('appointments')
        .set((row) => ({ link_version: row('link_version', '+', 1), updated_at: deed.at }))
        .where('id', '=', id)
        .execute()
      await audit.append({ ...deed, appointmentId: id, action: 'call-links-revoked' })
    },
  }
}

export const appointmentPlanned = 'appointment-planned'
export const appointmentInvited = 'appointment-invited'
export const appointmentCancelled = 'appointment-cancelled'
export const inPersonPlanned = 'in-person-planned'
export const waitingGivenUp = 'waiting-given-up'

const actions: Record<AppointmentEvent['type'], string> = {
  'invite': appointmentInvited,
  'accept': 'appointment-accepted',
  'prefer-in-person': 'in-person-preferred',
  'plan-in-person': inPersonPlanned,
  'cancel': appointmentCancelled,
  'no-answer': waitingGivenUp,
  'record-outcome': 'outcome-recorded',
}

/** Of a talk by video, while something is left of it: for a visit in person, rooms and travel are another matter. */
function isFreed(before: Appointment, after: AppointmentLife, at: Instant): boolean {
  return (
    before.modality === 'remote' &&
    before.endsAt > at &&
    holdsSlot(before.status) &&
    !holdsSlot(after.status)
  )
}

/** Compare and set: a status that is no longer the one that the step began from refuses the step. */
async function storeLife(
  tx: Tx,
  id: Id,
  before: AppointmentLife,
  after: AppointmentLife,
  at: Instant,
): Promise<void> {
  const isEnded = isOpen(before.status) && !isOpen(after.status)
  const { numUpdatedRows } = await tx
    .updateTable('appointments')
    .set({
      status: after.status,
      outcome: after.outcome,
      in_person_asked_by: after.inPersonAskedBy,
      updated_at: at,
    })
    // The entry in the worker's calendar goes with the end (RFC 5545, 3.8.7.4).
    .set((row) => ({ calendar_sequence: row('calendar_sequence', '+', isEnded ? 1 : 0) }))
    .where('id', '=', id)
    .where('status', '=', before.status)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new AppError('transition-refused')
}
