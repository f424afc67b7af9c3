/** Plans many workers at once, in one transaction. */
import { AppError } from '../errors.ts'
import type { FillDraft, FillReply } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { fillSlots } from '../rules/fill.ts'
import type { Deed } from '../store/appointments.ts'
import { allowRemote } from './plan-remote.ts'
import type { PlanningOptions } from './planning-options.ts'

export function fillSession(
  options: PlanningOptions,
  sessionId: Id,
  draft: FillDraft,
  deed: Deed,
): Promise<FillReply> {
  const planRemote = allowRemote(options, draft.examType, deed)
  return options.store.write(async (writer) => {
    const { known, planned } = await writer.workers.standing(draft.workerIds)
    const unknown = draft.workerIds.findIndex((id) => !known.has(id))
    if (unknown !== -1) throw new AppError('not-found', `/workerIds/${unknown}`)

    const free = await writer.slots.free(sessionId, deed.at)
    const filled = fillSlots(
      free.map((slot) => slot.id),
      draft.workerIds,
      planned,
    )
    const appointments: FillReply['appointments'] = []
    for (const { slotId, workerId } of filled.placed) {
      appointments.push(await planRemote(writer, slotId, workerId))
    }
    return { appointments, leftOut: filled.leftOut }
  })
}
