import type { FillReply, FillUndone } from '../../../signaling/protocol/planning.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import { remoteRefusals } from '../../../signaling/protocol/remote-policy.ts'
import type { Texts } from '../texts.ts'
import { toNames } from './names.ts'
import type { Notice, Office } from './office-element.ts'

/** Who got a slot, and who did not and why. */
export function toFillSentences(
  reply: FillReply,
  names: ReadonlyMap<Id, string>,
  texts: Texts,
): readonly string[] {
  const leftOut = (reason: FillReply['leftOut'][number]['reason']) =>
    reply.leftOut.filter((left) => left.reason === reason).map((left) => left.workerId)
  const noSlot = leftOut('no-free-slot')
  const kept = leftOut('kept-for-request')
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
    ...(kept.length === 0 ? [] : [texts['fill.left-kept'](toNames(kept, names, texts))]),
    ...(planned.length === 0 ? [] : [texts['fill.left-planned'](toNames(planned, names, texts))]),
    ...refused,
  ]
}

/** What became of a filling, which can be taken back; of the undo, where not everybody could be taken out again. */
export function toFillNotice(
  reply: FillReply,
  names: ReadonlyMap<Id, string>,
  { texts }: Pick<Office, 'texts'>,
  undo: () => Promise<Notice | void>,
): Notice {
  return {
    tone: reply.leftOut.length === 0 ? 'go' : 'wait',
    sentences: toFillSentences(reply, names, texts),
    acts: reply.appointments.length === 0 ? [] : [{ label: texts['move.undo'], act: undo }],
  }
}

export function toUnfilledNotice(
  { takenBack, kept }: FillUndone,
  { appointments }: FillReply,
  names: ReadonlyMap<Id, string>,
  { texts }: Pick<Office, 'texts'>,
): Notice {
  const workers = appointments.filter(({ id }) => kept.includes(id)).map((each) => each.workerId)
  return {
    tone: kept.length === 0 ? 'go' : 'wait',
    sentences: [
      texts['fill.undone'](takenBack.length),
      ...(kept.length === 0 ? [] : [texts['fill.kept'](toNames(workers, names, texts))]),
    ],
  }
}
