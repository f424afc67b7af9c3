/** Notes, in good time, that an approval will end: an authority takes its weeks, and after it nothing new is booked by video. */
import { toInstant } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import { addDays, startOfDay } from '../rules/calendar.ts'
import { endingApprovals } from '../rules/remote-policy.ts'
import type { Store } from '../store/store.ts'
import type { DueKeeper } from './due-work.ts'

/** The rules page calls it soon from then on, too. */
export const noticeDays = 60

export function createApprovalsEnding({
  store,
  timeZone,
}: {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly timeZone: string
}): DueKeeper {
  return {
    async foresee() {
      const works = endingApprovals(await store.read.remotePolicy.list()).map(
        ({ version, validUntil }) => ({
          kind: 'approval-ending' as const,
          subject: String(version),
          occasion: validUntil,
          dueAt: toInstant(startOfDay(addDays(validUntil, -noticeDays), timeZone)),
        }),
      )
      if (works.length > 0) await store.write((writer) => writer.dueWork.foresee(works))
    },

    async carryOut(writer, { subject }, now) {
      const ending = endingApprovals(await writer.remotePolicy.list())
      const approval = ending.find(({ version }) => String(version) === subject)
      // Another rule was recorded meanwhile.
      if (approval === undefined) return 'needless'
      const { version, examType, employerId, validUntil } = approval
      await writer.audit.append({
        at: toInstant(now),
        actor: systemActor,
        appointmentId: null,
        action: 'approval-ends-soon',
        details: { version, examType, employerId, validUntil },
      })
      return 'done'
    },
  }
}
