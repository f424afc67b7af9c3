/**
 * What a screen reader is told of a line that grows letter by letter: whole sentences, and what stands there when the
 * writer rests or ends the line. Never a letter at a time.
 */
import type { After } from '../call/timers.ts'

export interface Reader {
  /** The line as it stands now. */
  grows(line: string): void
  ends(line: string): void
  close(): void
}

/** A writer who rests this long is not looking for the next letter. */
export const restMs = 4_000

export function createReader(tell: (words: string) => void, after: After): Reader {
  /** How much of the line was told already. */
  let told = 0
  let stopWaiting = () => {}

  function tellUpTo(line: string, end: number): void {
    const words = line.slice(told, end).trim()
    told = end
    if (words !== '') tell(words)
  }

  return {
    grows(line) {
      stopWaiting()
      told = Math.min(told, line.length)
      const end = lastSentenceEnd(line)
      if (end > told) tellUpTo(line, end)
      if (told < line.length) stopWaiting = after(restMs, () => tellUpTo(line, line.length))
    },
    ends(line) {
      stopWaiting()
      tellUpTo(line, line.length)
      told = 0
    },
    close: () => stopWaiting(),
  }
}

/** A full stop counts when something follows it: in 37.5 it ends no sentence. */
function lastSentenceEnd(line: string): number {
  return [...line.matchAll(/[.!?…]+["'»”)]*\s/g)].reduce(
    (_, { 0: mark, index }) => index + mark.length,
    0,
  )
}
