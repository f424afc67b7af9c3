/** Who gets which free slot of a session: in the order given, the earliest slot first. */
import type { FillReply, LeftOutReason } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'

export interface Seat {
  readonly workerId: Id
  /** They have an open appointment somewhere; they take no slot. */
  readonly alreadyPlanned: boolean
  /** Why the policy keeps them from an examination by video; null where it does not. */
  readonly refusal: Exclude<LeftOutReason, 'no-free-slot' | 'worker-already-planned'> | null
}

export interface Filled<S extends Seat> {
  readonly placed: readonly { readonly slotId: Id; readonly seat: S }[]
  readonly leftOut: FillReply['leftOut']
}

export function fillSlots<S extends Seat>(
  freeSlotIds: readonly Id[],
  seats: readonly S[],
): Filled<S> {
  const placed: { slotId: Id; seat: S }[] = []
  const leftOut: FillReply['leftOut'] = []
  for (const seat of seats) {
    const slotId = freeSlotIds[placed.length]
    const reason = leaveOut(seat, slotId !== undefined)
    if (reason !== null) leftOut.push({ workerId: seat.workerId, reason })
    else if (slotId !== undefined) placed.push({ slotId, seat })
  }
  return { placed, leftOut }
}

function leaveOut({ alreadyPlanned, refusal }: Seat, isRoom: boolean): LeftOutReason | null {
  if (alreadyPlanned) return 'worker-already-planned'
  return refusal ?? (isRoom ? null : 'no-free-slot')
}
