/** Whether the picture is good enough for someone who signs or reads lips (EN 301 549, 6.5: QVGA, 20 frames a second). */
import type { Rung } from './ladder.ts'
import type { Sample } from './sample.ts'

const leastFrames = 20
/** Frames are counted by the second: one falls into the next. */
const countingError = 2
const leastHeight = 240
/** Below the mark for this long, or above it: the question neither comes nor goes with one bad second. */
const markMs = 5_000

export interface PictureMark {
  readonly isBelow: boolean
  /** How long the opposite has been seen. */
  readonly againstMs: number
}

export const aboveMark: PictureMark = { isBelow: false, againstMs: 0 }

/** `rung` is what the other side sends; `sends` whether its camera is on at all. */
export function watchMark(
  before: PictureMark,
  sample: Sample,
  rung: Rung,
  sends: boolean,
  passedMs: number,
): PictureMark {
  const isBelow = sends && isPoor(sample, rung)
  if (isBelow === before.isBelow) return { ...before, againstMs: 0 }
  const againstMs = before.againstMs + passedMs
  return againstMs >= markMs ? { isBelow, againstMs: 0 } : { ...before, againstMs }
}

function isPoor({ framesIn, heightIn }: Sample, rung: Rung): boolean {
  if (rung !== 'full' && rung !== 'smaller') return true
  const isJerky = framesIn !== null && framesIn < leastFrames - countingError
  return isJerky || (heightIn !== null && heightIn < leastHeight)
}
