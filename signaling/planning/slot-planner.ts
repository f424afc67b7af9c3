/** Appointments of either kind: a slot takes those of its half day, by video or in person. */
import type { ExamType } from '../protocol/exam-types.ts'
import type { Modality } from '../protocol/planning.ts'
import type { Deed } from '../store/appointments.ts'
import type { Writer } from '../store/store.ts'
import type { PlanningOptions } from './planning-options.ts'
import { createRemotePlanner, type SlotPlanner } from './remote-planner.ts'

type Options = Pick<PlanningOptions, 'makeId'>

export async function createSlotPlanner(
  options: Options,
  writer: Writer,
  modality: Modality,
  examType: ExamType,
  deed: Deed,
): Promise<SlotPlanner> {
  return modality === 'in-person'
    ? createVisitPlanner(options, examType, deed)
    : createRemotePlanner(options, await writer.remotePolicy.list(), examType, deed)
}

/** Nothing keeps anybody from a visit in person, and technical acts are done in it. */
function createVisitPlanner({ makeId }: Options, examType: ExamType, deed: Deed): SlotPlanner {
  return {
    refusal: () => null,
    plan: (writer, { slotId, workerId }) =>
      writer.appointments.create(
        { id: makeId(), slotId, workerId, modality: 'in-person', examType, calendarUid: makeId() },
        deed,
      ),
  }
}
