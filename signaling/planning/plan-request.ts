/** From a request to its slot: the free ones in which it can be planned, and the planning, which invites. */
import { fromInstant, toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { FreeSlot } from '../protocol/free-slot.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { CalendarDate, Id } from '../protocol/primitives.ts'
import type { RequestSlot } from '../protocol/requests.ts'
import { addDays, dateAt, startOfDay } from '../rules/calendar.ts'
import { actsDueIn } from '../rules/exam-due.ts'
import { decideRemote } from '../rules/remote-policy.ts'
import { mayUseRoom, reachFor, suitsMoments } from '../rules/requests.ts'
import type { Deed } from '../store/appointments.ts'
import type { Request } from '../store/requests.ts'
import type { Reader } from '../store/store.ts'
import { invite } from './invite.ts'
import type { PlanningOptions } from './planning-options.ts'
import { createSlotPlanner } from './slot-planner.ts'

/** A planner who finds none in so many slots opens another session. */
const mostSlots = 50
const weekMs = 7 * 24 * 60 * 60_000

/** By video where the policy allows it on the day, or in person. Returns those that suit first. */
export async function readRequestSlots(
  { store, clock, timeZone }: PlanningOptions,
  id: Id,
): Promise<RequestSlot[]> {
  const request = await store.read.requests.get(id)
  if (request === null) throw new AppError('not-found')
  const span = spanOf(request, clock.now(), timeZone)
  const dayOf = ({ startsAt }: FreeSlot) => dateAt(fromInstant(startsAt), timeZone)
  const byVideo = await store.read.slots.freeBetween(span.from, span.until, mayUseRoom(request))
  const refuses = await createRefusal(store.read, request)
  const visits = await readVisitSlots(store.read, request, clock.now(), timeZone)
  const inPerson = visits.filter(({ startsAt }) => startsAt < span.until)
  const slots = [
    ...byVideo
      .filter((slot) => !refuses(dayOf(slot)))
      .map((slot) => ({ ...slot, modality: 'remote' as const })),
    ...inPerson.map((slot) => ({ ...slot, modality: 'in-person' as const })),
  ]
  return slots
    .map((slot) => ({
      ...slot,
      suits: suitsMoments(request.moments, fromInstant(slot.startsAt), timeZone),
      inTime: dayOf(slot) <= request.dueOn,
    }))
    .toSorted((a, b) => rank(a) - rank(b) || (a.startsAt < b.startsAt ? -1 : 1))
    .slice(0, mostSlots)
}

/** A week past the term: late is better than not at all, and is said. */
function spanOf(request: Request, now: number, timeZone: string) {
  const first = earliestOf(request, now, timeZone)
  const last = startOfDay(addDays(request.dueOn, 7), timeZone)
  return { from: toInstant(first), until: toInstant(Math.max(last, first + weekMs)) }
}

/** Never before they work again (art. I.4-34). */
function earliestOf({ notBefore }: Request, now: number, timeZone: string): number {
  return notBefore === null ? now : Math.max(now, startOfDay(notBefore, timeZone))
}

/** Whether the policy keeps it from being by video; of somebody who is not known yet nothing is said. */
async function createRefusal(
  reader: Pick<Reader, 'workers' | 'remotePolicy' | 'examsDue'>,
  { workerId, examType }: Request,
): Promise<(on: CalendarDate) => boolean> {
  const worker = workerId === null ? null : await reader.workers.get(workerId)
  if (worker === null) return () => false
  const policy = await reader.remotePolicy.list()
  const due = (await reader.examsDue.of([worker.id])).get(worker.id) ?? null
  const { employerId } = worker
  return (on) => {
    const actsDue = actsDueIn(examType, due, on)
    return !decideRemote({ examType, employerId, actsDue, on }, policy).allowed
  }
}

/** Returns the free visits after this moment; of a consultation that the employer may not know of, at the service itself. */
export async function readVisitSlots(
  reader: Pick<Reader, 'workers' | 'visits'>,
  request: Request,
  after: number,
  timeZone: string,
): Promise<FreeSlot[]> {
  const worker = request.workerId === null ? null : await reader.workers.get(request.workerId)
  if (worker === null) return []
  const from = toInstant(earliestOf(request, after, timeZone))
  const free = await reader.visits.free({ ...worker, language: request.language }, from)
  return free.filter(({ placeName }) => placeName === null || mayUseRoom(request))
}

/** They asked for a talk: that is by video first. */
const rank = ({ suits, inTime, modality }: RequestSlot) =>
  (inTime ? 0 : 4) + (suits ? 0 : 2) + (modality === 'remote' ? 0 : 1)

export function planRequest(
  options: PlanningOptions,
  id: Id,
  slotId: Id,
  deed: Deed,
): Promise<Appointment> {
  return options.store.write(async (writer) => {
    const request = await writer.requests.get(id)
    if (request === null) throw new AppError('not-found')
    const { workerId } = request
    // Who it is, is only claimed: the planner says first who they are.
    if (workerId === null) throw new AppError('worker-not-known')
    const slot = await writer.slots.get(slotId)
    if (slot === null) throw new AppError('not-found', '/slotId')
    if (slot.endsAt <= deed.at) throw new AppError('slot-past', '/slotId')
    if (slot.roomId !== null && !mayUseRoom(request))
      throw new AppError('seen-by-employer', '/slotId')
    const worker = await writer.workers.get(workerId)
    if (worker === null) throw new AppError('not-found')
    const { employerId } = worker
    const on = dateAt(fromInstant(slot.startsAt), options.timeZone)
    if (request.notBefore !== null && on < request.notBefore) {
      throw new AppError('invalid', '/slotId')
    }
    const { modality } = slot
    const planner = await createSlotPlanner(options, writer, modality, request.examType, deed)
    const appointment = await planner.plan(writer, { slotId, workerId, employerId, on })
    await writer.requests.plan(id, appointment.id, deed)
    const { email } = reachFor(request.examType, request, worker)
    if (email === null) return appointment
    return invite(writer, options.makeId(), appointment.id, deed)
  })
}
