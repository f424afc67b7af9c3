/**
 * Staff sign in with the account that they have at their service:
 *
 *   page ──POST start──▶ server ──address──▶ page ──▶ provider ──▶ GET callback ──▶ page: signed in, or why not
 *
 * A state, a nonce and a code verifier bind the three steps together and to the browser: they lie in a row for ten minutes,
 * under a cookie that only this browser has, and the first return takes the row out.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as Type from 'typebox'
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Access } from '../identity/access.ts'
import { findAccount, type Coming } from '../identity/staff-oidc/account.ts'
import { staffCallbackPath, type Named, type StaffOidc } from '../identity/staff-oidc/client.ts'
import type { StaffLogins } from '../identity/staff-login.ts'
import { hashToken, type MakeToken } from '../identity/token.ts'
import { OidcReturn } from '../protocol/oidc-return.ts'
import {
  StaffOidcAddress,
  StaffOidcStart,
  type StaffOidcRefusal,
  type StaffPage,
} from '../protocol/staff-oidc.ts'
import type { StaffMember } from '../store/staff.ts'
import type { StaffOidcFlow } from '../store/staff-oidc.ts'
import type { Store } from '../store/store.ts'
import { logOidcFailure } from './log-oidc-failure.ts'
import type { BadLinkLimit } from './rate-limits.ts'

export interface StaffOidcRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly makeToken: MakeToken
  readonly access: Access
  readonly staffLogins: StaffLogins
  readonly badLinks: BadLinkLimit
  readonly staffOidc: StaffOidc
}

const tags = ['staff']
const flowMs = 10 * 60_000

export const staffOidcRoutes: FastifyPluginAsyncTypebox<StaffOidcRoutes> = async (app, deps) => {
  const { store, clock, makeToken, access, staffLogins, badLinks, staffOidc } = deps
  const { cookies } = access

  app.post(
    '/api/staff-oidc/start',
    {
      schema: {
        summary: 'Begin the way to the service’s own sign-in: where the browser is to go',
        tags,
        body: StaffOidcStart,
        response: { 200: StaffOidcAddress },
      },
    },
    async (request, reply): Promise<StaffOidcAddress> => {
      const { page, locale } = request.body
      const browser = makeToken()
      const checks = { state: makeToken(), nonce: makeToken(), codeVerifier: makeToken() }
      const url = await staffOidc.addressFor(checks, locale).catch((error: unknown) => {
        logOidcFailure(request, error, 'staff sign-in')
        // Whatever it was, the person can only take another way.
        throw new AppError('own-sign-in-unavailable')
      })
      const now = clock.now()
      const present = cookies.read(request, 'staff')
      const flow: StaffOidcFlow = {
        stateHash: hashToken(checks.state),
        browserHash: hashToken(browser),
        loginKey: present && hashToken(present),
        page,
        locale,
        nonce: checks.nonce,
        codeVerifier: checks.codeVerifier,
        expiresAt: toInstant(now + flowMs),
      }
      await store.write((writer) => writer.staffOidc.begin(flow, toInstant(now)))
      cookies.set(reply, 'staff-oidc', browser, now + flowMs)
      return { url }
    },
  )

  app.get(
    staffCallbackPath,
    {
      schema: {
        summary: 'Where the service’s own sign-in sends the browser back to',
        tags,
        querystring: OidcReturn,
        response: { 303: Type.Null() },
      },
    },
    async (request, reply) => {
      const { state = '' } = request.query
      const now = toInstant(clock.now())
      const flow = await store.write((writer) => writer.staffOidc.take(hashToken(state), now))
      if (flow === null) {
        if (await badLinks.count(request)) throw new AppError('too-many-requests')
        return goTo(reply, 'desk', { 'sign-in': 'again' })
      }
      const { page, locale: lang } = flow
      const back = (why: StaffOidcRefusal) => goTo(reply, page, { lang, 'sign-in': why })
      const browser = cookies.read(request, 'staff-oidc')
      if (browser === null || hashToken(browser) !== flow.browserHash) return back('other-browser')
      // Not before: any site can send a browser here, and would end the way that it is on.
      cookies.clear(reply, 'staff-oidc')
      const query = request.url.slice(request.url.indexOf('?') + 1)
      const answer = await staffOidc
        .answerFrom(query, { ...flow, state })
        .then(toComing)
        .catch((error: unknown) => logOidcFailure(request, error, 'staff sign-in'))
      if (typeof answer === 'string') return back(answer)
      const member = await comeIn(answer, flow, request, reply)
      return typeof member === 'string' ? back(member) : goTo(reply, pageOf(member), { lang })
    },
  )

  async function toComing(named: Named): Promise<Omit<Coming, 'at'>> {
    const { issuer } = staffOidc
    const { subject } = named
    const isLinked = (await store.read.staffOidc.staffOf(issuer, subject)) !== null
    return { issuer, subject, email: isLinked ? null : await named.email() }
  }

  /** Returns who is signed in by it, or why nobody is. */
  async function comeIn(
    coming: Omit<Coming, 'at'>,
    { loginKey }: StaffOidcFlow,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StaffMember | StaffOidcRefusal> {
    const at = toInstant(clock.now())
    const login = staffLogins.begin(request, reply, { method: 'oidc', before: loginKey })
    const found = await store.write(async (writer) => {
      const account = await findAccount(writer, { ...coming, at })
      if (account.kind === 'refused') return account
      const { role, staff } = account.member
      await login.write(writer, staff.id)
      await writer.audit.append({
        at,
        actor: { kind: 'staff', id: staff.id },
        appointmentId: null,
        action: 'staff-signed-in',
        details: { role, by: 'oidc' },
      })
      return account
    })
    if (found.kind === 'refused') {
      request.log.warn({ reason: found.why }, 'staff sign-in')
      return found.why === 'email-not-confirmed' ? found.why : 'no-account'
    }
    login.give()
    return found.member
  }
}

function pageOf({ role }: StaffMember): StaffPage {
  if (role === 'physician') return 'desk'
  return role === 'evaluator' ? 'evaluation' : 'office'
}

/** Nothing of the address comes from the request. */
function goTo(reply: FastifyReply, page: StaffPage, query: Record<string, string>): FastifyReply {
  return reply.redirect(`/${page}/?${new URLSearchParams(query).toString()}`, 303)
}
