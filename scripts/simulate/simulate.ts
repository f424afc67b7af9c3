/** `npm run simulate`: a pilot day, lived through by the real server and by people who are scripts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { liveThrough } from './day.ts'
import { readOptions, usage, type SimulateOptions } from './options.ts'
import { objections, renderDay } from './summary.ts'

/** Returns what is printed, and whether all agreed. */
export async function simulate(
  options: SimulateOptions,
): Promise<{ readonly text: string; readonly agrees: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'visite-simulate-'))
  try {
    const day = await liveThrough({ ...options, dataDir: folder })
    const against = objections(day)
    const lines = [
      `A pilot day of ${options.workers} workers, seed ${options.seed}`,
      ...renderDay(day),
      against.length === 0
        ? 'The database says the same, and its audit log is whole.'
        : `Not so:\n${against.map((sentence) => `  ${sentence}`).join('\n')}`,
    ]
    return { text: lines.join('\n'), agrees: against.length === 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function main(words: readonly string[]): Promise<number> {
  const parsed = readOptions(words)
  if (!parsed.ok) {
    console.error(`${parsed.sentence}\n${usage}`)
    return 1
  }
  const { text, agrees } = await simulate(parsed.options)
  console.log(text)
  return agrees ? 0 : 1
}
