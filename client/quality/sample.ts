/** What happened between two counts: rates and shares, about a second's worth. */
import type { Counts, Path, Total } from './statistics.ts'

export interface Sample {
  readonly soundInKbps: number | null
  readonly soundOutKbps: number | null
  readonly pictureInKbps: number | null
  readonly pictureOutKbps: number | null
  /** Of the packets meant for this side, 0 to 1. */
  readonly lossIn: number | null
  readonly lossOut: number | null
  /** Of the sound that was played, the part that the browser made up, 0 to 1. */
  readonly concealed: number | null
  /** How long sound waits here before it is played. */
  readonly bufferMs: number | null
  /** Frames per second. */
  readonly framesIn: number | null
  readonly framesOut: number | null
  readonly heightIn: number | null
  readonly heightOut: number | null
  readonly freezes: number
  readonly frozenMs: number
  readonly roundTripMs: number | null
  readonly availableKbps: number | null
  readonly path: Path | null
}

/** Null where no time passed, or another connection began to count from nought. */
export function sampleBetween(before: Counts, after: Counts): Sample | null {
  const seconds = (after.at - before.at) / 1000
  const growth = (of: Total) => grown(before.totals[of], after.totals[of])
  const began = (Object.keys(after.totals) as Total[]).some((of) => isFewer(before, after, of))
  if (seconds <= 0 || began) return null

  const kbps = (of: Total) => over(growth(of), seconds * 125)
  // A packet that comes late after all is taken back from the lost ones: less than none is none.
  const lost = Math.max(0, growth('packetsLost') ?? 0)
  const came = growth('packetsIn')
  const buffered = over(growth('bufferedSeconds'), growth('bufferedSamples'))
  return {
    soundInKbps: kbps('soundBytesIn'),
    soundOutKbps: kbps('soundBytesOut'),
    pictureInKbps: kbps('pictureBytesIn'),
    pictureOutKbps: kbps('pictureBytesOut'),
    lossIn: came === null ? null : over(lost, came + lost),
    concealed: over(growth('concealedSamples'), growth('soundSamples')),
    bufferMs: buffered === null ? null : buffered * 1000,
    framesIn: over(growth('framesIn'), seconds),
    framesOut: over(growth('framesOut'), seconds),
    freezes: growth('freezes') ?? 0,
    frozenMs: (growth('frozenSeconds') ?? 0) * 1000,
    ...after.gauges,
  }
}

/** Something that was not counted yet a moment ago began at nought. */
function grown(before: number | null, after: number | null): number | null {
  return after === null ? null : after - (before ?? 0)
}

function over(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : Math.max(0, part / whole)
}

/** Lost packets may become fewer; nothing else does. */
function isFewer(before: Counts, after: Counts, of: Total): boolean {
  const was = before.totals[of]
  const is = after.totals[of]
  return of !== 'packetsLost' && was !== null && is !== null && is < was
}
