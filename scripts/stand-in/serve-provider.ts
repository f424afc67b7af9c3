/** A real OpenID Connect provider on this machine, that asks for no secret: whoever comes says who they would like to be. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Configuration } from 'oidc-provider'

export interface ServedProvider {
  readonly issuer: string
  readonly clientId: string
  close(): Promise<void>
}

export interface Serving {
  readonly clientId: string
  /** What can be granted claim by claim. */
  readonly claims: readonly string[]
  configure(issuer: string): Promise<Configuration>
  /** Asks who somebody would like to be, in a form whose `person` is an account's id. */
  renderPage(locale: string): Promise<string>
}

const host = '127.0.0.1'
/** itsme's addresses begin with it. */
export const base = '/v2'

/** Another site than localhost, for a browser: cookies behave as they will. */
export async function serveProvider(serving: Serving): Promise<ServedProvider> {
  const { clientId, claims } = serving
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  const issuer = `http://${host}:${port}${base}`
  const configuration = await serving.configure(issuer)
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
      response.end(await serving.renderPage(textIn(params, 'ui_locales')))
      return
    }
    const accountId = chosen.get('person')
    if (accountId === null) {
      return provider.interactionFinished(request, response, { error: 'access_denied' })
    }
    const grant = new provider.Grant({ accountId, clientId })
    grant.addOIDCScope(textIn(params, 'scope'))
    // Claims that are asked for one by one are granted one by one.
    grant.addOIDCClaims([...claims])
    const acr = textIn(params, 'acr_values')
    return provider.interactionFinished(request, response, {
      login: { accountId, ...(acr !== '' && { acr }), remember: false },
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
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export async function makeKey(use: 'sig' | 'enc', alg: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  return { ...(await exportJWK(privateKey)), use, alg, kid: `${use}-1` }
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

function textIn(params: Readonly<Record<string, unknown>>, name: string): string {
  const value = params[name]
  return typeof value === 'string' ? value : ''
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}
