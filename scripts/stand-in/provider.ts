/**
 * A real OpenID Connect provider, set up as itsme's documentation says that itsme is, for the demonstration and the tests. It
 * asks for no secret: whoever comes says who they would like to be. Its pages say that it is not itsme.
 */
import type { Configuration } from 'oidc-provider'
import { renderPage } from './page.ts'
import { claimsOf, type Person } from './person.ts'
import { base, makeKey, serveProvider, type ServedProvider } from './serve-provider.ts'

export interface StandIn extends ServedProvider {
  readonly serviceCode: string
}

export interface StandInOptions {
  /** Of the Visite that asks: its keys and its callback are found there. */
  readonly publicUrl: string
  /** Who can be chosen; asked for each page. */
  readonly people: () => Promise<readonly Person[]>
}

const clientId = 'visite-sample'
const serviceCode = 'VISITE_SAMPLE'

export async function startStandIn({ publicUrl, people }: StandInOptions): Promise<StandIn> {
  const served = await serveProvider({
    clientId,
    claims: askable,
    configure: (issuer) => configure(publicUrl, issuer, people),
    renderPage: async (locale) => renderPage(await people(), locale),
  })
  return { ...served, serviceCode }
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
