// @ts-check
/**
 * Preloaded into a server (`node --import`): measures how long its event loop lets things wait, from two seconds after the
 * start on, when a first crowd may have come. On SIGUSR2 it prints the 99th percentile.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'

const settledMs = 2_000
const nanoseconds = 1e6

const delay = monitorEventLoopDelay({ resolution: 10 })
setTimeout(() => delay.enable(), settledMs).unref()
process.on('SIGUSR2', () => {
  console.log(`loop delay p99 ${Math.round(delay.percentile(99) / nanoseconds)} ms`)
})
