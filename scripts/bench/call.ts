/**
 * `npm run bench -- call [--rounds 20] [--only NAME,NAME] [--json FILE]`: from the press on Answer to the first picture on
 * both sides. Cold, warm and a bare pair of connections take turns, so that a busy moment of the machine meets them alike;
 * `bare-pair.ts` says how far that pair is like a call. The goals are shares of a plain one, as a page has it that does
 * nothing about its first pictures; beside it stands one whose first pictures are as small as a call's.
 * With a distance of 50 ms in each direction, on the way to the server and between the two: through coturn, which both
 * reach by a proxy, half of it on each side.
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { openBrowser } from '../journey/browser.ts'
import { openRelay } from '../journey/relay.ts'
import { createClosing } from '../journey/scene.ts'
import { startVisite } from '../journey/visite-process.ts'
import { openBarePair, type Codecs } from './bare-pair.ts'
import { delayTcp, delayUdp } from './delay.ts'
import { waitUntilCalm } from './idle.ts'
import { measureCall, measuredStages, type MeasuredCall, type StageTimes } from './measured-call.ts'
import { percentile } from './percentile.ts'

const names = ['plain', 'small', 'cold', 'warm', 'cold-far', 'warm-far'] as const
type Name = (typeof names)[number]

const titles: Record<Name, string> = {
  'plain': 'bare pair in one page',
  'small': 'bare pair, first pictures as small as a call’s',
  'cold': 'Visite, cold',
  'warm': 'Visite, standing by',
  'cold-far': 'Visite, cold, 50 ms away',
  'warm-far': 'Visite, standing by, 50 ms away',
}

/** What each is compared with, and at most how much of it it may take. */
const goals: Partial<Record<Name, { readonly of: Name; readonly atMost: number }>> = {
  'cold': { of: 'plain', atMost: 1.2 },
  'warm': { of: 'plain', atMost: 0.85 },
  'warm-far': { of: 'cold-far', atMost: 1 / 3 },
}

const farMs = 50

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    only: { type: 'string', default: names.join(',') },
    json: { type: 'string' },
  },
})
const rounds = Number(options.rounds)
const only = options.only.split(',')
const unknown = only.filter((name) => !(names as readonly string[]).includes(name))
if (unknown.length > 0) {
  console.error(`No such measurement: ${unknown.join(', ')}. There are ${names.join(', ')}.`)
  process.exit(1)
}
const wanted = names.filter((name) => only.includes(name))

const closing = createClosing()
const totals = new Map<Name, number[]>(wanted.map((name) => [name, []]))
const calls: (MeasuredCall & { name: Name })[] = []
let codecs: string | null = null
try {
  const measure = await openAll()
  for (let round = 1; round <= rounds; round++) {
    for (const name of wanted) {
      const ms = await measure(name)
      totals.get(name)?.push(ms)
      const idle = calls.findLast((call) => call.name === name)?.idle
      const calm = idle === undefined ? '' : `, ${Math.round(100 * idle)} % idle before`
      console.error(`${clock()} ${round}/${rounds} ${name} ${Math.round(ms)} ms${calm}`)
    }
  }
} finally {
  await closing.now()
}
console.log(`${cpus().length} processors (${cpus()[0]?.model.trim()}), ${rounds} rounds\n`)
console.log(toTable())
console.log(`\n${toStages()}`)
if (options.json !== undefined) {
  writeFileSync(
    options.json,
    JSON.stringify({ totals: Object.fromEntries(totals), calls }, null, 1),
  )
}

/** Two browsers, a page for the bare pair, and a relay behind a distance. */
async function openAll(): Promise<(name: Name) => Promise<number>> {
  const browsers = { worker: await openBrowser(), physician: await openBrowser() }
  closing.later(() => browsers.worker.close())
  closing.later(() => browsers.physician.close())
  const origin = await startVisite({ program: 'demo' })
  closing.later(() => origin.close())
  const bare = await openBarePair(browsers.worker, origin.url)
  const far = wanted.some((name) => name.endsWith('-far')) ? await openFar() : null

  return async (name) => {
    if (name === 'plain' || name === 'small') {
      await waitUntilCalm()
      const { ms, codecs } = await bare(name === 'plain' ? 'whole' : 'small')
      sameCodecs(codecs)
      return ms
    }
    const start = name.startsWith('warm') ? 'warm' : 'cold'
    const call = name.endsWith('-far')
      ? await far?.(start)
      : await measureCall({ start, reach: async () => browsers })
    if (call === undefined) throw new Error('the distance was not opened')
    sameCodecs(call.codecs)
    calls.push({ ...call, name })
    return call.ms
  }
}

/** What is compared must be alike. */
function sameCodecs({ audio, video }: Codecs): void {
  const both = `${audio} ${video}`
  codecs ??= both
  if (codecs !== both) throw new Error(`one sends ${codecs}, another ${both}`)
}

async function openFar(): Promise<(start: 'warm' | 'cold') => Promise<MeasuredCall>> {
  const relay = await openRelay(closing)
  const toRelay = await delayUdp(relay.port, farMs / 2)
  closing.later(() => toRelay.close())
  const environment = {
    VISITE_ICE_POLICY: 'relay',
    VISITE_TURN_URLS: `turn:127.0.0.1:${toRelay.port}?transport=udp`,
    VISITE_TURN_SECRET_FILE: relay.secretFile,
  }
  return async (start) => {
    const own = createClosing()
    try {
      return await measureCall({
        start,
        environment,
        async reach(port) {
          const way = await delayTcp(port, farMs)
          own.later(() => way.close())
          const localhostIs = `127.0.0.1:${way.port}`
          const worker = await openBrowser({ localhostIs })
          own.later(() => worker.close())
          const physician = await openBrowser({ localhostIs })
          own.later(() => physician.close())
          return { worker, physician }
        },
      })
    } finally {
      await own.now()
    }
  }
}

/** As the README shows it: Markdown. */
function toTable(): string {
  const rows = wanted.map((name) => {
    const values = totals.get(name) ?? []
    return `| ${[titles[name], median(values), p95(values), ...compare(name)].join(' | ')} |`
  })
  return [
    '| from Answer to both first pictures | median, ms | p95, ms | ratio of medians | goal | beside small pictures |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function compare(name: Name): readonly string[] {
  const goal = goals[name]
  const ratio = goal === undefined ? null : ratioOf(name, goal.of)
  if (goal === undefined || ratio === null) return ['', '', '']
  const verdict = ratio <= goal.atMost ? 'met' : 'not met'
  const beside = goal.of === 'plain' ? ratioOf(name, 'small') : null
  return [
    `${ratio.toFixed(2)} × ${goal.of}`,
    `${goal.atMost.toFixed(2)}: ${verdict}`,
    beside === null ? '' : `${beside.toFixed(2)} × small`,
  ]
}

/** Null where one of them was not measured. */
function ratioOf(name: Name, other: Name): number | null {
  const [one, base] = [totals.get(name) ?? [], totals.get(other) ?? []]
  return one.length === 0 || base.length === 0 ? null : percentile(one, 0.5) / percentile(base, 0.5)
}

/** Medians, milliseconds since the press; what came before it is negative. */
function toStages(): string {
  const lines = wanted.flatMap((name) =>
    (['worker', 'physician'] as const).flatMap((side) => {
      const times = calls.filter((call) => call.name === name).map((call) => call[side])
      if (times.length === 0) return []
      return [
        `| ${name}, ${side} | ${measuredStages.map((stage) => stageOf(times, stage)).join(' | ')} |`,
      ]
    }),
  )
  return [
    `| median, ms | ${measuredStages.join(' | ')} |`,
    `| --- |${' --- |'.repeat(measuredStages.length)}`,
    ...lines,
  ].join('\n')
}

function stageOf(all: readonly StageTimes[], stage: (typeof measuredStages)[number]): string {
  const values = all.flatMap((times) => times[stage] ?? [])
  return values.length === 0 ? '' : median(values)
}

function clock(): string {
  return new Date().toISOString().slice(11, 19)
}

function median(values: readonly number[]): string {
  return percentile(values, 0.5).toFixed(0)
}

function p95(values: readonly number[]): string {
  return percentile(values, 0.95).toFixed(0)
}
