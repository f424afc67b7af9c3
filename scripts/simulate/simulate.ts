/** `npm run simulate`: a pilot day, lived through by the real server and by people who are scripts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { liveThrough, type Day } from './day.ts'
import { readOptions, usage, type SimulateOptions } from './options.ts'
import { objections, renderComparison, renderDay } from './summary.ts'

/** Returns what is printed, and whether the people and the database agreed. */
export async function simulate(
  options: SimulateOptions,
): Promise<{ readonly text: string; readonly agrees: boolean }> {
  const day = await live(options)
  const without = options.refill ? await live({ ...options, refill: false }) : null
  const against = [day, without].flatMap((each) => (each === null ? [] : objections(each)))
  const { workers, seed } = options
  const lines = [
    `A pilot day of ${workers} workers, seed ${seed}`,
    ...renderDay(day),
    ...(without === null ? [] : renderComparison(day, without)),
    against.length === 0
      ? 'The database says the same, and its audit log is whole.'
      : `Not so:\n${against.map((sentence) => `  ${sentence}`).join('\n')}`,
  ]
  return { text: lines.join('\n'), agrees: against.length === 0 }
}

/** On a database of its own, which is thrown away. */
export async function live(options: SimulateOptions): Promise<Day> {
  const dataDir = mkdtempSync(join(tmpdir(), 'visite-simulate-'))
  try {
    return await liveThrough({ ...options, dataDir })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) {
    console.log(usage)
    return 0
  }
  const parsed = readOptions(words)
  if (!parsed.ok) {
    console.error(`${parsed.sentence}\n${usage}`)
    return 1
  }
  const { text, agrees } = await simulate(parsed.options)
  console.log(text)
  return agrees ? 0 : 1
}
