/*
 *            ┌───────────────────── climbs one rung at a time, after ten calm seconds or more ─────────────────────┐
 *            ▼                                                                                                     │
 *          full ──▶ smaller ──▶ slower ──▶ still ──▶ sound-only ──▶ phone                                          │
 *            │         │           │         ▲  8 s later      10 s of bad sound                                   │
 *            └─────────┴───────────┴─────────┘  falls at once to the rung that is called for, after three bad seconds
 *
 * The sound goes first: no browser by itself stops a picture that eats the sound's share (measured at 80 kbit/s: 8 % of
 * the sound made up and 1.4 s of delay; without the picture 0.7 %). A rung that did not hold is tried again later each time.
 */

/** What this page sends. */
export const rungs = ['full', 'smaller', 'slower', 'still', 'sound-only', 'phone'] as const
export type Rung = (typeof rungs)[number]

/** Why it is not more. */
export const reasons = ['bandwidth', 'delay', 'loss'] as const
export type Reason = (typeof reasons)[number]

/** How this page's sending fares. Null: the browser does not say. */
export interface Conditions {
  readonly availableKbps: number | null
  readonly roundTripMs: number | null
  /** 0 to 1. */
  readonly lossOut: number | null
  /** The worse of what the two sides hear, 0 to 1. */
  readonly concealed: number | null
}

export interface Standing {
  readonly rung: Rung
  /** Null on the top rung. */
  readonly why: Reason | null
  /** How long it has been on this rung. */
  readonly forMs: number
  /** How long a lower rung has been called for without a break. */
  readonly badMs: number
  /** How long a higher rung has seemed possible without a break. */
  readonly calmMs: number
  /** How long it stays calm before it climbs. */
  readonly patienceMs: number
  /** Whether it came here from below: then it may not hold. */
  readonly climbed: boolean
}

export const top: Standing = {
  rung: 'full',
  why: null,
  forMs: 0,
  badMs: 0,
  calmMs: 0,
  patienceMs: 10_000,
  climbed: false,
}

/** Falling is quick, for the sound suffers meanwhile. */
const fallMs = 3_000
const leastPatienceMs = top.patienceMs
const mostPatienceMs = 120_000
/** Without an estimate that promises it, a higher rung is a guess: made less often. */
const guessFactor = 3
/** A browser needs some seconds to find out what a line carries, at first and for a picture that has just grown. */
const settleMs = 8_000
/** A rung that was climbed to and left within this time did not hold. */
const holdMs = 20_000
/** A picture that stands still for longer misleads. */
const stillMs = 8_000
const phoneMs = 10_000
const badSound = 0.15

interface Mark {
  /** Below any of them the rung is too much. Measured on lines of 80 to 1000 kbit/s and with 5 to 30 % loss. */
  readonly leastKbps: number
  readonly mostRoundTripMs: number
  readonly mostLoss: number
}

type PictureRung = 'full' | 'smaller' | 'slower'

const marks: Record<PictureRung, Mark> = {
  full: { leastKbps: 340, mostRoundTripMs: 500, mostLoss: 0.14 },
  smaller: { leastKbps: 200, mostRoundTripMs: 500, mostLoss: 0.25 },
  slower: { leastKbps: 120, mostRoundTripMs: 500, mostLoss: 0.25 },
}

/** Who signs or reads lips loses the talk with the picture: frames before size, and delay alone does not end it. */
const marksForPicture: Partial<Record<PictureRung, Mark>> = {
  full: { leastKbps: 340, mostRoundTripMs: 1000, mostLoss: 0.14 },
  smaller: { leastKbps: 120, mostRoundTripMs: 1000, mostLoss: 0.3 },
}

/** Coming back needs this much more room than staying. */
const margin = 1.2

/** `passedMs` is the time since the last step. Pure. */
export function step(
  before: Standing,
  conditions: Conditions,
  passedMs: number,
  needsPicture: boolean,
): Standing {
  const forMs = before.forMs + passedMs
  const called = calledFor(before, forMs, conditions, needsPicture)
  const isBad = depth(called.rung) > depth(before.rung)
  const higher = above(before.rung, needsPicture)
  // A still picture that has had its time goes, and the calm that came meanwhile counts.
  const mayClimb = !isBad || called.rung === 'sound-only'
  const isCalm = mayClimb && higher !== null && isPossible(higher, conditions, needsPicture)
  const standing: Standing = {
    ...before,
    forMs,
    badMs: isBad ? before.badMs + passedMs : 0,
    calmMs: isCalm ? before.calmMs + passedMs : 0,
    patienceMs: before.climbed && forMs >= holdMs ? leastPatienceMs : before.patienceMs,
  }
  if (isBad && standing.badMs >= delayOf(called.rung)) return fall(standing, called)
  if (isCalm && standing.calmMs >= waitFor(standing, higher, conditions, needsPicture)) {
    return climb(standing, higher)
  }
  return standing
}

export function depth(rung: Rung): number {
  return rungs.indexOf(rung)
}

export function lowerOf(one: Rung, other: Rung): Rung {
  return depth(one) > depth(other) ? one : other
}

interface Called {
  readonly rung: Rung
  readonly why: Reason | null
}

function calledFor(
  { rung, why }: Called,
  forMs: number,
  conditions: Conditions,
  needsPicture: boolean,
): Called {
  const { concealed } = conditions
  if (depth(rung) >= depth('sound-only')) {
    return concealed !== null && concealed >= badSound ? { rung: 'phone', why } : { rung, why }
  }
  if (rung === 'still') return forMs >= stillMs ? { rung: 'sound-only', why } : { rung, why }

  // Before it has settled the estimate tells of the time before.
  const seen = forMs < settleMs ? { ...conditions, availableKbps: null } : conditions
  let found: Called['why'] = null
  for (const [each, mark] of pictureRungs(needsPicture)) {
    const excess = excessOf(mark, seen, 1)
    if (excess === null) return { rung: each, why: found }
    found = excess
  }
  return { rung: 'still', why: found }
}

/** What keeps the conditions from this mark; null when nothing does. */
function excessOf(mark: Mark, conditions: Conditions, margin: number): Reason | null {
  const { availableKbps, roundTripMs, lossOut } = conditions
  if (roundTripMs !== null && roundTripMs * margin > mark.mostRoundTripMs) return 'delay'
  if (lossOut !== null && lossOut * margin > mark.mostLoss) return 'loss'
  if (availableKbps !== null && availableKbps < mark.leastKbps * margin) return 'bandwidth'
  return null
}

/** An estimate stays low while little is sent: by itself it forbids nothing above, it only asks for patience. */
function isPossible(rung: Rung, conditions: Conditions, needsPicture: boolean): boolean {
  if ((conditions.concealed ?? 0) * margin >= badSound) return false
  if (rung === 'sound-only') return true
  const mark = markOf(rung, needsPicture)
  return mark !== null && excessOf(mark, { ...conditions, availableKbps: null }, margin) === null
}

function waitFor(standing: Standing, higher: Rung, conditions: Conditions, needsPicture: boolean) {
  const mark = markOf(higher, needsPicture)
  const { availableKbps } = conditions
  const isGuess = mark !== null && availableKbps !== null && availableKbps < mark.leastKbps * margin
  return standing.patienceMs * (isGuess ? guessFactor : 1)
}

function delayOf(rung: Rung): number {
  if (rung === 'phone') return phoneMs
  // It has had its time.
  return rung === 'sound-only' ? 0 : fallMs
}

function fall(standing: Standing, { rung, why }: Called): Standing {
  const didNotHold = standing.climbed && standing.forMs < holdMs
  const patienceMs = didNotHold
    ? Math.min(mostPatienceMs, standing.patienceMs * 2)
    : standing.patienceMs
  return { ...top, rung, why, calmMs: standing.calmMs, patienceMs }
}

function climb({ why, patienceMs }: Standing, rung: Rung): Standing {
  return { ...top, rung, why: rung === 'full' ? null : why, patienceMs, climbed: true }
}

/** From a still picture or none straight to one that moves. */
function above(rung: Rung, needsPicture: boolean): Rung | null {
  switch (rung) {
    case 'full':
      return null
    case 'smaller':
      return 'full'
    case 'slower':
      return 'smaller'
    case 'still':
    case 'sound-only':
      return needsPicture ? 'smaller' : 'slower'
    case 'phone':
      return 'sound-only'
    default:
      return rung satisfies never
  }
}

function pictureRungs(needsPicture: boolean): readonly (readonly [PictureRung, Mark])[] {
  return Object.entries(needsPicture ? marksForPicture : marks) as [PictureRung, Mark][]
}

function markOf(rung: Rung, needsPicture: boolean): Mark | null {
  if (rung !== 'full' && rung !== 'smaller' && rung !== 'slower') return null
  return (needsPicture ? marksForPicture : marks)[rung] ?? null
}
