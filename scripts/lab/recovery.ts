/** What an outage cost one side, read from what its page observed. Pure. All lengths in milliseconds. */
import type { Observed } from './observed.ts'

/** When it broke, and when the network was whole again; for a fault that stays, such as another address, the same moment. */
export interface Outage {
  readonly lostAt: number
  readonly backAt: number
}

export interface Recovery {
  /** From the network's return on. 0: never missed. Null: not back so far. */
  readonly soundBackMs: number | null
  readonly beepBackMs: number | null
  readonly pictureBackMs: number | null
  /** From the network's return to the picture that then stayed. */
  readonly steadyMs: number | null
  /** Stops of the picture after it had come back. */
  readonly secondFreezes: number
  /** Connections made anew. */
  readonly attempts: number
  /** From the loss to the first words about it; null when nothing was said. */
  readonly saidMs: number | null
  /** The call's screen was left: hung up, or given up. */
  readonly ended: boolean
}

/** Voice comes every 20 ms and is looked at every 50: three times that is a gap that a busy machine does not make. */
const silenceMs = 300
/** A beep a second. */
const beepGapMs = 1_500
/** W3C webrtc-stats counts a freeze from about here on at 20 frames a second. */
const freezeMs = 500
/** The network is whole a little before the command that makes it so has ended. */
const mendMs = 300
/** A picture without a stop for so long is steady. */
const steadyForMs = 3_000

/** @param words which of the words on the screen speak of a lost connection */
export function judge(
  seen: Observed,
  outage: Outage,
  { now, words }: { readonly now: number; readonly words: (text: string) => boolean },
): Recovery {
  const pictureBack = returned(seen.frames, outage, freezeMs, now)
  const steady = steadySince(seen.frames, outage, now)
  const after = (at: number | null) => (at === null ? null : Math.max(0, at - outage.backAt))
  const said = seen.said.find(({ at, text }) => at > outage.lostAt && text !== null && words(text))
  return {
    soundBackMs: after(returned(seen.sound, outage, silenceMs, now)),
    beepBackMs: after(returned(seen.beeps, outage, beepGapMs, now)),
    pictureBackMs: after(pictureBack),
    steadyMs: after(steady),
    secondFreezes:
      pictureBack === null
        ? 0
        : gaps([...seen.frames.filter((at) => at >= pictureBack), now], freezeMs).length,
    attempts: seen.attempts.filter((at) => at > outage.lostAt).length,
    saidMs: said === undefined ? null : said.at - outage.lostAt,
    ended: seen.said.some(({ at, text }) => at > outage.lostAt && text === null),
  }
}

/** Whether it was whole for all of the last steady time: a fault's cost is only told from a call that was well before. */
export function isWell(seen: Observed, now: number): boolean {
  const since = now - steadyForMs
  return (
    longestGap(seen.sound, since, now) <= silenceMs &&
    longestGap(seen.beeps, since, now) <= beepGapMs &&
    longestGap(seen.frames, since, now) <= freezeMs
  )
}

/** When it came back after the outage's own gap; the loss itself when there was none; null while it is missing. */
function returned(times: readonly number[], outage: Outage, gapMs: number, now: number) {
  const all = [...times.filter((at) => at > outage.lostAt - gapMs), now]
  const wholeAt = Math.max(outage.lostAt, outage.backAt - mendMs)
  const gap = gaps(all, gapMs).find(([, end]) => end >= wholeAt)
  if (gap === undefined) return outage.lostAt
  const [, end] = gap
  return end === now ? null : end
}

/** The end of the last stop, once a steady time has passed since. */
function steadySince(times: readonly number[], outage: Outage, now: number): number | null {
  const all = [...times.filter((at) => at > outage.lostAt - freezeMs), now]
  const last = gaps(all, freezeMs).at(-1)
  const since = last === undefined ? outage.lostAt : last[1]
  return now - Math.max(since, outage.backAt) >= steadyForMs ? since : null
}

/** Start and end of each gap that is longer than that. */
function gaps(times: readonly number[], longerThanMs: number): [number, number][] {
  return times
    .slice(1)
    .map((end, index): [number, number] => [times[index] ?? end, end])
    .filter(([start, end]) => end - start > longerThanMs)
}

/** The longest time without one of these, from then until now. */
export function longestGap(times: readonly number[], since: number, now: number): number {
  const all = [since, ...times.filter((at) => at > since && at < now), now]
  return Math.max(...gaps(all, 0).map(([start, end]) => end - start))
}

/** The share of the sound that was made up, from the first to the last observation. */
export function concealedShare({ concealment }: Observed): number {
  const [first, last] = [concealment[0], concealment.at(-1)]
  if (first === undefined || last === undefined || last.total === first.total) return 0
  return (last.concealed - first.concealed) / (last.total - first.total)
}
