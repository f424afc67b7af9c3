/**
 * A real OpenID Connect provider, set up as itsme's documentation says that itsme is, for the demonstration and the tests. It
 * asks for no secret: whoever comes says who they would like to be. Its pages say that it is not itsme.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Configuration } from 'oidc-provider'
import { renderPage } from './page.ts'
import { claimsOf, type Person } from './person.ts'

export interface StandIn {
  readonly issuer: string
  readonly clientId: string
  readonly serviceCode: string
  close(): Promise<void>
}

export interface StandInOptions {
  /** Of the Visite that asks: its keys and its callback are found there. */
  readonly publicUrl: string
  /** Who can be chosen; asked for each page. */
  readonly people: () => Promise<readonly Person[]>
}

const clientId = 'visite-sample'
const serviceCode = 'VISITE_SAMPLE'
const host = '127.0.0.1'
/** itsme's addresses begin with it. */
const base = '/v2'

/** Another site than localhost, for a browser: cookies behave as they will. */
export async function startStandIn({ publicUrl, people }: StandInOptions): Promise<StandIn> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  const issuer = `http://${host}:${port}${base}`
  const configuration = await configure(publicUrl, issuer, people)
  const provider = await quietly(async () => {
    const { Provider } = await import('oidc-provider')
    return new Provider(issuer, configuration)
  })
  const answer = provider.callback()

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params, prompt } = await provider.interactionDetails(request, response)
    const chosen = request.method === 'POST' ? await readForm(request) : null
    if (chosen === null) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(renderPage(await people(), textIn(params, 'ui_locales')))
      return
    }
    const accountId = chosen.get('person')
    if (accountId === null) {
      return provider.interactionFinished(request, response, { error: 'access_denied' })
    }
    const grant = new provider.Grant({ accountId, clientId })
    grant.addOIDCScope(textIn(params, 'scope'))
    // Claims that are asked for one by one are granted one by one.
    grant.addOIDCClaims(askable)
    const acr = textIn(params, 'acr_values')
    return provider.interactionFinished(request, response, {
      login: { accountId, acr, remember: false },
      ...(prompt.name === 'login' || prompt.name === 'consent'
        ? { consent: { grantId: await grant.save() } }
        : {}),
    })
  }

  server.on('request', (request: IncomingMessage & { originalUrl?: string }, response) => {
    request.originalUrl = request.url ?? ''
    request.url = request.originalUrl.slice(base.length) || '/'
    const done = request.url.startsWith('/choose/')
      ? interact(request, response)
      : answer(request, response)
    Promise.resolve(done).catch(() => {
      if (!response.headersSent) response.writeHead(400)
      response.end()
    })
  })

  return {
    issuer,
    clientId,
    serviceCode,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const askable = ['name', 'given_name', 'family_name', 'birthdate', 'birthdate_as_string']

async function configure(
  publicUrl: string,
  issuer: string,
  people: StandInOptions['people'],
): Promise<Configuration> {
  return {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [`${publicUrl}/api/itsme/callback`],
        jwks_uri: `${publicUrl}/api/itsme/jwks`,
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'RS256',
        id_token_signed_response_alg: 'RS256',
        id_token_encrypted_response_alg: 'RSA-OAEP-256',
        id_token_encrypted_response_enc: 'A128CBC-HS256',
        request_object_signing_alg: 'RS256',
        request_object_encryption_alg: 'RSA-OAEP-256',
        request_object_encryption_enc: 'A128CBC-HS256',
        require_signed_request_object: true,
      },
    ],
    jwks: { keys: await Promise.all([makeKey('sig', 'RS256'), makeKey('enc', 'RSA-OAEP-256')]) },
    acrValues: ['basic', 'advanced'].map((level) => `http://itsme.services/v2/claim/acr_${level}`),
    scopes: ['openid', `service:${serviceCode}`],
    claims: Object.fromEntries(askable.map((claim) => [claim, null])),
    features: {
      devInteractions: { enabled: false },
      encryption: { enabled: true },
      requestObjects: { enabled: true },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: { enabled: false },
    },
    routes: { authorization: '/authorization', token: '/token', jwks: '/jwkSet' },
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: 180,
      IdToken: 300,
      Interaction: 600,
      Session: 600,
      Grant: 600,
      AccessToken: 600,
    },
    interactions: { url: (_ctx, { uid }) => `${base}/choose/${uid}` },
    // Our keys are on this machine too, where the library's own dispatcher refuses to look.
    fetch: (url, { method = 'GET', headers = {}, signal = null } = {}) =>
      fetch(url, { method, headers, signal }),
    // itsme wants the token endpoint; this library alone would take the issuer as well.
    assertJwtClientAuthClaimsAndHeader: async (_ctx, claims) => {
      if (claims['aud'] === `${issuer}/token`) return
      const { errors } = await import('oidc-provider')
      throw new errors.InvalidClientAuth('the audience is not the token endpoint')
    },
    findAccount: async (_ctx, id) => {
      const person = (await people()).find((each) => each.id === id)
      return person && { accountId: id, claims: () => Promise.resolve(claimsOf(person)) }
    },
  }
}

/** It warns of what a stand-in may do: to keep nothing, and to run on the oldest Node that Visite runs on. */
async function quietly<Made>(make: () => Promise<Made>): Promise<Made> {
  const { warn } = console
  console.warn = () => {}
  try {
    return await make()
  } finally {
    console.warn = warn
  }
}

async function makeKey(use: 'sig' | 'enc', alg: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  return { ...(await exportJWK(privateKey)), use, alg, kid: `${use}-1` }
}

function textIn(params: Readonly<Record<string, unknown>>, name: string): string {
  const value = params[name]
  return typeof value === 'string' ? value : ''
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}
