/**
 * The meaning of live text is that of ITU-T T.140, as RFC 4103 carries it over RTP and RFC 8865 over a data channel of its
 * own: a stream of characters in which one erases the last and one begins a new line. Ours travels in the call's notes.
 * A character here is a code point: half of one can be neither sent nor erased.
 */

/** Erases the last character of the line (T.140, 8.2). */
export const erase = '\u0008'
/** Begins a new line (T.140, 8.1: line separator). What stands in the line before it stays. */
export const newLine = '\u2028'

/** What somebody has written: lines that stand, and the one that still grows. */
export interface Written {
  readonly lines: readonly string[]
  readonly line: readonly string[]
}

export const nothingWritten: Written = { lines: [], line: [] }

/** A line that is longer than any person's sentence is broken here. */
const longestLine = 2_000

/** Returns what stands there after these characters too. What is neither text nor known stands for nothing. */
export function write(written: Written, characters: Iterable<string>): Written {
  const lines = [...written.lines]
  let line = [...written.line]
  for (const character of characters) {
    if (character === erase) line.pop()
    else if (!isBreak(character)) {
      if (isText(character)) line.push(character)
      if (line.length < longestLine) continue
    }
    if (character === erase) continue
    if (line.join('').trim() !== '') lines.push(line.join(''))
    line = []
  }
  return { lines, line }
}

/** Returns the characters that turn what stood in a field into what stands there now. */
export function changeOf(before: string, after: string): string[] {
  const old = Array.from(before).filter(isText)
  const next = Array.from(after).filter(isText)
  let same = 0
  while (same < old.length && old[same] === next[same]) same++
  return [...Array.from(old.slice(same), () => erase), ...next.slice(same)]
}

/** Older writers end a line with CR LF. */
function isBreak(character: string): boolean {
  return character === newLine || character === '\n'
}

/**
 * No control characters, halves of a pair, or marks that turn the writing direction of what follows (Unicode UAX #9): one
 * person's line must not disturb the other's.
 */
function isText(character: string): boolean {
  return !/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u.test(character)
}
