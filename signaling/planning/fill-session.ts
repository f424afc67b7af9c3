/** Plans many workers at once, in one transaction. */
import { fromInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { FillDraft, FillReply } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { dateAt } from '../rules/calendar.ts'
import { actsDueIn } from '../rules/exam-due.ts'
import { fillSlots } from '../rules/fill.ts'
import type { Deed } from '../store/appointments.ts'
import { createSlotPlanner } from './slot-planner.ts'
import type { PlanningOptions } from './planning-options.ts'

/** Throws the policy's refusal where it refuses everyone; whom else it refuses is left out. */
export function fillSession(
  options: PlanningOptions,
  sessionId: Id,
  { workerIds, examType }: FillDraft,
  deed: Deed,
): Promise<FillReply> {
  return options.store.write(async (writer) => {
    const modality = (await writer.sessions.get(sessionId))?.inPerson ? 'in-person' : 'remote'
    const planner = await createSlotPlanner(options, writer, modality, examType, deed)
    const free = await writer.slots.free(sessionId, deed.at)
    // A session lies within one day.
    const on = dateAt(fromInstant(free[0]?.startsAt ?? deed.at), options.timeZone)

    const standing = await writer.workers.standing(workerIds)
    const dues = await writer.examsDue.of(workerIds)
    const seats = workerIds.map((workerId, index) => {
      const known = standing.get(workerId)
      if (known === undefined) throw new AppError('not-found', `/workerIds/${index}`)
      const { employerId, alreadyPlanned } = known
      const actsDue = actsDueIn(examType, dues.get(workerId) ?? null, on)
      const refusal = planner.refusal({ employerId, actsDue }, on)
      return { workerId, employerId, alreadyPlanned, refusal }
    })
    const [first] = seats
    if (first?.refusal && seats.every(({ refusal }) => refusal !== null)) {
      throw new AppError(first.refusal, '/examType')
    }

    const filled = fillSlots(
      free.map((slot) => slot.id),
      seats,
    )
    const appointments: FillReply['appointments'] = []
    for (const { slotId, seat } of filled.placed) {
      const { workerId, employerId } = seat
      appointments.push(await planner.plan(writer, { slotId, workerId, employerId, on }))
    }
    return { appointments, leftOut: filled.leftOut }
  })
}
