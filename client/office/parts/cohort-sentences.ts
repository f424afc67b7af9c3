import type { CohortPlaced, CohortReply } from '../../../signaling/protocol/cohort.ts'
import type { Texts } from '../texts.ts'
import { toNames } from './names.ts'

/** How many were planned and invited, and who is to be telephoned. */
export function toCohortSentences(
  { planned, queued, withoutAddress }: CohortReply,
  placed: readonly CohortPlaced[],
  texts: Texts,
): readonly string[] {
  const names = new Map(placed.map(({ workerId, workerName }) => [workerId, workerName]))
  return [
    texts['cohort.done'](planned),
    texts['cohort.sent'](queued),
    ...(withoutAddress.length === 0
      ? []
      : [texts['cohort.phone'](toNames(withoutAddress, names, texts))]),
  ]
}
