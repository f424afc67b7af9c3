import type { SessionSkipped, WeekCopyReply } from '../../../signaling/protocol/planning.ts'
import type { Texts } from '../texts.ts'

const reasons: readonly SessionSkipped['reason'][] = ['overlaps', 'public-holiday', 'past']

/** What the copying of a week made, and what it left out and why. */
export function toCopySentences(
  { made, skipped }: WeekCopyReply,
  texts: Texts,
): readonly [string, ...string[]] {
  if (made.length + skipped.length === 0) return [texts['week.nothing-to-copy']]
  const leftOut = reasons.flatMap((reason) => {
    const count = skipped.filter((session) => session.reason === reason).length
    return count === 0 ? [] : [texts['week.skipped'][reason](count)]
  })
  return [texts['week.copied'](made.length), ...leftOut]
}
