/** Who gets which free slot of a session: in the order given, the earliest slot first. */
import type { FillReply, LeftOutReason } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import type { RemoteRefusal } from '../protocol/remote-policy.ts'

export interface Seat {
  readonly workerId: Id
  /** They have an open appointment somewhere; they take no slot. */
  readonly alreadyPlanned: boolean
  /** Why the policy keeps them from an examination by video; null where it does not. */
  readonly refusal: RemoteRefusal | null
}

export interface Filled<S extends Seat> {
  readonly placed: readonly { readonly slotId: Id; readonly seat: S }[]
  readonly leftOut: FillReply['leftOut']
}

/** `kept`: so many more are free, and stay so for requests that wait. */
export function fillSlots<S extends Seat>(
  freeSlotIds: readonly Id[],
  seats: readonly S[],
  kept = 0,
): Filled<S> {
  const placed: { slotId: Id; seat: S }[] = []
  const leftOut: FillReply['leftOut'] = []
  for (const seat of seats) {
    const slotId = freeSlotIds[placed.length]
    const missed = leftOut.filter(({ reason }) => reason === 'kept-for-request').length
    const isRoom = slotId !== undefined
    const reason = leaveOut(seat) ?? (isRoom ? null : noRoom(missed < kept))
    if (reason !== null) leftOut.push({ workerId: seat.workerId, reason })
    else if (slotId !== undefined) placed.push({ slotId, seat })
  }
  return { placed, leftOut }
}

function leaveOut({ alreadyPlanned, refusal }: Seat): LeftOutReason | null {
  return alreadyPlanned ? 'worker-already-planned' : refusal
}

/** One kept slot costs one of them theirs. */
function noRoom(isKept: boolean): LeftOutReason {
  return isKept ? 'kept-for-request' : 'no-free-slot'
}
