/**
 * Notices that nothing comes in any more, long before the browser does: Chromium says `disconnected` 7 s after a cut, and
 * after a change of address never (measured). Pure: it is given samples, and answers whether the path is silent.
 *
 * Sound brings 50 packets a second, also from a muted microphone. Where no sound is sent, the other page's beat is all
 * that comes: the limit follows the longest pause of the last seconds.
 */

/** What came in until now, as counters that only grow. */
export interface PathSample {
  /** Milliseconds. */
  readonly at: number
  /** RTP packets and notes. */
  readonly arrived: number
  readonly framesDecoded: number
}

export type Watch =
  /** Nothing has come in yet; null before the first sample. */
  | { readonly phase: 'new'; readonly last: PathSample | null; readonly heardAt: number | null }
  | {
      readonly phase: 'flowing'
      readonly last: PathSample
      /** When `arrived` last grew. */
      readonly heardAt: number
      readonly pauses: readonly Pause[]
    }
  | { readonly phase: 'silent'; readonly last: PathSample; readonly heardAt: number }

/** A time in which nothing came, although the path was in order. */
interface Pause {
  readonly endedAt: number
  readonly ms: number
}

export const newWatch: Watch = { phase: 'new', last: null, heardAt: null }

/** A cut shows after this at the earliest. A shorter limit would mistake a busy browser for one. */
const shortestLimitMs = 1_000
/** Two beats and a half: a single lost one is sent again by then (RFC 4960 section 6.3.1, 1 s at most). */
const longestLimitMs = 2_500
/** Pauses older than this say nothing about what is sent at present. */
const memoryMs = 5_000
/** A connection that is said to stand, and brings nothing at all. */
const firstLimitMs = 5_000

export function watch(before: Watch, sample: PathSample): Watch {
  const hasGrown = before.last !== null && sample.arrived > before.last.arrived
  if (hasGrown) return flow(before, sample)
  switch (before.phase) {
    case 'new':
      return before.heardAt === null
        ? { phase: 'new', last: sample, heardAt: sample.at }
        : wait(before, before.heardAt, firstLimitMs, sample)
    case 'silent':
      return { ...before, last: sample }
    case 'flowing':
      return wait(before, before.heardAt, limitMs(before.pauses), sample)
    default:
      return before satisfies never
  }
}

function wait(before: Watch, heardAt: number, limit: number, sample: PathSample): Watch {
  return sample.at - heardAt >= limit
    ? { phase: 'silent', last: sample, heardAt }
    : { ...before, last: sample }
}

function flow(before: Watch, sample: PathSample): Watch {
  const kept = before.phase === 'flowing' ? before.pauses : []
  const pauses =
    before.phase === 'flowing'
      ? [...kept, { endedAt: sample.at, ms: sample.at - before.heardAt }]
      : kept
  return {
    phase: 'flowing',
    last: sample,
    heardAt: sample.at,
    pauses: pauses.filter(({ endedAt }) => sample.at - endedAt < memoryMs),
  }
}

/** Until something is known of the pauses, the other side may be one that sends no sound. */
function limitMs(pauses: readonly Pause[]): number {
  const longest = Math.max(0, ...pauses.map(({ ms }) => ms))
  if (pauses.length === 0) return longestLimitMs
  return Math.min(longestLimitMs, Math.max(shortestLimitMs, 2.5 * longest))
}
