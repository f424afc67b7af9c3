/** What is printed of a day. */
import type { Day } from './day.ts'
import type { Tally } from './tally.ts'
import { differences, tallied, type Counts } from './truth.ts'

/** From so much later than planned a beginning is called late. */
const lateFromMs = 5 * 60_000

const lines: readonly (readonly [keyof Counts, string])[] = [
  ['invited', 'invited'],
  ['reminded', 'reminded, once or more'],
  ['confirmed', 'said that they come'],
  ['moved', 'chose another time'],
  ['declined', 'declined on their page'],
  ['wished-earlier', 'would come earlier'],
  ['asked', 'asked for a talk themselves'],
  ['answered', 'of these with an appointment'],
  ['told-late', 'told that it will be later'],
  ['called-in', 'called in after a delay'],
  ['cancelled', 'cancelled by telephone'],
  ['preferred-in-person', 'chose a visit in person'],
  ['offered', 'offers of a freed slot'],
  ['accepted', 'slots taken by somebody else'],
  ['entered', 'came to the waiting room'],
  ['done-by-video', 'examined by video'],
  ['needs-in-person', 'asked by the physician to come'],
  ['failed', 'without a connection'],
  ['absent', 'stayed away'],
]

export function renderDay(day: Day): string[] {
  const { tally, truth, physicians } = day
  const counts = tallied(tally)
  const { planned, used } = truth.minutes
  const late = lateBeginnings(tally)
  const latest = Math.round(Math.max(0, ...late) / 60_000)
  return [
    row('physicians', physicians),
    ...lines.map(([what, words]) => row(words, counts[what])),
    row('began more than 5 minutes late', late.length, `the latest by ${latest}`),
    row('minutes with somebody in them', used, `of ${planned}`),
  ]
}

/** What refilling brought: the same people on the same seed, with nobody offered what became free. */
export function renderComparison(day: Day, without: Day): string[] {
  const { planned } = day.truth.minutes
  const [used, before] = [day.truth.minutes.used, without.truth.minutes.used]
  return [
    row('without refilling', before, `of ${planned}`),
    row('minutes recovered', used - before, `of ${planned - before} that were lost`),
  ]
}

/** Returns a sentence for each thing that is not as it should be; none where the people and the database agree. */
export function objections(day: Day): string[] {
  const { tally, truth, auditBrokenAt: broken, complaints } = day
  return [
    ...differences(tallied(tally), truth),
    ...(broken === null ? [] : [`the audit log does not fit at entry ${broken}`]),
    ...complaints,
  ]
}

function lateBeginnings({ all }: Tally): number[] {
  return all
    .filter(({ what }) => what === 'begun')
    .map(({ at, startsAt }) => at - startsAt)
    .filter((lateMs) => lateMs > lateFromMs)
}

function row(words: string, count: number, note = ''): string {
  return `  ${words.padEnd(32)} ${String(count).padStart(5)}  ${note}`.trimEnd()
}
