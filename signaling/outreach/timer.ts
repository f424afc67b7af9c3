/** Waking up later, passed in so that tests need not sleep. */

/** Runs the work once after the delay; the returned function calls it off. */
export type SetTimer = (delayMs: number, work: () => void) => () => void

export const systemTimer: SetTimer = (delayMs, work) => {
  const timer = setTimeout(work, delayMs)
  return () => clearTimeout(timer)
}
