import type { Id } from '../../../signaling/protocol/primitives.ts'
import type { Texts } from '../texts.ts'

/** More names than this in one sentence are read by nobody. */
const namedAtMost = 8

/** "Anna Maes, Tom Claes, 3 others"; how many they are, where no name is known. */
export function toNames(ids: readonly Id[], names: ReadonlyMap<Id, string>, texts: Texts): string {
  const known = ids.flatMap((id) => names.get(id) ?? []).slice(0, namedAtMost)
  if (known.length === 0) return texts['workers.found'](ids.length)
  const others = ids.length - known.length
  return [...known, ...(others === 0 ? [] : [texts['fill.others'](others)])].join(', ')
}
