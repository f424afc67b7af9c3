/**
 * The note by which a page tells the other one what it sends, why, and how it fares. Checked by hand, as every note is:
 * the schema library would weigh more than a worker's whole page.
 */
import type { NoteBody } from '../call/notes.ts'
import { reasons, rungs, type Reason, type Rung } from './ladder.ts'

export const qualityNote = 'quality'

export interface QualityNote {
  readonly rung: Rung
  readonly why: Reason | null
  /** "I sign or read lips." */
  readonly needsPicture: boolean
  /** What this page can send, as its browser believes. */
  readonly availableKbps: number | null
  /** Of the packets meant for this page, 0 to 1. */
  readonly lossIn: number | null
  /** Of the sound played here, the part that was made up, 0 to 1. */
  readonly concealed: number | null
  /** From this page to the server and back: the other side has no part in it. */
  readonly lineMs: number | null
}

/** Null for anything that does not tell it all. */
export function readQualityNote(body: NoteBody): QualityNote | null {
  const { rung, why, needsPicture, availableKbps, lossIn, concealed, lineMs } = body
  if (!isOneOf(rungs, rung) || !(why === null || isOneOf(reasons, why))) return null
  if (typeof needsPicture !== 'boolean') return null
  if (!isMeasure(availableKbps) || !isMeasure(lineMs)) return null
  if (!isShare(lossIn) || !isShare(concealed)) return null
  return { rung, why, needsPicture, availableKbps, lossIn, concealed, lineMs }
}

function isOneOf<T>(all: readonly T[], value: unknown): value is T {
  return all.some((each) => each === value)
}

function isMeasure(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0)
}

function isShare(value: unknown): value is number | null {
  return isMeasure(value) && (value === null || value <= 1)
}
