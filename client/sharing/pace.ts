/*
 * How fast files may leave beside the voice. Once a second:
 *
 *            the wait grew, or packets were lost            the line is below the mark
 *   growing ─────────────────────────────────▶ half ──────────────────────────────────▶ held: nothing leaves
 *      ▲               calm                      │                                        │
 *      └─────────────────────────────────────────┴────────────────◀────── above it again ──┘
 *
 * The channel of the files has a congestion control of its own, which only slows down for losses: on a short line it
 * fills every queue, and the voice waits in them. Here the wait itself is the sign, as for background transfers in
 * RFC 6817 (LEDBAT): it may grow by 100 ms, never more.
 */
import type { Rung } from '../quality/ladder.ts'
import type { Sample } from '../quality/sample.ts'

/** What the last second of the call tells; null where the browser does not say. */
export interface LineFacts extends Pick<
  Sample,
  'availableKbps' | 'lossOut' | 'pictureOutKbps' | 'roundTripMs' | 'soundOutKbps'
> {
  /** What this page sends of its picture. */
  readonly rung: Rung
}

export interface Pace {
  /** 0 holds everything back. */
  readonly bytesPerSecond: number
  /** The round trip while nothing waits, as far as it was seen. */
  readonly restMs: number | null
}

/** Before anything is known of the line: an eighth of what a weak one carries. */
export const firstPace: Pace = { bytesPerSecond: 8_000, restMs: null }

/** Slower is of no use to anybody, and does the voice no good. */
const leastBytes = 2_000
/** What a browser can take from a file and give away. */
const mostBytes = 4_000_000
/** RFC 6817, section 2.4.2: its target. */
const mostExtraMs = 100
/** A queue that the voice is heard to wait in: it is to empty, not only to grow no more. */
const badExtraMs = 250
const calmExtraMs = 40
/** A line without any queue. */
const freeExtraMs = 15
/** Wi-Fi loses this much without being full. */
const mostLoss = 0.03
/** What is left of the room that the browser sees beside sound and picture. */
const shareOfRoom = 0.8
/** The shortest round trip is forgotten by this much a second: a path may become longer. */
const forgetting = 1.01

/** The mark below which nothing leaves: the voice has not enough for itself. */
const mark = { leastKbps: 80, mostRoundTripMs: 800, mostLoss: 0.14 }

/**
 * `facts` are of about a second, in which `sentBytes` left. Who sends less than they may learns nothing of the line: then
 * the pace is that of a beginning. Pure.
 */
export function stepPace(before: Pace, facts: LineFacts, sentBytes: number): Pace {
  const { roundTripMs } = facts
  const restMs = restOf(before.restMs, roundTripMs)
  if (isBelowMark(facts)) return { bytesPerSecond: 0, restMs }
  const extraMs = roundTripMs === null || restMs === null ? 0 : roundTripMs - restMs
  const wasTried = sentBytes >= before.bytesPerSecond / 2
  const from = wasTried
    ? before.bytesPerSecond
    : Math.min(before.bytesPerSecond, firstPace.bytesPerSecond)
  return { bytesPerSecond: within(nextSpeed(from, facts, extraMs)), restMs }
}

function nextSpeed(bytesPerSecond: number, facts: LineFacts, extraMs: number): number {
  const loss = facts.lossOut ?? 0
  if (extraMs > badExtraMs) return leastBytes
  if (extraMs > mostExtraMs || loss > mostLoss) return bytesPerSecond / 2
  if (extraMs > calmExtraMs) return bytesPerSecond
  const isFree = extraMs <= freeExtraMs && loss === 0 && facts.rung === 'full'
  // A browser's estimate stays close to what is sent already: more room than that is found by trying.
  return Math.max(roomIn(facts) * shareOfRoom, bytesPerSecond * (isFree ? 2 : 1.25))
}

/** Bytes a second; 0 where nobody knows. */
function roomIn({ availableKbps, pictureOutKbps, soundOutKbps }: LineFacts): number {
  if (availableKbps === null) return 0
  return (availableKbps - (pictureOutKbps ?? 0) - (soundOutKbps ?? 0)) * 125
}

function isBelowMark({ availableKbps, lossOut, roundTripMs, rung }: LineFacts): boolean {
  if (rung === 'phone') return true
  if (availableKbps !== null && availableKbps < mark.leastKbps) return true
  return (roundTripMs ?? 0) > mark.mostRoundTripMs || (lossOut ?? 0) > mark.mostLoss
}

function restOf(before: number | null, roundTripMs: number | null): number | null {
  if (before === null || roundTripMs === null) return roundTripMs ?? before
  return Math.min(before * forgetting, roundTripMs)
}

function within(speed: number): number {
  return Math.min(mostBytes, Math.max(leastBytes, speed))
}
