/** What the screens are told of a call's quality. */
import type { Rung } from './ladder.ts'
import type { Sample } from './sample.ts'
import type { WeakSide } from './weak-side.ts'

export interface Quality {
  /** What this page sends. */
  readonly own: Rung
  /** What the other page says that it sends. */
  readonly other: Rung
  /** Null when nothing is weak. */
  readonly weak: WeakSide | null
  /** Who said that they sign or read lips. */
  readonly needsPicture: { readonly own: boolean; readonly other: boolean }
  /** Somebody needs the picture and it is no longer good enough: the physician is asked to meet in person. */
  readonly suggestsInPerson: boolean
  /** The last second, for support; null before the first. */
  readonly numbers: Sample | null
}

export const goodQuality: Quality = {
  own: 'full',
  other: 'full',
  weak: null,
  needsPicture: { own: false, other: false },
  suggestsInPerson: false,
  numbers: null,
}
