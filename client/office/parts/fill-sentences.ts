import type { FillReply } from '../../../signaling/protocol/planning.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import { remoteRefusals } from '../../../signaling/protocol/remote-policy.ts'
import type { Texts } from '../texts.ts'
import { toNames } from './names.ts'

/** Who got a slot, and who did not and why. */
export function toFillSentences(
  reply: FillReply,
  names: ReadonlyMap<Id, string>,
  texts: Texts,
): readonly string[] {
  const leftOut = (reason: FillReply['leftOut'][number]['reason']) =>
    reply.leftOut.filter((left) => left.reason === reason).map((left) => left.workerId)
  const noSlot = leftOut('no-free-slot')
  const planned = leftOut('worker-already-planned')
  const refused = remoteRefusals.flatMap((code) => {
    const ids = leftOut(code)
    return ids.length === 0
      ? []
      : [texts['fill.left-refused'](toNames(ids, names, texts), texts.errors[code])]
  })
  return [
    texts['fill.done'](reply.appointments.length),
    ...(noSlot.length === 0 ? [] : [texts['fill.left-no-slot'](toNames(noSlot, names, texts))]),
    ...(planned.length === 0 ? [] : [texts['fill.left-planned'](toNames(planned, names, texts))]),
    ...refused,
  ]
}
