/**
 * Asks itsme who somebody is: OpenID Connect's authorization code with PKCE, as itsme wants it. Our request is signed and
 * encrypted, so that nobody on the way can change the level that we ask for; its answer is encrypted and signed. Names and
 * birth date come in the ID token: there is nothing else to fetch, and no national number is asked for.
 *
 * The tokens' times are judged by the system's clock.
 */
import { createHash, randomUUID } from 'node:crypto'
import { CompactEncrypt, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose'
import * as oidc from 'openid-client'
import type { Clock } from '../../clock.ts'
import type { Locale } from '../../protocol/primitives.ts'
import type { ProviderKeys } from '../../protocol/provider-keys.ts'
import type { Claimed } from '../../rules/same-person.ts'
import type { ItsmeConfig } from '../../settings/itsme.ts'
import type { OidcChecks } from '../oidc/checks.ts'
import { OidcFailure, toOidcFailure } from '../oidc/failure.ts'
import { createKnownKeys } from '../oidc/known-keys.ts'
import { createProvider } from '../oidc/provider.ts'
import { readClaims } from './claims.ts'
import type { ItsmeKeys } from './key-file.ts'
import { decryptingKeys, publicKeys, signingKey, type ItsmeKey, type PublicKey } from './keys.ts'
import { createPins } from './pinned-keys.ts'
import { isForEncryption, keysOf, type EncryptionKey } from './published-keys.ts'

export interface ItsmeAnswer {
  readonly claimed: Claimed
  /** As itsme signed it, without the encryption around: whoever has its keys can check it anew. */
  readonly idToken: string
}

export interface Itsme {
  readonly acr: string
  /** itsme's own, with which it signs, and who it takes us for. Throws `OidcFailure`. */
  providerKeys(): Promise<ProviderKeys>
  /** Our public keys, for itsme. */
  publicKeys(): Promise<{ keys: PublicKey[] }>
  /** Returns the address to which the browser goes. Throws `OidcFailure`, or `SecretsError` where our own keys are at fault. */
  addressFor(checks: OidcChecks, locale: Locale): Promise<string>
  /** Returns what itsme says of the person; `query` is that of the address at which the browser came back. Throws as `addressFor` does. */
  answerFrom(query: string, checks: OidcChecks): Promise<ItsmeAnswer>
}

export interface ItsmeOptions {
  readonly config: ItsmeConfig
  readonly publicUrl: string
  readonly keys: ItsmeKeys
  readonly clock: Clock
  readonly fetch?: oidc.CustomFetch
  readonly timeoutS?: number
}

export const callbackPath = '/api/itsme/callback'

/** For as long as the request takes to get there. */
const requestValid = '2 minutes'
const contentEncryptions = ['A128CBC-HS256', 'A256CBC-HS512', 'A128GCM', 'A256GCM']

export function createItsme(options: ItsmeOptions): Itsme {
  const { config, publicUrl, keys, clock } = options
  const { issuer, clientId, serviceCode, acr, pinnedKeys = [] } = config
  const redirectUri = `${publicUrl}${callbackPath}`
  const provider = createProvider({ ...options, issuer, clientId })
  const knownKeys = createKnownKeys(clock)
  const pins = createPins(pinnedKeys)

  /** Made anew each time: our keys may have changed, and itsme's are read when they are needed. */
  async function configure(own: readonly ItsmeKey[]): Promise<oidc.Configuration> {
    const server = await provider.discover()
    const signing = signingKey(own, clock.now())
    const configuration = new oidc.Configuration(
      server,
      clientId,
      { id_token_signed_response_alg: 'RS256', [oidc.clockTolerance]: 30 },
      oidc.PrivateKeyJwt(
        { key: await importKey(signing.jwk, 'RS256'), kid: signing.kid },
        {
          // The token endpoint, where RFC 7523 and the library would take the issuer.
          [oidc.modifyAssertion]: (_header, payload) => {
            payload['aud'] = server.token_endpoint
          },
        },
      ),
    )
    provider.prepare(configuration)
    const decrypting = decryptingKeys(own, clock.now()).map(async ({ jwk, kid }) => ({
      key: await importKey(jwk, 'RSA-OAEP-256'),
      kid,
      alg: 'RSA-OAEP-256',
    }))
    oidc.enableDecryptingResponses(
      configuration,
      contentEncryptions,
      ...(await Promise.all(decrypting)),
    )
    return configuration
  }

  async function signRequest(
    request: Readonly<Record<string, unknown>>,
    own: readonly ItsmeKey[],
  ): Promise<string> {
    const signing = signingKey(own, clock.now())
    return new SignJWT({ ...request })
      .setProtectedHeader({ alg: 'RS256', kid: signing.kid, typ: 'oauth-authz-req+jwt' })
      .setIssuer(clientId)
      .setAudience(issuer)
      .setIssuedAt()
      .setExpirationTime(requestValid)
      .setJti(randomUUID())
      .sign(await importKey(signing.jwk, 'RS256'))
  }

  async function encryptForItsme(jwt: string, server: oidc.ServerMetadata): Promise<string> {
    const key = await readEncryptionKey(server.jwks_uri)
    return new CompactEncrypt(new TextEncoder().encode(jwt))
      .setProtectedHeader({
        alg: 'RSA-OAEP-256',
        enc: 'A128CBC-HS256',
        cty: 'JWT',
        ...(key.kid !== undefined && { kid: key.kid }),
      })
      .encrypt(await importKey(key, 'RSA-OAEP-256'))
  }

  async function readEncryptionKey(jwksUri: string | undefined): Promise<EncryptionKey> {
    const key = (await readKeys(jwksUri)).find(isForEncryption)
    if (key === undefined) throw new OidcFailure('failed', 'no-encryption-key')
    return key
  }

  async function readKeys(jwksUri: string | undefined): Promise<readonly unknown[]> {
    if (jwksUri === undefined) throw new OidcFailure('failed', 'no-jwks-uri')
    const reply = await provider.get(jwksUri)
    if (!reply.ok) throw new OidcFailure('unavailable', 'jwks-status')
    return keysOf(await reply.json())
  }

  return {
    acr,

    async providerKeys() {
      try {
        const keys = await pins.counting(await readKeys((await provider.discover()).jwks_uri))
        return { issuer, clientId, pinned: pins.areSet, keys: keys.slice(0, 20) }
      } catch (error) {
        throw toOidcFailure(error)
      }
    },

    publicKeys: async () => ({ keys: publicKeys(await keys.read(), clock.now()) }),

    async addressFor({ state, nonce, codeVerifier }, locale) {
      // Outside what itsme can fail at: where our keys cannot be read, the administrator is to read why.
      const own = await keys.read()
      try {
        const configuration = await configure(own)
        const request = {
          response_type: 'code',
          client_id: clientId,
          redirect_uri: redirectUri,
          scope: `openid service:${serviceCode}`,
          state,
          nonce,
          code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
          code_challenge_method: 'S256',
          acr_values: acr,
          prompt: 'login',
          ui_locales: locale,
          claims: { id_token: askedClaims },
        }
        const jwt = await signRequest(request, own)
        const sealed = await encryptForItsme(jwt, configuration.serverMetadata())
        // Outside it stands only what OpenID Connect wants to be there as well (Core 1.0, 6.1).
        const { response_type, scope, redirect_uri } = request
        return oidc.buildAuthorizationUrl(configuration, {
          response_type,
          scope,
          redirect_uri,
          request: sealed,
        }).href
      } catch (error) {
        throw toOidcFailure(error)
      }
    },

    async answerFrom(query, { state, nonce, codeVerifier }) {
      const own = await keys.read()
      try {
        const configuration = await configure(own)
        const address = new URL(`${redirectUri}?${query}`)
        const tokens = await knownKeys.during(configuration, () =>
          oidc.authorizationCodeGrant(configuration, address, {
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: codeVerifier,
            idTokenExpected: true,
          }),
        )
        // Names that travelled open were read by whoever stands between.
        const idToken = oidc.getDecryptedResponses(tokens)?.id_token?.token_endpoint
        if (idToken === undefined) throw new OidcFailure('failed', 'not-encrypted')
        await pins.check(idToken, oidc.getJwksCache(configuration)?.jwks.keys ?? [])
        return { claimed: readClaims(tokens.claims(), acr), idToken }
      } catch (error) {
        throw toOidcFailure(error)
      }
    },
  }
}

/** As itsme names them. */
const askedClaims = {
  name: null,
  given_name: null,
  family_name: { essential: true },
  birthdate: null,
  birthdate_as_string: null,
}

async function importKey(jwk: JWK, alg: string): Promise<CryptoKey> {
  const key = await importJWK(jwk, alg)
  if (key instanceof Uint8Array) throw new OidcFailure('failed', 'not-a-key-pair')
  return key
}
