/** Appointments by video: only for an examination that the policy lets happen at a distance, and with the reason why. */
import { AppError } from '../errors.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { CalendarDate, Id } from '../protocol/primitives.ts'
import type { PolicyRow, RemoteRefusal } from '../protocol/remote-policy.ts'
import { decideRemote, type RemoteDecision } from '../rules/remote-policy.ts'
import type { Deed } from '../store/appointments.ts'
import type { Writer } from '../store/store.ts'
import type { PlanningOptions } from './planning-options.ts'

export interface RemotePlanner {
  /** Why this employer's workers may not be examined by video on this day; null where they may. */
  refusal(employerId: Id, on: CalendarDate): RemoteRefusal | null
  /** Writes the appointment; throws the refusal's code where there is one. */
  plan(writer: Writer, seat: RemoteSeat): Promise<Appointment>
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
  const decide = (employerId: Id, on: CalendarDate): RemoteDecision =>
    decideRemote({ examType, employerId, actsDue: [], on }, policy)

  return {
    refusal(employerId, on) {
      const decision = decide(employerId, on)
      return decision.allowed ? null : decision.refusal
    },
    async plan(writer, { slotId, workerId, employerId, on }) {
      const decision = decide(employerId, on)
      if (!decision.allowed) throw new AppError(decision.refusal, '/examType')
      const details = { policyVersion: decision.basis.version, approval: decision.basis.reference }
      return writer.appointments.create(
        { id: makeId(), slotId, workerId, modality: 'remote', examType, calendarUid: makeId() },
        { ...deed, details },
      )
    },
  }
}
