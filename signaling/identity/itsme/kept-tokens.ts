/**
 * ID tokens that wait for the page they were signed for, which may fetch each once. In memory alone: they tell a name and a
 * birth date, which are written down nowhere. A server that starts anew has forgotten them, and the page goes without.
 */
import type { Clock } from '../../clock.ts'

export type KeptTokens = ReturnType<typeof createKeptTokens>

/** The page asks when its call begins; a physician's browser believes no older one (`client/trust/check-identity.ts`). */
const keptMs = 4 * 60 * 60_000

export function createKeptTokens(clock: Clock) {
  const kept = new Map<string, { readonly idToken: string; readonly until: number }>()

  return {
    /** `loginKey`: of the login that the identification gave. */
    keep(loginKey: string, idToken: string): void {
      const now = clock.now()
      for (const [key, { until }] of kept) if (until <= now) kept.delete(key)
      kept.set(loginKey, { idToken, until: now + keptMs })
    },

    /** Null when there is none, or no longer. */
    take(loginKey: string): string | null {
      const found = kept.get(loginKey)
      kept.delete(loginKey)
      return found !== undefined && found.until > clock.now() ? found.idToken : null
    },
  }
}
