/** When a message that could not be sent is tried again, and when no more. */

/** Long enough for a server that restarts, or that greylists, to have come back. */
const firstDelayMs = 30_000
/** A mail server that was down all morning gets its mail within the hour. */
const longestDelayMs = 60 * 60_000
/** Whoever plans must still have time to telephone: RFC 5321, 4.5.4.1 says four days, for mails that nobody waits for. */
const patienceMs = 3 * 24 * 60 * 60_000

/** Returns the delay before the next try. `chance` in [0, 1) spreads those that failed together over half the delay. */
export function retryDelayMs(failedAttempts: number, chance: number): number {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failedAttempts - 1, 20))
  return Math.round(delay * (0.5 + chance / 2))
}

export function isPatienceOver(queuedAt: number, now: number): boolean {
  return now - queuedAt >= patienceMs
}
