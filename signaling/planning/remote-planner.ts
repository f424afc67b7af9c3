/** Appointments by video: only for an examination that the policy lets happen at a distance, and with the reason why. */
import { AppError } from '../errors.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { CalendarDate, Id } from '../protocol/primitives.ts'
import type { PolicyRow, RemoteRefusal } from '../protocol/remote-policy.ts'
import type { TechnicalAct } from '../protocol/technical-acts.ts'
import { decideRemote, type RemoteDecision } from '../rules/remote-policy.ts'
import type { Deed } from '../store/appointments.ts'
import type { AuditDetails } from '../store/audit.ts'
import type { Writer } from '../store/store.ts'
import type { PlanningOptions } from './planning-options.ts'

export interface SlotPlanner {
  /** Why this worker may not be examined so on this day; null where they may. */
  refusal(worker: RemoteWorker, on: CalendarDate): RemoteRefusal | null
  /** Writes the appointment; throws the refusal's code where there is one. */
  plan(writer: Writer, seat: RemoteSeat): Promise<Appointment>
}

export interface RemotePlanner extends SlotPlanner {
  /** Puts an appointment of this type into the seat that its worker took; asks the same as a new one would be asked. */
  move(writer: Writer, appointmentId: Id, seat: RemoteSeat): Promise<Appointment>
}

export interface RemoteWorker {
  readonly employerId: Id
  /** In this examination: `rules/exam-due.ts`. */
  readonly actsDue: readonly TechnicalAct[]
}

export interface RemoteSeat {
  readonly slotId: Id
  readonly workerId: Id
  readonly employerId: Id
  readonly on: CalendarDate
}

export function createRemotePlanner(
  { makeId }: Pick<PlanningOptions, 'makeId'>,
  policy: readonly PolicyRow[],
  examType: ExamType,
  deed: Deed,
): RemotePlanner {
  const decide = ({ employerId, actsDue }: RemoteWorker, on: CalendarDate): RemoteDecision =>
    decideRemote({ examType, employerId, actsDue, on }, policy)

  /** Returns under which row it is, for the audit log; throws the refusal. */
  async function allow(writer: Writer, seat: RemoteSeat): Promise<AuditDetails> {
    const { workerId, employerId, on } = seat
    const actsDue = await writer.examsDue.actsDueIn(examType, workerId, on)
    const decision = decide({ employerId, actsDue }, on)
    if (!decision.allowed) throw new AppError(decision.refusal, '/examType')
    return { policyVersion: decision.basis.version, approval: decision.basis.reference }
  }

  return {
    refusal(worker, on) {
      const decision = decide(worker, on)
      return decision.allowed ? null : decision.refusal
    },
    async plan(writer, seat) {
      const { slotId, workerId } = seat
      return writer.appointments.create(
        { id: makeId(), slotId, workerId, modality: 'remote', examType, calendarUid: makeId() },
        { ...deed, details: await allow(writer, seat) },
      )
    },
    async move(writer, appointmentId, seat) {
      const details = await allow(writer, seat)
      return writer.appointments.move(appointmentId, seat.slotId, { ...deed, details })
    },
  }
}
