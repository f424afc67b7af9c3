/** How due workers would fall into the free slots. */
import { fromInstant, toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import {
  cohortSize,
  type CohortDraft,
  type CohortPreview,
  type CohortReason,
} from '../protocol/cohort.ts'
import type { CalendarDate, Id, Instant } from '../protocol/primitives.ts'
import type { PolicyRow, RemoteRefusal } from '../protocol/remote-policy.ts'
import { allocate, type Invitee } from '../rules/allocate.ts'
import { addDays, startOfDay } from '../rules/calendar.ts'
import { decideRemote, pilotScopes } from '../rules/remote-policy.ts'
import { choicesOf } from '../rules/waiting-requests.ts'
import type { DueListed } from '../store/exams-due.ts'
import type { PlanningOptions } from './planning-options.ts'
import { readOpenSlots, readWaiting, type SlotToChoose } from './read-waiting.ts'

type Options = Pick<PlanningOptions, 'store' | 'clock' | 'timeZone'>

export async function previewCohort(options: Options, draft: CohortDraft): Promise<CohortPreview> {
  const { store, clock, timeZone } = options
  const { employerId, pilot, dueUntil, without } = draft
  const policy = await store.read.remotePolicy.list()
  const listed = await store.read.examsDue.list({
    employerId,
    ...(pilot !== undefined && { within: pilotScopes(pilot, policy) }),
    until: dueUntil,
    unplanned: true,
    after: null,
    limit: cohortSize + without.length + 1,
  })
  const wanted = listed.filter(({ workerId }) => !without.includes(workerId))
  const members = wanted.slice(0, cohortSize)
  const first = toInstant(Math.max(clock.now() + 1, startOfDay(draft.from, timeZone)))
  const end = toInstant(startOfDay(addDays(draft.until, 1), timeZone))
  const { slots, waiting } = await readSlots(options, first, end)
  const wishes = new Map(draft.wished.map(({ workerId, slotId }) => [workerId, slotId]))
  const others = members.filter((member) => member.wantsInPerson)
  const { placed, kept, leftOut } = allocate(
    slots,
    members
      .filter((member) => !member.wantsInPerson)
      .map((member) => toInvitee(member, wishes, policy)),
    waiting,
  )

  const memberOf = byId(members, ({ workerId }) => workerId)
  const slotOf = byId(slots, ({ id }) => id)
  const taken = new Set([...placed.map(({ slotId }) => slotId), ...kept])
  return {
    placed: placed.map(({ slotId, workerId, inTime }) => {
      const member = memberOf(workerId)
      const { hasEmail } = member
      return { ...toFields(member), slot: toSlot(slotOf(slotId)), inTime, hasEmail }
    }),
    leftOut: [
      ...leftOut.map(({ workerId, reason }) => toLeftOut(memberOf(workerId), reason)),
      ...others.map((member) => toLeftOut(member, 'wants-in-person')),
    ],
    free: slots
      .filter(({ id }) => !taken.has(id))
      .slice(0, cohortSize)
      .map(toSlot),
    kept: kept.slice(0, cohortSize).map((id) => toSlot(slotOf(id))),
    more: wanted.length > members.length,
  }
}

/**
 * Returns the free slots that start within [from, until), and those that each waiting request can have, which may be others:
 * a request for which there is one elsewhere keeps none of these from the cohort.
 */
async function readSlots({ store, clock, timeZone }: Options, from: Instant, until: Instant) {
  const requests = await readWaiting(store.read, timeZone)
  const after = requests.length === 0 ? fromInstant(from) - 1 : clock.now()
  const all = await readOpenSlots(store.read, 'remote', requests, { after, until, timeZone })
  return {
    slots: all.filter(({ startsAt }) => startsAt >= from && startsAt < until),
    waiting: requests.map((request) => choicesOf(request, all)),
  }
}

function toInvitee(
  member: DueListed,
  wishes: ReadonlyMap<Id, Id>,
  policy: readonly PolicyRow[],
): Invitee {
  const { workerId, language, siteId, dueOn, plannedAt, examType, employerId, acts } = member
  // A day has many slots.
  const known = new Map<CalendarDate, RemoteRefusal | null>()
  const refusal = (on: CalendarDate) => {
    const before = known.get(on)
    if (before !== undefined) return before
    const decision = decideRemote({ examType, employerId, actsDue: acts, on }, policy)
    const found = decision.allowed ? null : decision.refusal
    known.set(on, found)
    return found
  }
  const wishedSlotId = wishes.get(workerId) ?? null
  const alreadyPlanned = plannedAt !== null
  return { id: workerId, language, siteId, dueOn, alreadyPlanned, wishedSlotId, refusal }
}

function toLeftOut(member: DueListed, reason: CohortReason): CohortPreview['leftOut'][number] {
  return { ...toFields(member), acts: member.acts, reason }
}

function toFields({ workerId, workerName, language, examType, dueOn }: DueListed) {
  return { workerId, workerName, language, examType, dueOn }
}

function toSlot({ id, startsAt, physicianName, placeName }: SlotToChoose) {
  return { id, startsAt, physicianName, placeName }
}

function byId<T>(all: readonly T[], idOf: (each: T) => Id): (id: Id) => T {
  const known = new Map(all.map((each) => [idOf(each), each]))
  return (id) => {
    const found = known.get(id)
    if (found === undefined) throw new AppError('internal')
    return found
  }
}
