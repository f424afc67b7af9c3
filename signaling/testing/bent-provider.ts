/**
 * An OpenID Connect provider that answers as a test wants it to: rightly, until it is bent. It is asked through `fetch` alone,
 * so there is no network, and one RSA key serves everybody: making one takes longer than all the rest.
 */
import {
  base64url,
  CompactEncrypt,
  compactDecrypt,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose'
import type { CustomFetch } from 'openid-client'
import type { ItsmeKey } from '../identity/itsme/keys.ts'
import type { OidcChecks } from '../identity/oidc/checks.ts'

export const issuer = 'https://itsme.example/v2'
export const clientId = 'visite'

/** What it does otherwise than it should. */
export interface Bend {
  /** Changes what it says of the person; `undefined` leaves a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>
  readonly signing?: 'none' | 'hmac-with-public-key' | 'damaged'
  /** The name of the key that signs. */
  readonly kid?: string
  readonly encryption?: 'none' | 'for-another-key'
  /** Instead of the token: status and body. */
  readonly reply?: { readonly status: number; readonly body: string }
  readonly network?: 'down' | 'silent'
  readonly discovery?: Readonly<Record<string, unknown>>
  /** Published instead of its keys. */
  readonly published?: unknown
}

const secret = await makeKey()

async function makeKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return exportJWK(privateKey)
}

/** Both of our own uses, and the provider's, of the one key. */
export const ownKeys: readonly ItsmeKey[] = (['sig', 'enc'] as const).map((use) => ({
  use,
  kid: `our-${use}`,
  madeAt: 0,
  jwk: secret,
}))

export function createBentProvider() {
  const asked: string[] = []
  const assertions: JWTPayload[] = []
  let bend: Bend = {}
  let kid = 'sig-1'
  let nonce = ''

  async function idToken(): Promise<string> {
    const nowS = Math.floor(Date.now() / 1000)
    const rightly = {
      iss: issuer,
      aud: clientId,
      sub: 'lv5k9hv0jjk8wfgeyz1pbsf6vwkfsy1qgqmp',
      iat: nowS,
      exp: nowS + 300,
      nonce,
      given_name: 'Anna',
      family_name: 'Peeters',
      birthdate: '1985-03-14',
    }
    const claims = Object.fromEntries(
      Object.entries({ ...rightly, ...bend.claims }).filter(([, value]) => value !== undefined),
    )
    const signed = await sign(claims, bend.signing, bend.kid ?? kid)
    if (bend.encryption === 'none') return signed
    return new CompactEncrypt(new TextEncoder().encode(signed))
      .setProtectedHeader({
        alg: 'RSA-OAEP-256',
        enc: 'A128CBC-HS256',
        cty: 'JWT',
        kid: bend.encryption === 'for-another-key' ? 'whose' : 'our-enc',
      })
      .encrypt(await keyFor('RSA-OAEP-256', toPublic()))
  }

  async function answer(url: string, body: string): Promise<Response> {
    if (url.endsWith('/.well-known/openid-configuration')) {
      return Response.json({
        issuer,
        authorization_endpoint: `${issuer}/authorization`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwkSet`,
        response_types_supported: ['code'],
        ...bend.discovery,
      })
    }
    if (url.endsWith('/jwkSet')) {
      if (bend.published !== undefined) return Response.json(bend.published)
      return Response.json({
        keys: [
          { ...toPublic(), use: 'sig', alg: 'RS256', kid },
          { ...toPublic(), use: 'enc', alg: 'RSA-OAEP-256', kid: 'enc-1' },
        ],
      })
    }
    assertions.push(decodeJwt(new URLSearchParams(body).get('client_assertion') ?? ''))
    if (bend.reply !== undefined) {
      const headers = { 'content-type': 'application/json' }
      return new Response(bend.reply.body, { status: bend.reply.status, headers })
    }
    return Response.json({
      access_token: 'not used',
      token_type: 'Bearer',
      id_token: await idToken(),
    })
  }

  const fetch: CustomFetch = async (url, { body, signal }) => {
    asked.push(url.slice(issuer.length))
    if (bend.network === 'down') throw new TypeError('fetch failed')
    if (bend.network === 'silent') return untilAborted(signal)
    return answer(url, body instanceof URLSearchParams ? body.toString() : '')
  }

  return {
    fetch,
    /** The paths that were asked for, in order. */
    asked,
    /** What we said of ourselves at the token endpoint. */
    assertions,
    bend(next: Bend) {
      bend = next
    },
    /** From now on it signs with a key of another name. */
    rotate(next: string) {
      kid = next
    },
    /** The person has said yes: the address's query at which their browser comes back. */
    returns(checks: OidcChecks, changed: Readonly<Record<string, string>> = {}): string {
      nonce = checks.nonce
      return new URLSearchParams({ code: 'c0de', state: checks.state, ...changed }).toString()
    },
    /** Opens the request that stands in an address. */
    async readRequest(address: string): Promise<{ header: unknown; claims: JWTPayload }> {
      const sealed = new URL(address).searchParams.get('request') ?? ''
      const opened = await compactDecrypt(sealed, await keyFor('RSA-OAEP-256', secret))
      const header: unknown = opened.protectedHeader
      return { header, claims: decodeJwt(new TextDecoder().decode(opened.plaintext)) }
    },
  }
}

async function sign(claims: JWTPayload, how: Bend['signing'], kid: string): Promise<string> {
  if (how === 'none') return new UnsecuredJWT(claims).encode()
  if (how === 'hmac-with-public-key') {
    const known = base64url.decode(secret.n ?? '')
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(known)
  }
  const jwt = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid })
    .sign(await keyFor('RS256', secret))
  if (how !== 'damaged') return jwt
  const [header, , signature] = jwt.split('.')
  return [
    header,
    base64url.encode(JSON.stringify({ ...claims, given_name: 'Eva' })),
    signature,
  ].join('.')
}

function toPublic(): JWK {
  const { kty = '', n = '', e = '' } = secret
  return { kty, n, e }
}

async function keyFor(alg: string, jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, alg)
  if (key instanceof Uint8Array) throw new Error('not an RSA key')
  return key
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error))
  })
}
