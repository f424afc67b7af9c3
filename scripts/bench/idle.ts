/** A benchmark on a busy machine measures the machine: this waits until it is calm, or says how busy it stayed. */
import { readFileSync } from 'node:fs'

const windowMs = 300

/** Returns the share of time, 0 to 1, that the processors were idle in the last window before it went on. */
export async function waitUntilCalm(atLeast = 0.7, patienceMs = 15_000): Promise<number> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const before = readTimes()
    await new Promise((resolve) => setTimeout(resolve, windowMs))
    const after = readTimes()
    const idle = (after.idle - before.idle) / Math.max(1, after.all - before.all)
    if (idle >= atLeast || Date.now() > deadline) return idle
  }
}

/** proc(5): the first line sums over all processors; the fourth and fifth numbers are idle time. */
function readTimes() {
  const [, ...numbers] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/)
  const ticks = numbers.map(Number)
  return {
    all: ticks.reduce((sum, each) => sum + each, 0),
    idle: (ticks[3] ?? 0) + (ticks[4] ?? 0),
  }
}
