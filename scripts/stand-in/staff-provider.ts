/** A real OpenID Connect provider, set up as that of a service for its own staff. */
import type { Configuration } from 'oidc-provider'
import { base, makeKey, serveProvider, type ServedProvider } from './serve-provider.ts'

export interface Colleague {
  /** The subject. */
  readonly id: string
  readonly email: string
  readonly isVerified: boolean
}

export interface StaffProviderOptions {
  /** Of the Visite that asks. */
  readonly publicUrl: string
  readonly secret: string
  /** Who can be chosen; asked each time. */
  readonly people: () => readonly Colleague[]
}

const clientId = 'visite-staff'

export function startStaffProvider(options: StaffProviderOptions): Promise<ServedProvider> {
  return serveProvider({
    clientId,
    claims: [],
    configure: () => configure(options),
    renderPage: async () => renderPage(options.people()),
  })
}

async function configure({
  publicUrl,
  secret,
  people,
}: StaffProviderOptions): Promise<Configuration> {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: secret,
        redirect_uris: [`${publicUrl}/api/staff-oidc/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [await makeKey('sig', 'RS256')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: 60,
      IdToken: 300,
      Interaction: 600,
      Session: 600,
      Grant: 600,
      AccessToken: 600,
    },
    interactions: { url: (_ctx, { uid }) => `${base}/choose/${uid}` },
    findAccount: async (_ctx, id) => {
      const person = people().find((each) => each.id === id)
      if (person === undefined) return undefined
      const { email, isVerified } = person
      const claims = { sub: id, email, email_verified: isVerified }
      return { accountId: id, claims: () => Promise.resolve(claims) }
    },
  }
}

/** Of tests alone: nobody's name has a sign in it that would have to be escaped. */
function renderPage(people: readonly Colleague[]): string {
  const choices = people.map(
    ({ id, email }) => `<button name="person" value="${id}">${email}</button>`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Staff sign-in</title>
<link rel="icon" href="data:,">
<h1>Staff sign-in</h1>
<form method="post">${choices.join('\n')}<button>Cancel</button></form>
</html>
`
}
