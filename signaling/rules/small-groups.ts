/** Counts that may be told: of a small group somebody could be recognised (GDPR, recital 26). */

/** Groups smaller than this are not told. */
export const smallestGroup = 5

/** Returns null for a count that is not told. Nobody at all is told: it is nobody's. */
export function tellCount(count: number): number | null {
  return count === 0 || count >= smallestGroup ? count : null
}
