/** Whose connection is weak, as far as two pages can tell: so that the right person is told to do something about it. */
import type { QualityNote } from './quality-note.ts'

export type WeakSide = 'own' | 'other' | 'both' | 'unclear'

export type SideView = Pick<QualityNote, 'rung' | 'why' | 'availableKbps' | 'lossIn' | 'lineMs'>

/** To the server and back: a full or lossy line takes that long, a far one hardly (within Europe 60 ms). */
const slowLineMs = 300
/** How much worse one side must be before it is named. */
const clearly = 2
const noticedLoss = 0.05

/** Null when nothing is weak. Blames nobody without a reason: between two pages both ends of a path look alike. */
export function weakSideOf(own: SideView, other: SideView): WeakSide | null {
  if (own.rung === 'full' && other.rung === 'full') return null
  return byLine(own, other) ?? byDirection(own, other)
}

/** The line to the server is each side's alone. */
function byLine(own: SideView, other: SideView): WeakSide | null {
  if (own.lineMs === null || other.lineMs === null) return null
  const ownIsSlow = own.lineMs > slowLineMs
  const otherIsSlow = other.lineMs > slowLineMs
  if (ownIsSlow && other.lineMs * clearly < own.lineMs) return 'own'
  if (otherIsSlow && own.lineMs * clearly < other.lineMs) return 'other'
  return ownIsSlow && otherIsSlow ? 'both' : null
}

/** Where one direction alone is narrow, that is most often its sender: at home and on phones the way up is the narrower. */
function byDirection(own: SideView, other: SideView): WeakSide {
  const ownIsNarrow = own.rung !== 'full' && own.why === 'bandwidth'
  const otherIsNarrow = other.rung !== 'full' && other.why === 'bandwidth'
  const losesBoth = (own.lossIn ?? 0) > noticedLoss && (other.lossIn ?? 0) > noticedLoss
  if (losesBoth || ownIsNarrow === otherIsNarrow) return 'unclear'
  return ownIsNarrow ? 'own' : 'other'
}
