/** How long to wait between tries to connect, and how long one try may take. Milliseconds. */

const firstMs = 500
/** After a minute without network people look at the screen: five seconds are bearable then. */
const longestMs = 5_000

/** `failures` counts from 1. Spread by a quarter, so that a restarted server does not meet everyone in one moment. */
export function retryDelayMs(failures: number, random: () => number): number {
  const delay = Math.min(longestMs, firstMs * 2 ** (failures - 1))
  return delay * (0.75 + random() / 2)
}

/**
 * A healthy network answers within 3 s. Chromium holds new sockets back after many failures, up to 5 s from the
 * sixteenth on: a shorter limit would then never let one through.
 */
export function connectLimitMs(failures: number): number {
  return failures < 10 ? 3_000 : 8_000
}
