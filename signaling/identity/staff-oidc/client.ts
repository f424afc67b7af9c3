/**
 * Asks the service's own identity provider who a member of its staff is: OpenID Connect's authorization code with PKCE. It
 * says who, and nothing of what they may do here.
 *
 * The tokens' times are judged by the system's clock.
 */
import { createHash } from 'node:crypto'
import * as oidc from 'openid-client'
import type { Clock } from '../../clock.ts'
import type { Locale } from '../../protocol/primitives.ts'
import type { StaffOidcConfig } from '../../settings/staff-oidc.ts'
import type { OidcChecks } from '../oidc/checks.ts'
import { OidcFailure, toOidcFailure } from '../oidc/failure.ts'
import { createKnownKeys } from '../oidc/known-keys.ts'
import { createProvider } from '../oidc/provider.ts'

/** Who somebody is to the provider. */
export interface Named {
  /** Theirs for ever, where an address may become another's (OpenID Connect Core 1.0, 5.7). */
  readonly subject: string
  /**
   * Null: none of which the provider says that it is theirs. Asks it, where its token does not tell: only for whom it is needed.
   * Throws `OidcFailure`.
   */
  email(): Promise<string | null>
}

export interface StaffOidc {
  readonly issuer: string
  /** Returns the address to which the browser goes. Throws `OidcFailure`. */
  addressFor(checks: OidcChecks, locale: Locale): Promise<string>
  /** Returns who came; `query` is that of the address at which the browser came back. Throws `OidcFailure`. */
  answerFrom(query: string, checks: OidcChecks): Promise<Named>
}

export interface StaffOidcOptions {
  readonly config: StaffOidcConfig
  /** What the file holds that the configuration names. */
  readonly secret: string
  readonly publicUrl: string
  readonly clock: Clock
  readonly fetch?: oidc.CustomFetch
  readonly timeoutS?: number
}

/** Not that of itsme: an answer of one provider cannot be given out as the other's (RFC 9700, 4.4.2). */
export const staffCallbackPath = '/api/staff-oidc/callback'

export function createStaffOidc(options: StaffOidcOptions): StaffOidc {
  const { config, secret, publicUrl, clock } = options
  const { issuer, clientId } = config
  const redirectUri = `${publicUrl}${staffCallbackPath}`
  const provider = createProvider({ ...options, issuer, clientId })
  const knownKeys = createKnownKeys(clock)

  async function configure(): Promise<oidc.Configuration> {
    const configuration = new oidc.Configuration(
      await provider.discover(),
      clientId,
      // What every provider can do (OpenID Connect Core 1.0, 15.1).
      { id_token_signed_response_alg: 'RS256', [oidc.clockTolerance]: 30 },
      // So is this way to show the secret (RFC 6749, 2.3.1).
      oidc.ClientSecretBasic(secret),
    )
    provider.prepare(configuration)
    return configuration
  }

  return {
    issuer,

    async addressFor({ state, nonce, codeVerifier }, locale) {
      try {
        return oidc.buildAuthorizationUrl(await configure(), {
          redirect_uri: redirectUri,
          scope: 'openid email',
          state,
          nonce,
          code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
          code_challenge_method: 'S256',
          // Whoever signed out here is out: the next person at the same screen is asked who they are.
          prompt: 'login',
          ui_locales: locale,
        }).href
      } catch (error) {
        throw toOidcFailure(error)
      }
    },

    async answerFrom(query, { state, nonce, codeVerifier }) {
      try {
        const configuration = await configure()
        const tokens = await knownKeys.during(configuration, () =>
          oidc.authorizationCodeGrant(configuration, new URL(`${redirectUri}?${query}`), {
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: codeVerifier,
            idTokenExpected: true,
          }),
        )
        const claims = tokens.claims()
        if (claims === undefined) throw new OidcFailure('failed', 'no-id-token')
        const { sub } = claims
        if (sub.length > longestSubject) throw new OidcFailure('failed', 'subject-too-long')
        // Some say the address in the token, others only where they are asked for it.
        const isToldThere = claims['email'] === undefined && canBeAsked(configuration)
        return {
          subject: sub,
          email: async () =>
            confirmedEmail(
              isToldThere ? await ask(configuration, tokens.access_token, sub) : claims,
            ),
        }
      } catch (error) {
        throw toOidcFailure(error)
      }
    },
  }
}

/** OpenID Connect Core 1.0, 2. */
const longestSubject = 255

async function ask(
  configuration: oidc.Configuration,
  accessToken: string,
  subject: string,
): Promise<oidc.UserInfoResponse> {
  try {
    return await oidc.fetchUserInfo(configuration, accessToken, subject)
  } catch (error) {
    throw toOidcFailure(error)
  }
}

function canBeAsked(configuration: oidc.Configuration): boolean {
  return configuration.serverMetadata().userinfo_endpoint !== undefined
}

function confirmedEmail(claims: Readonly<Record<string, unknown>>): string | null {
  const { email, email_verified: isConfirmed } = claims
  return typeof email === 'string' && isConfirmed === true ? email : null
}
