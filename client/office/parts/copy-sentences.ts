import type { SessionSkipped, WeekCopyReply } from '../../../signaling/protocol/planning.ts'
import type { Format } from '../../i18n/format.ts'
import type { Texts } from '../texts.ts'

const reasons: readonly SessionSkipped['reason'][] = [
  'overlaps',
  'public-holiday',
  'closed-day',
  'past',
]

/** What the copying of a week made, and what it left out, why, and on which days. */
export function toCopySentences(
  { made, skipped }: WeekCopyReply,
  texts: Texts,
  format: Format,
): readonly [string, ...string[]] {
  if (made.length + skipped.length === 0) return [texts['week.nothing-to-copy']]
  const leftOut = reasons.flatMap((reason) => {
    const found = skipped.filter((session) => session.reason === reason)
    const days = [...new Set(found.map(({ on }) => on))].toSorted().map(format.date)
    return found.length === 0 ? [] : [texts['week.skipped'][reason](found.length, days.join(', '))]
  })
  return [texts['week.copied'](made.length), ...leftOut]
}
