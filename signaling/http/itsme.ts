/**
 * The way to itsme and back:
 *
 *   page ──POST start──▶ server ──address──▶ page ──▶ itsme ──▶ GET callback ──▶ page, with what became of it
 *
 * A state, a nonce and a code verifier bind the three steps together and to the browser: they lie in a row for ten minutes,
 * under a cookie that only this browser has, and the first return takes the row out.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as Type from 'typebox'
import { toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import type { CallLinks } from '../identity/call-link.ts'
import {
  callbackPath,
  type Itsme,
  type ItsmeAnswer,
  type ItsmeChecks,
} from '../identity/itsme/client.ts'
import { ItsmeFailure } from '../identity/itsme/failure.ts'
import { createKeptTokens } from '../identity/itsme/kept-tokens.ts'
import { nonceFrom } from '../identity/itsme/nonce.ts'
import { hashToken } from '../identity/token.ts'
import {
  ItsmeAddress,
  ItsmeReturn,
  ItsmeStart,
  ItsmeToken,
  type ItsmeOutcome,
} from '../protocol/identification.ts'
import type { Id, Locale } from '../protocol/primitives.ts'
import { comparePerson } from '../rules/same-person.ts'
import { waitingRoomState } from '../rules/waiting-room.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import type { ItsmeFlow } from '../store/itsme-flows.ts'
import { identify, type IdentifyDeps } from './identify.ts'
import { itsmeKeys } from './itsme-keys.ts'

export interface ItsmeRoutes extends IdentifyDeps {
  readonly itsme: Itsme
  readonly callLinks: CallLinks
}

const flowMs = 10 * 60_000

export const itsmeRoutes: FastifyPluginAsyncTypebox<ItsmeRoutes> = async (app, deps) => {
  const { store, clock, makeToken, access, live, itsme, callLinks } = deps
  const { cookies } = access
  const keptTokens = createKeptTokens(clock)
  await app.register(itsmeKeys, { itsme })

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
      if ((await readOpen(appointmentId)) === null) throw new AppError('transition-refused')
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
      cookies.set(reply, 'itsme', browser, now + flowMs)
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

  app.get(
    callbackPath,
    {
      schema: {
        summary: 'Where itsme sends the browser back to',
        tags: ['itsme'],
        querystring: ItsmeReturn,
        response: { 303: Type.Null() },
      },
    },
    async (request, reply) => {
      const { state = '' } = request.query
      const now = toInstant(clock.now())
      const flow = await store.write((writer) => writer.itsmeFlows.take(hashToken(state), now))
      const browser = cookies.read(request, 'itsme')
      cookies.clear(reply, 'itsme')
      if (flow === null) return goOn(reply, 'again')
      if (browser === null || hashToken(browser) !== flow.browserHash) {
        return goOn(reply, 'other-browser', flow.locale, await linkTokenOf(flow))
      }
      return goOn(reply, await settle(request, reply, { ...flow, state }), flow.locale)
    },
  )

  /** Null unless its waiting room is open. */
  async function readOpen(appointmentId: Id): Promise<AppointmentContext | null> {
    const context = await store.read.appointments.context(appointmentId)
    if (context === null) return null
    return waitingRoomState(context.appointment, clock.now()) === 'open' ? context : null
  }

  /**
   * Of whoever comes back to another browser of theirs: the link that they came with, so that they can begin anew. Where it
   * was withdrawn meanwhile, theirs is the old one: '', for the new one is somebody else's.
   */
  async function linkTokenOf({ appointmentId, loginKey }: ItsmeFlow): Promise<string> {
    const login = await store.read.logins.worker(loginKey, toInstant(clock.now()))
    if (login === null) return ''
    const context = await store.read.appointments.context(appointmentId)
    if (context === null) return ''
    const { appointment, linkVersion } = context
    return callLinks.tokenFor({ ...appointment, linkVersion })
  }

  async function settle(
    request: FastifyRequest,
    reply: FastifyReply,
    flow: ItsmeFlow & ItsmeChecks,
  ): Promise<ItsmeOutcome> {
    const { loginKey, appointmentId } = flow
    // Before anything is asked of itsme: the link may have been withdrawn meanwhile.
    const login = await store.read.logins.worker(loginKey, toInstant(clock.now()))
    if (login === null) return 'again'
    const query = request.url.slice(request.url.indexOf('?') + 1)
    let answer: ItsmeAnswer
    try {
      answer = await itsme.answerFrom(query, flow)
    } catch (error) {
      return noteFailure(request, error)
    }
    const context = await readOpen(appointmentId)
    if (context === null) return 'again'
    const compared = comparePerson(context.worker, answer.claimed)
    if (compared.result === 'other') {
      await sendAway(reply, flow)
      return 'other-person'
    }
    if (compared.result === 'unclear') {
      await noteRefusal(flow, 'unclear')
      return 'unclear'
    }
    const { result: _, ...likeness } = compared
    const proof = { method: 'itsme', acr: itsme.acr, likeness } as const
    const identified = await identify({ context, loginKey, proof }, reply, deps).catch(noteLate)
    if (identified === null) return 'again'
    keptTokens.keep(identified.loginKey, answer.idToken)
    return 'identified'
  }

  /** Another person gets nothing; the physician learns that somebody came, and nothing of who. */
  async function sendAway(reply: FastifyReply, flow: ItsmeFlow): Promise<void> {
    await noteRefusal(flow, 'other-person')
    live.loginEnded(flow.loginKey)
    live.wrongPersonCame(flow.appointmentId)
    cookies.clear(reply, 'worker')
  }

  async function noteRefusal(
    { appointmentId, loginKey }: ItsmeFlow,
    why: 'other-person' | 'unclear',
  ): Promise<void> {
    const at = toInstant(clock.now())
    await store.write(async (writer) => {
      if (why === 'other-person') await writer.logins.end(loginKey, at)
      await writer.audit.append({
        at,
        actor: { kind: 'worker', id: appointmentId },
        appointmentId,
        action: 'identification-refused',
        details: { method: 'itsme', why },
      })
    })
  }
}

/** Of itsme's mistakes codes alone: what another server wrote is not ours to log. Our own are logged whole. */
function noteFailure(request: FastifyRequest, error: unknown): ItsmeFailure['kind'] {
  if (!(error instanceof ItsmeFailure)) {
    request.log.error({ err: error }, 'itsme')
    return 'failed'
  }
  const { kind, message: reason } = error
  request.log[kind === 'failed' ? 'warn' : 'info']({ kind, reason }, 'itsme')
  return kind
}

/** The link was withdrawn, or the login ended, while itsme was asked. */
function noteLate(error: unknown): null {
  if (error instanceof AppError && error.code === 'signed-out') return null
  throw error
}

/** Nothing of the address comes from the request. The link's token stands where browsers never send it. */
function goOn(
  reply: FastifyReply,
  outcome: ItsmeOutcome,
  locale?: Locale,
  linkToken = '',
): FastifyReply {
  const query = new URLSearchParams({ ...(locale && { lang: locale }), itsme: outcome })
  const fragment = linkToken === '' ? '' : `#${linkToken}`
  return reply.redirect(`/worker/?${query.toString()}${fragment}`, 303)
}
