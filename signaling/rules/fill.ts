/** Who gets which free slot: in the order given, the earliest slot first. */
import type { FillReply } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'

export interface Filled {
  readonly placed: readonly { readonly slotId: Id; readonly workerId: Id }[]
  readonly leftOut: FillReply['leftOut']
}

/** `alreadyPlanned` have an open appointment somewhere; they take no slot. */
export function fillSlots(
  freeSlotIds: readonly Id[],
  workerIds: readonly Id[],
  alreadyPlanned: ReadonlySet<Id>,
): Filled {
  const placed: { slotId: Id; workerId: Id }[] = []
  const leftOut: FillReply['leftOut'] = []
  for (const workerId of workerIds) {
    const slotId = freeSlotIds[placed.length]
    if (alreadyPlanned.has(workerId)) leftOut.push({ workerId, reason: 'worker-already-planned' })
    else if (slotId === undefined) leftOut.push({ workerId, reason: 'no-free-slot' })
    else placed.push({ slotId, workerId })
  }
  return { placed, leftOut }
}
