/** Planned talks by video that the policy does not cover any more: the planner sees them before the day. */
import { fromInstant } from '../clock.ts'
import type { Session, Slot } from '../protocol/planning.ts'
import type { PolicyRow, RemoteRefusal } from '../protocol/remote-policy.ts'
import { isOpen } from '../rules/appointment-life.ts'
import { dateAt } from '../rules/calendar.ts'
import { decideRemote } from '../rules/remote-policy.ts'

export function markUncovered(
  session: Session,
  policy: readonly PolicyRow[],
  timeZone: string,
): Session {
  return {
    ...session,
    slots: session.slots.map((slot) =>
      slot.appointment === null
        ? slot
        : {
            ...slot,
            appointment: {
              ...slot.appointment,
              notByVideo: refusalOf(slot.appointment, policy, timeZone),
            },
          },
    ),
  }
}

function refusalOf(
  { status, modality, examType, employerId, startsAt }: NonNullable<Slot['appointment']>,
  policy: readonly PolicyRow[],
  timeZone: string,
): RemoteRefusal | null {
  if (modality !== 'remote' || !isOpen(status)) return null
  const on = dateAt(fromInstant(startsAt), timeZone)
  const decision = decideRemote({ examType, employerId, actsDue: [], on }, policy)
  return decision.allowed ? null : decision.refusal
}
