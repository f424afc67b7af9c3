/**
 * What is done about the picture around an outage. Packets that are sent into the void stay in the sender's history; when
 * the path is back they are asked for, come late, and delay the fresh ones: a second freeze of 1 to 3 s. A picture that was
 * not sent in the last seconds is back within 0.2 s, but holding it costs 1.5 s after an outage of 2 or 3 s (all measured):
 * it is held from about 2.5 s of silence on.
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

/** Held from 1.8 s on, a change of address and a restarted relay froze the picture a second time (measured, 5 of 8 sides). */
const holdAfterMs = 2_500
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
      return careInSilence(before, sample.at - path.heardAt, sample)
    case 'flowing':
      return before.held
        ? { ...awaitPicture({ ...before, held: false }, sample), wishes: ['release'] }
        : awaitPicture(before, sample)
    default:
      return path satisfies never
  }
}

function careInSilence(before: PictureCare, silentMs: number, sample: PathSample) {
  const held = before.held || silentMs >= holdAfterMs
  const missing = {
    askAt: sample.at + askEveryMs,
    framesDecoded: sample.framesDecoded,
    asked: 0,
  }
  const wishes: readonly PictureWish[] = held && !before.held ? ['hold'] : []
  return { care: { held, missing }, wishes }
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
