/** What the observer in a page has kept; all times in epoch milliseconds. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Observed {
  /** When packets of the other side's voice had arrived. */
  readonly sound: number[]
  /** When the fake microphone's beep, one a second, was really heard. */
  readonly beeps: number[]
  /** When a frame of the other side's picture was presented. */
  readonly frames: number[]
  /** What stood on the call's screen from then on; null while there was none. */
  readonly said: { readonly at: number; readonly text: string | null }[]
  /** When a connection was made. */
  readonly attempts: number[]
  /** Samples of sound so far, and how many of them were made up (W3C webrtc-stats, `concealedSamples`). */
  readonly concealment: {
    readonly at: number
    readonly concealed: number
    readonly total: number
  }[]
}

/** To be run in a page before its own program. */
export const observerScript = readFileSync(
  fileURLToPath(new URL('observer.js', import.meta.url)),
  'utf8',
)

/** Runs in the page: returns what was kept since then. */
export function readSeen(since: number): Observed {
  const { visiteSeen: seen } = globalThis as unknown as { visiteSeen: Observed }
  const late = (at: number) => at >= since
  const said = seen.said.filter((entry) => late(entry.at))
  const before = seen.said.findLast((entry) => !late(entry.at))
  return {
    sound: seen.sound.filter(late),
    beeps: seen.beeps.filter(late),
    frames: seen.frames.filter(late),
    said: before === undefined ? said : [before, ...said],
    attempts: seen.attempts.filter(late),
    concealment: seen.concealment.filter((entry) => late(entry.at)),
  }
}
