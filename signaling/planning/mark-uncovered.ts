/**
 * Planned talks by video that the policy does not cover any more, or for which no post asks: the planner sees them before the
 * day.
 */
import { fromInstant } from '../clock.ts'
import type { Appointment, Session, Slot } from '../protocol/planning.ts'
import type { CalendarDate, Id } from '../protocol/primitives.ts'
import type { PolicyRow, RemoteRefusal } from '../protocol/remote-policy.ts'
import { isOpen } from '../rules/appointment-life.ts'
import { dateAt } from '../rules/calendar.ts'
import { actsDueIn, isNothingDue, type ExamDue } from '../rules/exam-due.ts'
import { decideRemote } from '../rules/remote-policy.ts'
import type { Reader } from '../store/store.ts'

export async function markUncovered(
  sessions: readonly Session[],
  reader: Pick<Reader, 'remotePolicy' | 'examsDue'>,
  timeZone: string,
): Promise<Session[]> {
  const workerIds = sessions.flatMap(({ slots }) =>
    slots.flatMap(({ appointment }) => appointment?.workerId ?? []),
  )
  const policy = await reader.remotePolicy.list()
  const dues = await reader.examsDue.of(workerIds)
  return sessions.map((session) => {
    // A session lies within one day; reading it anew for each slot took a tenth of the day board's time (measured).
    const on = dateAt(fromInstant(session.startsAt), timeZone)
    return { ...session, slots: session.slots.map((slot) => markSlot(slot, policy, dues, on)) }
  })
}

function markSlot(
  slot: Slot,
  policy: readonly PolicyRow[],
  dues: ReadonlyMap<Id, ExamDue>,
  on: CalendarDate,
): Slot {
  const { appointment } = slot
  if (appointment === null) return slot
  const due = dues.get(appointment.workerId) ?? null
  const { examType } = appointment
  const marks = {
    notByVideo: refusalOf(appointment, policy, due, on),
    ...(isToBeByVideo(appointment) &&
      isNothingDue(examType, due, on) && { nothingDue: true as const }),
  }
  return { ...slot, appointment: { ...appointment, ...marks } }
}

function isToBeByVideo({ status, modality }: Pick<Appointment, 'status' | 'modality'>): boolean {
  return modality === 'remote' && isOpen(status)
}

function refusalOf(
  appointment: NonNullable<Slot['appointment']>,
  policy: readonly PolicyRow[],
  due: ExamDue | null,
  on: CalendarDate,
): RemoteRefusal | null {
  if (!isToBeByVideo(appointment)) return null
  const { examType, employerId } = appointment
  const actsDue = actsDueIn(examType, due, on)
  const decision = decideRemote({ examType, employerId, actsDue, on }, policy)
  return decision.allowed ? null : decision.refusal
}
