/**
 * `npm run bench -- recovery [--runs 20] [--only NAME,NAME] [--json FILE]`: each outage again and again, in the laboratory,
 * its cost on both sides beside the goal. The sides take turns in being the one whose network fails.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createClosing } from '../journey/scene.ts'
import { waitForMedia } from '../journey/browser.ts'
import { goalNames, goals, type Goal, type GoalName } from '../lab/goals.ts'
import { canOpenLab, clients, openLab, suffer, talk, type Lab } from '../lab/lab.ts'
import type { Recovery } from '../lab/recovery.ts'
import { percentile } from './percentile.ts'

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    only: { type: 'string', default: goalNames.join(',') },
    json: { type: 'string' },
  },
})
if (!canOpenLab) {
  console.error('The laboratory needs root, network namespaces, Chromium, coturn, nft and openssl.')
  process.exit(1)
}
const runs = Number(options.runs)
const wanted = new Set(options.only.split(','))

interface Result {
  readonly name: GoalName
  readonly goal: Goal
  /** One for each side and run. */
  readonly recoveries: Recovery[]
  /** Runs after which no call was left. */
  lost: number
}

const results: Result[] = []
for (const name of goalNames) if (wanted.has(name)) results.push(await measure(name))
console.log(toTable(results))
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(results, null, 1))

async function measure(name: GoalName): Promise<Result> {
  const goal = goals[name]
  const result: Result = { name, goal, recoveries: [], lost: 0 }
  const closing = createClosing()
  let lab: Lab | null = null
  try {
    for (let run = 0; run < runs; run++) {
      lab ??= await openCall(goal)
      const side = clients[run % 2] ?? 'worker'
      try {
        const both = await suffer(lab, goal.fault(side))
        result.recoveries.push(both.worker, both.physician)
        console.log(`${name} ${run + 1} (${side}): ${inWords(both)}`)
        await goal.again?.(lab, side)
        if (goal.again !== undefined) await waitForMedia(lab.scene[side].page)
      } catch (error) {
        console.log(`${name} ${run + 1} (${side}): ${String(error).split('\n')[0]}`)
        result.lost += 1
        await closing.now()
        lab = null
      }
    }
  } finally {
    await closing.now()
  }
  return result

  async function openCall({ path }: Goal): Promise<Lab> {
    const opened = await openLab(
      closing,
      path === 'relayed' ? { before: (faults) => faults.blockPair() } : {},
    )
    await talk(opened)
    return opened
  }
}

function inWords(both: Readonly<Record<'worker' | 'physician', Recovery>>): string {
  return clients
    .map((side) => {
      const { soundBackMs, beepBackMs, pictureBackMs, steadyMs, secondFreezes, attempts, saidMs } =
        both[side]
      const parts = [
        `sound ${seconds(soundBackMs)}`,
        `beep ${seconds(beepBackMs)}`,
        `picture ${seconds(pictureBackMs)}`,
        `steady ${seconds(steadyMs)}`,
        `${secondFreezes} more freezes`,
        `${attempts} new attempts`,
        `said ${seconds(saidMs)}`,
      ]
      return `${side} ${parts.join(', ')}`
    })
    .join(' | ')
}

/** As the README shows it: Markdown. */
function toTable(all: readonly Result[]): string {
  const head = [
    '| outage | runs | sound back, p50 / p95 | goal | picture steady, p50 / p95 | goal | new attempts | calls lost |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ]
  const rows = all.map(({ goal, recoveries, lost }) => {
    const spread = (of: 'soundBackMs' | 'steadyMs') => {
      // What never came back is later than anything that did.
      const values = recoveries.map((one) => one[of] ?? Number.POSITIVE_INFINITY)
      return `${seconds(percentile(values, 0.5))} / ${seconds(percentile(values, 0.95))}`
    }
    const attempts = recoveries.reduce((sum, one) => sum + one.attempts, 0)
    return `| ${goal.title} | ${recoveries.length / 2} | ${spread('soundBackMs')} | ${seconds(goal.soundMs)} | ${spread('steadyMs')} | ${seconds(goal.steadyMs)} | ${attempts} | ${lost} |`
  })
  return [...head, ...rows].join('\n')
}

function seconds(ms: number | null): string {
  if (ms === null) return 'never'
  return Number.isFinite(ms) ? `${(ms / 1000).toFixed(2)} s` : 'never'
}
