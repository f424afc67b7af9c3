/** Notes who was invited and has not answered when the time to change anything is over: the office telephones them. */
import { fromInstant, toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import { momentBefore, type Lead } from '../rules/reminders.ts'
import type { Store } from '../store/store.ts'
import type { DueKeeper } from './due-work.ts'

export interface NoAnswerOptions {
  readonly store: Pick<Store, 'read' | 'write'>
  /** Until so long before the appointment a worker may change it. */
  readonly cutOff: Lead
  readonly timeZone: string
}

export function createNoAnswer({ store, cutOff, timeZone }: NoAnswerOptions): DueKeeper {
  return {
    async foresee(now, first) {
      const invited = await store.read.dueWork.invited(
        toInstant(now),
        first ? 'all' : 'unforeseen',
        'no-answer',
      )
      const works = invited
        .map(({ appointmentId, startsAt, invitedAt }) => ({
          kind: 'no-answer' as const,
          subject: appointmentId,
          occasion: startsAt,
          dueAt: toInstant(momentBefore(fromInstant(startsAt), cutOff, timeZone)),
          invitedAt,
        }))
        // Who was invited later than that had no time to answer.
        .filter(({ dueAt, invitedAt }) => invitedAt < dueAt)
        .map(({ kind, subject, occasion, dueAt }) => ({ kind, subject, occasion, dueAt }))
      if (works.length > 0) await store.write((writer) => writer.dueWork.foresee(works))
    },

    async carryOut(writer, { subject, occasion }, now) {
      const appointment = await writer.appointments.get(subject)
      if (appointment?.status !== 'invited' || appointment.startsAt !== occasion) return 'needless'
      await writer.audit.append({
        at: toInstant(now),
        actor: systemActor,
        appointmentId: subject,
        action: 'no-answer-noted',
      })
      return 'done'
    },
  }
}
