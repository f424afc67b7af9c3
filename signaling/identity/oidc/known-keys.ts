/**
 * The keys by which a provider signs, kept from one person to the next. The library reads them anew once they are five minutes old,
 * or a minute where a token names a key that is not among them: a key that it changes in mid-morning is found by the first who comes
 * with it, and tokens with invented names of keys do not make us ask it each time.
 */
import * as oidc from 'openid-client'
import type { Clock } from '../../clock.ts'

export function createKnownKeys(clock: Clock) {
  let known: { readonly jwks: oidc.ExportedJWKSCache['jwks']; readonly readAt: number } | null =
    null
  const nowS = () => Math.floor(Date.now() / 1000)

  return {
    /** Runs what needs the keys with a configuration that knows them already. */
    async during<Result>(
      configuration: oidc.Configuration,
      work: () => Promise<Result>,
    ): Promise<Result> {
      let lentUat = 0
      if (known !== null) {
        // The library counts by the system's clock.
        lentUat = nowS() - Math.floor((clock.now() - known.readAt) / 1000)
        oidc.setJwksCache(configuration, { jwks: known.jwks, uat: lentUat })
      }
      try {
        return await work()
      } finally {
        const after = oidc.getJwksCache(configuration)
        if (after !== undefined && after.uat !== lentUat) {
          known = { jwks: after.jwks, readAt: clock.now() }
        }
      }
    },
  }
}
