/** Appointments by video: only for an examination that the policy lets happen at a distance, and with the reason why. */
import { AppError } from '../errors.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { decideRemote } from '../rules/remote-policy.ts'
import type { Deed } from '../store/appointments.ts'
import type { Writer } from '../store/store.ts'
import type { PlanningOptions } from './planning-options.ts'

export type PlanRemote = (writer: Writer, slotId: Id, workerId: Id) => Promise<Appointment>

/** Throws `remote-not-allowed` at once; what it returns writes one appointment. */
export function allowRemote(
  { makeId, approvals }: Pick<PlanningOptions, 'makeId' | 'approvals'>,
  examType: ExamType,
  deed: Deed,
): PlanRemote {
  const decision = decideRemote(examType, approvals)
  if (!decision.allowed) throw new AppError('remote-not-allowed', '/examType')
  const details = { remoteBasis: decision.basis }
  return (writer, slotId, workerId) =>
    writer.appointments.create(
      { id: makeId(), slotId, workerId, modality: 'remote', examType, calendarUid: makeId() },
      { ...deed, details },
    )
}
