/** Reminds the workers who were invited: as long before as the service set, once for each hour that they were given. */
import { fromInstant, toInstant, type MakeId } from '../clock.ts'
import { queueSms } from '../outreach/queue-sms.ts'
import type { Id } from '../protocol/primitives.ts'
import { isWorthSending, leadToText, remindersOf, type Lead } from '../rules/reminders.ts'
import type { DueWork } from '../store/due-work.ts'
import type { Store } from '../store/store.ts'
import type { DueKeeper } from './due-work.ts'

export interface ReminderOptions {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly makeId: MakeId
  readonly bySms: boolean
  readonly leads: readonly Lead[]
  readonly timeZone: string
}

export function createReminders({
  store,
  makeId,
  bySms,
  leads,
  timeZone,
}: ReminderOptions): DueKeeper {
  return {
    async foresee(now, first) {
      // At the first look all of them: the leads may have been set otherwise.
      const invited = await store.read.dueWork.invited(toInstant(now), first ? 'all' : 'unforeseen')
      const works = invited.flatMap(({ appointmentId, startsAt, invitedAt }) =>
        remindersOf(
          { startsAt: fromInstant(startsAt), invitedAt: fromInstant(invitedAt) },
          leads,
          timeZone,
        )
          // One whose moment had passed when it was first thought of was never promised.
          .filter(({ at }) => at > now)
          .map(({ lead, at }) => toWork(appointmentId, startsAt, lead, at)),
      )
      if (works.length > 0) await store.write((writer) => writer.dueWork.foresee(works))
    },

    async carryOut(writer, work, now) {
      const appointment = await writer.appointments.get(work.subject)
      if (appointment === null) return 'needless'
      const { id, startsAt, status } = appointment
      const lead = leads.find((each) => occasionOf(startsAt, each) === work.occasion)
      // Moved meanwhile, or no longer wanted by the service.
      if (lead === undefined) return 'needless'
      if (status !== 'invited' && status !== 'accepted') return 'needless'
      if (!isWorthSending(lead, fromInstant(startsAt), leads, timeZone, now)) return 'needless'
      const context = await writer.appointments.context(id)
      if (context === null) return 'needless'
      const { worker, mobile } = context
      const at = toInstant(now)
      const byMail = worker.email !== null
      if (byMail) {
        await writer.outbox.queue({ id: makeId(), appointmentId: id, kind: 'reminder', at })
      }
      // Days before, a mail is soon enough.
      if (lead.unit !== 'hours') return byMail ? 'done' : 'needless'
      const draft = { kind: 'reminder-sms', appointmentId: id, at } as const
      const sent = await queueSms(writer, { makeId, bySms }, draft, mobile)
      return byMail || sent ? 'done' : 'needless'
    },
  }
}

function toWork(subject: Id, startsAt: string, lead: Lead, at: number): DueWork {
  return { kind: 'reminder', subject, occasion: occasionOf(startsAt, lead), dueAt: toInstant(at) }
}

/** The hour first: an appointment that moves gets reminders of its new hour. */
function occasionOf(startsAt: string, lead: Lead): string {
  return `${startsAt} ${leadToText(lead)}`
}
