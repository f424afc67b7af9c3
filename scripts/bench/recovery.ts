/**
 * `npm run bench -- recovery [--runs 20] [--only NAME,NAME] [--calls 1] [--json FILE]`: each outage again and again, in the
 * laboratory, its cost on both sides beside the goal. The sides take turns in being the one whose network fails. A call
 * serves for many runs; two calls at a time wait for long outages in half the time, where there are processors for both.
 * Each row is printed, and the file written, as soon as it is measured.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { goalNames, goals } from '../lab/goals.ts'
import { canOpenLab } from '../lab/lab.ts'
import { inWords, tableHead, toRow, type Result } from './recovery-table.ts'
import { measureRuns } from './recovery-runs.ts'

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    only: { type: 'string', default: goalNames.join(',') },
    calls: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
})
const wanted = options.only.split(',')
const unknown = wanted.filter((name) => !(goalNames as string[]).includes(name))
if (unknown.length > 0) {
  console.error(`No such outage: ${unknown.join(', ')}. There are ${goalNames.join(', ')}.`)
  process.exit(1)
}
if (!canOpenLab) {
  console.error('The laboratory needs root, network namespaces, Chromium, coturn, nft and openssl.')
  process.exit(1)
}
const counts = { runs: Number(options.runs), calls: Number(options.calls) }
const results: Result[] = []
for (const name of goalNames.filter((each) => wanted.includes(each))) {
  const startedAt = Date.now()
  const outcomes = await measureRuns(name, counts, (run, side, outcome) => {
    console.log(`${name} ${run + 1} (${side}): ${inWords(outcome)}`)
  })
  const result: Result = { name, goal: goals[name], outcomes }
  results.push(result)
  console.log(`${name} took ${((Date.now() - startedAt) / 60_000).toFixed(1)} min`)
  console.log([...tableHead, toRow(result)].join('\n'))
  if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(results, null, 1))
}
console.log([...tableHead, ...results.map(toRow)].join('\n'))
