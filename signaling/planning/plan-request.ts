/** From a request to its slot: the free ones in which it can be planned, and the planning, which invites. */
import { fromInstant, toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import type { RequestSlot } from '../protocol/requests.ts'
import { addDays, dateAt, startOfDay } from '../rules/calendar.ts'
import { mayUseRoom, suitsMoments } from '../rules/requests.ts'
import type { Deed } from '../store/appointments.ts'
import { invite } from './invite.ts'
import type { PlanningOptions } from './planning-options.ts'
import { createRemotePlanner } from './remote-planner.ts'

/** A planner who finds none in so many slots opens another session. */
const mostSlots = 50
const weekMs = 7 * 24 * 60 * 60_000

/** Returns those that suit first. */
export async function readRequestSlots(
  { store, clock, timeZone }: PlanningOptions,
  id: Id,
): Promise<RequestSlot[]> {
  const request = await store.read.requests.get(id)
  if (request === null) throw new AppError('not-found')
  // A week past the term: late is better than not at all, and is said.
  const last = startOfDay(addDays(request.dueOn, 7), timeZone)
  const until = toInstant(Math.max(last, clock.now() + weekMs))
  const from = toInstant(clock.now())
  const free = await store.read.slots.freeBetween(from, until, mayUseRoom(request))
  return free
    .map((slot) => {
      const startsAt = fromInstant(slot.startsAt)
      return {
        ...slot,
        suits: suitsMoments(request.moments, startsAt, timeZone),
        inTime: dateAt(startsAt, timeZone) <= request.dueOn,
      }
    })
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, mostSlots)
}

const rank = ({ suits, inTime }: RequestSlot) => (inTime ? 0 : 2) + (suits ? 0 : 1)

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
    const policy = await writer.remotePolicy.list()
    const remote = createRemotePlanner(options, policy, request.examType, deed)
    const appointment = await remote.plan(writer, { slotId, workerId, employerId, on })
    await writer.requests.plan(id, appointment.id, deed)
    if (request.email === null && worker.email === null) return appointment
    return invite(writer, options.makeId(), appointment.id, deed)
  })
}
