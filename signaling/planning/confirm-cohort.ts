/** Plans and invites a cohort in one transaction: all of it as the planner saw it, or nothing. */
import { fromInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Cohort, CohortReply, CohortSeat } from '../protocol/cohort.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { dateAt } from '../rules/calendar.ts'
import type { Deed } from '../store/appointments.ts'
import type { Writer } from '../store/store.ts'
import { invite } from './invite.ts'
import type { PlanningOptions } from './planning-options.ts'
import { createRemotePlanner, type RemotePlanner } from './remote-planner.ts'

export interface Confirmed extends CohortReply {
  readonly physicianIds: ReadonlySet<Id>
}

/** Refused with the code of the first seat that is no longer as it was shown, and where it stands in the list. */
export function confirmCohort(
  options: PlanningOptions,
  { seats }: Cohort,
  deed: Deed,
): Promise<Confirmed> {
  const { store, makeId } = options
  return store.write(async (writer) => {
    const seat = await createSeater(options, writer, seats, deed)
    const withoutAddress: Id[] = []
    const physicianIds = new Set<Id>()
    for (const [index, each] of seats.entries()) {
      const { appointment, hasEmail } = await at(`/seats/${index}`, () => seat(each))
      physicianIds.add(appointment.physicianId)
      if (hasEmail) await invite(writer, makeId(), appointment.id, deed)
      else withoutAddress.push(each.workerId)
    }
    const planned = seats.length
    const queued = planned - withoutAddress.length
    const details = { planned, queued }
    await writer.audit.append({ ...deed, appointmentId: null, action: 'cohort-invited', details })
    return { planned, queued, withoutAddress, physicianIds }
  })
}

type Seated = { readonly appointment: Appointment; readonly hasEmail: boolean }

async function createSeater(
  options: PlanningOptions,
  writer: Writer,
  seats: readonly CohortSeat[],
  deed: Deed,
): Promise<(seat: CohortSeat) => Promise<Seated>> {
  const policy = await writer.remotePolicy.list()
  const dues = await writer.examsDue.of(seats.map(({ workerId }) => workerId))
  const planners = new Map<ExamType, RemotePlanner>()
  const plannerFor = (examType: ExamType) => {
    const planner = planners.get(examType) ?? createRemotePlanner(options, policy, examType, deed)
    planners.set(examType, planner)
    return planner
  }

  return async ({ workerId, slotId, examType }) => {
    const worker = await writer.workers.get(workerId)
    const slot = await writer.slots.get(slotId)
    if (worker === null || slot === null) throw new AppError('not-found')
    if (slot.startsAt <= deed.at) throw new AppError('slot-past')
    if (dues.get(workerId)?.examType !== examType) throw new AppError('not-due')
    const { employerId } = worker
    const on = dateAt(fromInstant(slot.startsAt), options.timeZone)
    const planner = plannerFor(examType)
    const appointment = await planner.plan(writer, { slotId, workerId, employerId, on })
    return { appointment, hasEmail: worker.email !== null }
  }
}

/** Says of which seat the refusal is. */
async function at<T>(pointer: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof AppError ? new AppError(error.code, pointer) : error
  }
}
