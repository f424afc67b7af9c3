/** Plans many workers at once, in one transaction. */
import { AppError } from '../errors.ts'
import type { FillDraft, FillReply } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { fillSlots } from '../rules/fill.ts'
import { decideRemote } from '../rules/remote-policy.ts'
import type { Deed } from '../store/appointments.ts'
import type { PlanningOptions } from './planning-options.ts'

export function fillSession(
  { store, makeId, approvals }: PlanningOptions,
  sessionId: Id,
  draft: FillDraft,
  deed: Deed,
): Promise<FillReply> {
  const decision = decideRemote(draft.examType, approvals)
  if (!decision.allowed) throw new AppError('remote-not-allowed', '/examType')

  return store.write(async (writer) => {
    const { known, planned } = await writer.workers.standing(draft.workerIds)
    const unknown = draft.workerIds.findIndex((id) => !known.has(id))
    if (unknown !== -1) throw new AppError('not-found', `/workerIds/${unknown}`)

    const free = await writer.sessions.freeSlots(sessionId, deed.at)
    const filled = fillSlots(
      free.map((slot) => slot.id),
      draft.workerIds,
      planned,
    )
    const appointments: FillReply['appointments'] = []
    for (const { slotId, workerId } of filled.placed) {
      const addition = {
        id: makeId(),
        slotId,
        workerId,
        modality: 'remote',
        examType: draft.examType,
        calendarUid: makeId(),
      } as const
      const details = { remoteBasis: decision.basis }
      appointments.push(await writer.appointments.create(addition, { ...deed, details }))
    }
    return { appointments, leftOut: filled.leftOut }
  })
}
