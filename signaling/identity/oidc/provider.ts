/** An OpenID Connect provider as it describes itself: found at its address, kept for an hour, asked with patience that ends. */
import * as oidc from 'openid-client'
import type { Clock } from '../../clock.ts'
import { OidcFailure } from './failure.ts'

export interface ProviderOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clock: Clock
  readonly fetch?: oidc.CustomFetch
  /** How long it may take for one answer. A person looks at a white page meanwhile: then rather another way. */
  readonly timeoutS?: number
}

const usualTimeoutS = 8
/** Its addresses hardly ever change. */
const discoveryKeptMs = 60 * 60_000

export type Provider = ReturnType<typeof createProvider>

export function createProvider({ issuer, clientId, clock, ...options }: ProviderOptions) {
  const { fetch: fetchWith = fetchFromNetwork, timeoutS = usualTimeoutS } = options
  const isLocal = issuer.startsWith('http:')
  let discovered: { readonly at: number; readonly server: oidc.ServerMetadata } | null = null

  return {
    /** Throws what the library throws, and `OidcFailure`. */
    async discover(): Promise<oidc.ServerMetadata> {
      if (discovered !== null && clock.now() - discovered.at < discoveryKeptMs) {
        return discovered.server
      }
      const found = await oidc.discovery(new URL(issuer), clientId, undefined, undefined, {
        timeout: timeoutS,
        [oidc.customFetch]: fetchWith,
        execute: isLocal ? [oidc.allowInsecureRequests] : [],
      })
      const server = found.serverMetadata()
      // The library compares addresses, not texts; an ID token is compared with what is written there.
      if (server.issuer !== issuer) throw new OidcFailure('failed', 'issuer-differs')
      discovered = { at: clock.now(), server }
      return server
    },

    /** How it is asked; and that what it signs is checked, although it came from itself over TLS. */
    prepare(configuration: oidc.Configuration): void {
      configuration.timeout = timeoutS
      configuration[oidc.customFetch] = fetchWith
      if (isLocal) oidc.allowInsecureRequests(configuration)
      oidc.enableNonRepudiationChecks(configuration)
    },

    get: (url: string): Promise<Response> =>
      fetchWith(url, {
        method: 'GET',
        headers: { accept: 'application/json' },
        body: undefined,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutS * 1000),
      }),
  }
}

const fetchFromNetwork: oidc.CustomFetch = (url, { body = null, signal = null, ...init }) =>
  fetch(url, { ...init, body: body instanceof Uint8Array ? Uint8Array.from(body) : body, signal })
