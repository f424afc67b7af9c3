/** Who may want a freed slot: read from the planning, judged by the rules. */
import { fromInstant, toInstant } from '../clock.ts'
import { isMobile } from '../outreach/sms.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { RefillReason } from '../protocol/offers.ts'
import type { CalendarDate, Id } from '../protocol/primitives.ts'
import { addDays, dateAt } from '../rules/calendar.ts'
import { actsDueIn, dueWithinDays } from '../rules/exam-due.ts'
import { spokenLanguages } from '../rules/languages.ts'
import { overlap } from '../rules/overlap.ts'
import { refillOrder, type Candidate } from '../rules/refill.ts'
import { decideRemote } from '../rules/remote-policy.ts'
import { mayUseRoom, suitsMoments } from '../rules/requests.ts'
import type { AppointmentTime } from '../store/appointment-places.ts'
import type { Interested } from '../store/candidates.ts'
import type { Refill } from '../store/offers.ts'
import type { Writer } from '../store/store.ts'

/** More than can be asked before the slot begins. */
const mostOfAKind = 100

export interface Chosen extends Candidate {
  readonly requestId: Id | null
  readonly examType: ExamType
  readonly email: string | null
  readonly phone: string | null
}

export interface Looking {
  /** Of workers who are on their page now. */
  readonly onlineAppointments: readonly Id[]
  /** Who is asked for another slot just now. */
  readonly busy: ReadonlySet<Id>
  /** Whether people can be reached by SMS. */
  readonly bySms: boolean
  readonly timeZone: string
  readonly now: number
}

/** Returns whom to ask next; null where nobody is left. */
export async function findNext(
  writer: Writer,
  slot: Refill,
  looking: Looking,
): Promise<Chosen | null> {
  const { timeZone } = looking
  const on = dateAt(fromInstant(slot.startsAt), timeZone)
  const interested = await gather(writer, slot, looking, on)
  const asked = await writer.offers.asked(slot.slotId, slot.freedAt)
  const times = await writer.appointments.openTimesOf(interested.map(({ workerId }) => workerId))
  const left = interested.filter(
    ({ workerId }) =>
      !asked.has(workerId) &&
      !looking.busy.has(workerId) &&
      !isElsewhere(times.get(workerId) ?? [], slot),
  )
  const policy = await writer.remotePolicy.list()
  const due = await writer.examsDue.of([...new Set(left.map(({ workerId }) => workerId))])
  const candidates = left.map((person): Chosen => {
    const { examType, employerId, workerId } = person
    const actsDue = actsDueIn(examType, due.get(workerId) ?? null, on)
    const eligible = decideRemote({ examType, employerId, actsDue, on }, policy).allowed
    const isWrittenTo = person.email !== null || (looking.bySms && isMobile(person.phone))
    // Their page shows it: nobody needs an address for that.
    const reachable = person.reason === 'online' || isWrittenTo
    return { ...person, eligible, reachable }
  })
  const physician = await writer.physicians.get(slot.physicianId)
  const languages = spokenLanguages(physician?.languages ?? [])
  const [first] = refillOrder({ languages, siteId: slot.siteId }, candidates)
  return candidates.find((candidate) => candidate === first) ?? null
}

type Person = Interested & { readonly reason: RefillReason; readonly requestId: Id | null }

async function gather(
  writer: Writer,
  slot: Refill,
  { onlineAppointments, timeZone, now }: Looking,
  on: CalendarDate,
): Promise<Person[]> {
  const { candidates } = writer
  const until = addDays(on, dueWithinDays)
  const asIs = (reason: RefillReason) => (person: Interested) => ({
    ...person,
    reason,
    requestId: null,
  })
  const requests = await candidates.withRequests(mostOfAKind)
  return [
    ...(await candidates.later(slot, onlineAppointments)).map(asIs('online')),
    ...(await candidates.earlierWished(slot, mostOfAKind)).map(asIs('asked-for-earlier')),
    ...requests
      .filter(({ moments }) => suitsMoments(moments, fromInstant(slot.startsAt), timeZone))
      .map((person) => ({
        ...person,
        reason: 'spontaneous' as const,
        siteId: mayUseRoom(person) ? person.siteId : null,
      })),
    ...(await candidates.due(until, toInstant(now), mostOfAKind)).map(asIs('due')),
  ]
}

/** Whether one of their appointments is at that time: nobody can be at both. */
export function isElsewhere(
  times: readonly AppointmentTime[],
  slot: Pick<AppointmentTime, 'startsAt' | 'endsAt'>,
): boolean {
  return times.some((time) => overlap(time, slot))
}
