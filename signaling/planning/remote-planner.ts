/** Appointments by video: only for an examination that the policy lets happen at a distance, and with the reason why. */
import { AppError } from '../errors.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { CalendarDate, Id } from '../protocol/primitives.ts'
import type { PolicyRow, RemoteRefusal } from '../protocol/remote-policy.ts'
import type { TechnicalAct } from '../protocol/technical-acts.ts'
import { decideRemote, type RemoteDecision } from '../rules/remote-policy.ts'
import type { Deed } from '../store/appointments.ts'
import type { Writer } from '../store/store.ts'
import type { PlanningOptions } from './planning-options.ts'

export interface RemotePlanner {
  /** Why this worker may not be examined by video on this day; null where they may. */
  refusal(worker: RemoteWorker, on: CalendarDate): RemoteRefusal | null
  /** Writes the appointment; throws the refusal's code where there is one. */
  plan(writer: Writer, seat: RemoteSeat): Promise<Appointment>
}

export interface RemoteWorker {
  readonly employerId: Id
  /** In this type of examination. */
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

  return {
    refusal(worker, on) {
      const decision = decide(worker, on)
      return decision.allowed ? null : decision.refusal
    },
    async plan(writer, { slotId, workerId, employerId, on }) {
      const actsDue = await writer.examsDue.actsDueIn(examType, workerId)
      const decision = decide({ employerId, actsDue }, on)
      if (!decision.allowed) throw new AppError(decision.refusal, '/examType')
      const details = { policyVersion: decision.basis.version, approval: decision.basis.reference }
      return writer.appointments.create(
        { id: makeId(), slotId, workerId, modality: 'remote', examType, calendarUid: makeId() },
        { ...deed, details },
      )
    },
  }
}
