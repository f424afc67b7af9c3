/**
 * The way to itsme and back, of which this file has the beginning:
 *
 *   page ──POST start──▶ server ──address──▶ page ──▶ itsme ──▶ GET callback ──▶ page, with what became of it
 *
 * A state, a nonce and a code verifier bind the three steps together and to the browser: they lie in a row for ten minutes,
 * under a cookie that only this browser has, and the first return takes the row out.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import { createKeptTokens } from '../identity/itsme/kept-tokens.ts'
import { nonceFrom } from '../identity/itsme/nonce.ts'
import { hashToken } from '../identity/token.ts'
import { ItsmeAddress, ItsmeStart, ItsmeToken } from '../protocol/identification.ts'
import type { ItsmeFlow } from '../store/itsme-flows.ts'
import { itsmeKeys } from './itsme-keys.ts'
import { itsmeReturn, noteFailure, type ItsmeReturnRoutes } from './itsme-return.ts'
import { readOpen } from './read-open.ts'

export type ItsmeRoutes = Omit<ItsmeReturnRoutes, 'keptTokens'>

const flowMs = 10 * 60_000

export const itsmeRoutes: FastifyPluginAsyncTypebox<ItsmeRoutes> = async (app, deps) => {
  const { store, clock, makeToken, access, itsme } = deps
  const keptTokens = createKeptTokens(clock)
  await app.register(itsmeKeys, { itsme })
  await app.register(itsmeReturn, { ...deps, keptTokens })

  app.post(
    '/api/identification/itsme',
    {
      onRequest: access.requireWorker,
      schema: {
        summary: 'Begin the way to itsme: where the browser is to go',
        tags: ['worker'],
        security: [{ workerLogin: [] }],
        body: ItsmeStart,
        response: { 200: ItsmeAddress },
      },
    },
    async (request, reply): Promise<ItsmeAddress> => {
      const { appointmentId, loginKey } = identityOf(request, 'worker')
      const { locale, commitment } = request.body
      if ((await readOpen(appointmentId, deps)) === null) throw new AppError('transition-refused')
      const browser = makeToken()
      const { nonce, seed } = nonceFrom(makeToken(), commitment)
      const checks = { state: makeToken(), nonce, codeVerifier: makeToken() }
      const url = await itsme.addressFor(checks, locale).catch((error: unknown) => {
        noteFailure(request, error)
        // Whatever it was, the person can only take another way.
        throw new AppError('itsme-unavailable')
      })
      const now = clock.now()
      const { codeVerifier } = checks
      const flow: ItsmeFlow = {
        stateHash: hashToken(checks.state),
        browserHash: hashToken(browser),
        loginKey,
        appointmentId,
        locale,
        nonce,
        codeVerifier,
        expiresAt: toInstant(now + flowMs),
      }
      await store.write((writer) => writer.itsmeFlows.add(flow, toInstant(now)))
      access.cookies.set(reply, 'itsme', browser, now + flowMs)
      return { url, ...(commitment === undefined ? {} : { nonceSeed: seed }) }
    },
  )

  app.post(
    '/api/identification/itsme/token',
    {
      onRequest: access.requireWorker,
      schema: {
        summary: 'Fetch, once, the ID token by which this page’s worker was identified',
        tags: ['worker'],
        security: [{ workerLogin: [] }],
        response: { 200: ItsmeToken },
      },
    },
    async (request): Promise<ItsmeToken> => {
      const idToken = keptTokens.take(identityOf(request, 'worker').loginKey)
      if (idToken === null) throw new AppError('not-found')
      return { idToken }
    },
  )
}
