/** Runs something once after a while; returns the function that calls it off. Passed in, so that tests hold the time. */
export type After = (ms: number, run: () => void) => () => void

export const browserAfter: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
