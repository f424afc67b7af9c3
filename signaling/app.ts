/** The server's table of contents: every plugin in the order in which a request meets it. It listens to nothing yet. */
import cookie from '@fastify/cookie'
import { TypeBoxValidatorCompiler, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify from 'fastify'
import type { Clock, MakeId } from './clock.ts'
import type { Config } from './config.ts'
import { callLink } from './http/call-link.ts'
import { registerErrorReplies } from './http/error-replies.ts'
import { health } from './http/health.ts'
import { logOptions, makeReference, registerRequestLog, type LogTarget } from './http/log.ts'
import { me } from './http/me.ts'
import { myAppointment } from './http/my-appointment.ts'
import { registerOpenApi } from './http/openapi.ts'
import { registerOwnPages } from './http/own-pages.ts'
import { pages } from './http/pages.ts'
import {
  createBadLinkLimit,
  registerRateLimits,
  usualLimits,
  type RateLimits,
} from './http/rate-limits.ts'
import { registerSecurityHeaders } from './http/security-headers.ts'
import { service } from './http/service.ts'
import { signIn } from './http/sign-in.ts'
import { staff } from './http/staff.ts'
import { createAccess } from './identity/access.ts'
import type { CallLinks } from './identity/call-link.ts'
import type { MakeToken } from './identity/token.ts'
import type { Live } from './socket/live.ts'
import type { Store } from './store/store.ts'

/** What the server is made of; a test gives its own. */
export interface Deps {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly makeToken: MakeToken
  readonly callLinks: CallLinks
  readonly live: Live
  /** The built pages; null where only the API is wanted. */
  readonly clientDir: string | null
  readonly logTarget: LogTarget
  readonly limits?: RateLimits
}

/** A JSON body; a roster's route allows itself more. */
const bodyBytes = 64 * 1024
/** For a whole request: a roster of 10 MiB over a thin line. Headers alone come in one packet or two. */
const requestMs = 60_000
const headersMs = 10_000

export async function buildApp(config: Config, deps: Deps) {
  const { store, clock, makeId, makeToken, callLinks, live, limits = usualLimits } = deps
  const { publicUrl } = config
  const app = Fastify({
    logger: logOptions(config.logLevel, deps.logTarget),
    disableRequestLogging: true,
    genReqId: makeReference,
    requestIdHeader: false,
    trustProxy: config.trustedProxy ?? false,
    bodyLimit: bodyBytes,
    requestTimeout: requestMs,
    http: { headersTimeout: headersMs },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    return503OnClosing: true,
  })
    .withTypeProvider<TypeBoxTypeProvider>()
    // Refuses what a schema does not name and converts nothing in a body: a bad request is told so, not repaired.
    .setValidatorCompiler(TypeBoxValidatorCompiler)
  app.removeContentTypeParser('text/plain')

  // -- manners --------------------------------------------------------------------------------------------------------
  app.decorateRequest('identity', null)
  registerRequestLog(app)
  registerSecurityHeaders(app, publicUrl)
  await registerRateLimits(app, limits)
  registerErrorReplies(app)
  await app.register(cookie)
  const access = createAccess({ store, clock, publicUrl })
  registerOwnPages(app, access)
  await registerOpenApi(app, publicUrl)
  const badLinks = createBadLinkLimit(app, limits)

  // -- for everyone ---------------------------------------------------------------------------------------------------
  await app.register(health, { store })
  await app.register(service, { contact: config.service })

  // -- the worker -----------------------------------------------------------------------------------------------------
  await app.register(callLink, {
    ...{ store, clock, makeToken, callLinks, access, live, badLinks },
    settings: config,
  })
  await app.register(myAppointment, { store, clock, access, live, settings: config })

  // -- the service's staff --------------------------------------------------------------------------------------------
  await app.register(signIn, { store, clock, makeId, makeToken, access, badLinks })
  await app.register(me, { store, clock, access, live, settings: config })
  await app.register(staff, { store, clock, makeToken, access, publicUrl })

  // -- the pages ------------------------------------------------------------------------------------------------------
  if (deps.clientDir !== null) await app.register(pages, { clientDir: deps.clientDir })
  return app
}

export type App = Awaited<ReturnType<typeof buildApp>>
