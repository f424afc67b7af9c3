/** Tries until it succeeds: to fetch what the page cannot do without, to say what the server must hear. */

const firstRestMs = 1_000
const longestRestMs = 15_000

export interface PersevereOptions {
  /** Called after each attempt that failed. */
  readonly failed?: () => void
  /** Resolves after that time, or earlier where there is reason to hope. */
  readonly rest?: (ms: number) => Promise<void>
}

/** Resolves with the first attempt that succeeds. Rests 1, 2, 4 … and at most 15 seconds; the network's return ends a rest. */
export async function persevere<T>(
  attempt: () => Promise<T>,
  { failed = () => {}, rest = restUntilOnline }: PersevereOptions = {},
): Promise<T> {
  for (let restMs = firstRestMs; ; restMs = Math.min(restMs * 2, longestRestMs)) {
    try {
      return await attempt()
    } catch {
      failed()
      await rest(restMs)
    }
  }
}

function restUntilOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    addEventListener('online', end)
  })
}
