/** The way back from itsme: the browser comes with an answer, and goes on to the page with what became of it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as Type from 'typebox'
import { toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { CallLinks } from '../identity/call-link.ts'
import { callbackPath, type Itsme, type ItsmeAnswer } from '../identity/itsme/client.ts'
import type { KeptTokens } from '../identity/itsme/kept-tokens.ts'
import type { OidcChecks } from '../identity/oidc/checks.ts'
import { hashToken } from '../identity/token.ts'
import type { ItsmeOutcome } from '../protocol/identification.ts'
import { OidcReturn } from '../protocol/oidc-return.ts'
import type { Locale } from '../protocol/primitives.ts'
import { comparePerson } from '../rules/same-person.ts'
import type { ItsmeFlow } from '../store/itsme-flows.ts'
import { identify, type IdentifyDeps } from './identify.ts'
import { logOidcFailure } from './log-oidc-failure.ts'
import { readOpen } from './read-open.ts'

export interface ItsmeReturnRoutes extends IdentifyDeps {
  readonly itsme: Itsme
  readonly callLinks: CallLinks
  readonly keptTokens: KeptTokens
}

export const itsmeReturn: FastifyPluginAsyncTypebox<ItsmeReturnRoutes> = async (app, deps) => {
  const { store, clock, access, live, itsme, callLinks, keptTokens } = deps
  const { cookies } = access

  app.get(
    callbackPath,
    {
      schema: {
        summary: 'Where itsme sends the browser back to',
        tags: ['itsme'],
        querystring: OidcReturn,
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
    flow: ItsmeFlow & OidcChecks,
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
    const context = await readOpen(appointmentId, deps)
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

export function noteFailure(request: FastifyRequest, error: unknown): ItsmeOutcome {
  const kind = logOidcFailure(request, error, 'itsme')
  return kind === 'unavailable' ? 'itsme-unavailable' : kind
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
