/**
 * What is done about the picture around an outage: it is held as soon as the path is silent. What is sent into the void
 * comes late when the path is back, delays the fresh pictures, and freezes them a second time for 1 to 3 s (measured).
 */
import type { PathSample, Watch } from './watchdog.ts'

export type PictureWish = 'hold' | 'release' | 'ask-key-frame'

export interface PictureCare {
  readonly held: boolean
  /** Since the path is back: no picture has been decoded yet. */
  readonly missing: {
    /** When to ask the other side for a picture that can be decoded by itself. */
    readonly askAt: number
    readonly framesDecoded: number
    readonly asked: number
  } | null
}

export const newPictureCare: PictureCare = { held: false, missing: null }

/** Asked for more often, the answers are in each other's way (measured). */
const askEveryMs = 1_000
/** Then there is no picture to be had: the camera is off. */
const maxAsked = 5

export function careForPicture(
  before: PictureCare,
  path: Watch,
  sample: PathSample,
): { readonly care: PictureCare; readonly wishes: readonly PictureWish[] } {
  switch (path.phase) {
    case 'new':
      return { care: before, wishes: [] }
    case 'silent':
      return careInSilence(before, sample)
    case 'flowing':
      return before.held
        ? { ...awaitPicture({ ...before, held: false }, sample), wishes: ['release'] }
        : awaitPicture(before, sample)
    default:
      return path satisfies never
  }
}

function careInSilence({ held }: PictureCare, { at, framesDecoded }: PathSample) {
  const missing = { askAt: at + askEveryMs, framesDecoded, asked: 0 }
  const wishes: readonly PictureWish[] = held ? [] : ['hold']
  return { care: { held: true, missing }, wishes }
}

function awaitPicture(before: PictureCare, sample: PathSample) {
  const { missing } = before
  const none: readonly PictureWish[] = []
  if (missing === null) return { care: before, wishes: none }
  const isBack = sample.framesDecoded > missing.framesDecoded
  if (isBack || missing.asked === maxAsked) {
    return { care: { ...before, missing: null }, wishes: none }
  }
  if (sample.at < missing.askAt) return { care: before, wishes: none }
  const next = { ...missing, askAt: sample.at + askEveryMs, asked: missing.asked + 1 }
  const ask: readonly PictureWish[] = ['ask-key-frame']
  return { care: { ...before, missing: next }, wishes: ask }
}
