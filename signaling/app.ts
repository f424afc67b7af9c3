/** The server's table of contents: every plugin in the order in which a request meets it. It listens to nothing yet. */
import cookie from '@fastify/cookie'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { LogController } from 'fastify'
import { openBackground } from './background.ts'
import type { Clock, MakeId } from './clock.ts'
import type { Config } from './config.ts'
import type { EachMinute } from './due-work/due-work.ts'
import { callLink } from './http/call-link.ts'
import { deskCallRecord, workerCallRecord } from './http/call-records.ts'
import { ask } from './http/ask.ts'
import type { CallProofs } from './identity/call-proof.ts'
import { desk } from './http/desk.ts'
import { guestLink, mySeat } from './http/guest-link.ts'
import { shortLink } from './http/short-link.ts'
import { createOfferAnswers } from './http/offer-answers.ts'
import { offers } from './http/offers.ts'
import { contactCodes } from './http/contact-codes.ts'
import { contacts } from './http/contacts.ts'
import { consents } from './http/consents.ts'
import { employer } from './http/employer.ts'
import { evaluation } from './http/evaluation.ts'
import { guests } from './http/guests.ts'
import { identification } from './http/identification.ts'
import { identityCard } from './http/identity-card.ts'
import { itsmeRoutes } from './http/itsme.ts'
import { registerErrorReplies, replyToError } from './http/error-replies.ts'
import { health } from './http/health.ts'
import { buildLazySerializer, compileValidator } from './http/compiled-schemas.ts'
import { logOptions, makeReference, registerRequestLog, type LogTarget } from './http/log.ts'
import { mailbox } from './http/mailbox.ts'
import { me } from './http/me.ts'
import { myAppointment } from './http/my-appointment.ts'
import { myChoice } from './http/my-choice.ts'
import { myConsents } from './http/my-consents.ts'
import { myOffer } from './http/my-offer.ts'
import { myVisit } from './http/my-visit.ts'
import { notices } from './http/notices.ts'
import { describeSecurity, registerOpenApi } from './http/openapi.ts'
import { registerOwnPages } from './http/own-pages.ts'
import { pages } from './http/pages.ts'
import { planning } from './http/planning.ts'
import {
  createAskLimit,
  createBadLinkLimit,
  registerRateLimits,
  usualLimits,
  type RateLimits,
} from './http/rate-limits.ts'
import { createSecurityHeaders } from './http/security-headers.ts'
import { ownAccess } from './http/own-access.ts'
import { passkeySignIn } from './http/passkey-sign-in.ts'
import { providerKeys } from './http/provider-keys.ts'
import { safetyWords } from './http/safety-words.ts'
import { service } from './http/service.ts'
import { signIn } from './http/sign-in.ts'
import { staff } from './http/staff.ts'
import { staffOidcRoutes } from './http/staff-oidc.ts'
import { createAccess } from './identity/access.ts'
import type { CallLinks } from './identity/call-link.ts'
import { createChallenges } from './identity/challenges.ts'
import type { GuestLinks } from './identity/guest-link.ts'
import type { Itsme } from './identity/itsme/client.ts'
import type { OneTimeCodes } from './identity/one-time-code.ts'
import type { DeviceMarks } from './identity/device-mark.ts'
import type { MailedLinks } from './identity/mailed-links.ts'
import type { OfferLinks } from './identity/offer-link.ts'
import type { ShortLinks } from './identity/short-link.ts'
import { createPasskeys } from './identity/passkeys.ts'
import { createStaffLogins } from './identity/staff-login.ts'
import type { StaffOidc } from './identity/staff-oidc/client.ts'
import type { MakeToken } from './identity/token.ts'
import type { Mailer } from './outreach/mailer.ts'
import { toHouse } from './outreach/sender.ts'
import type { SmsGateway } from './outreach/sms.ts'
import type { RelayProbe } from './relay/relay-watch.ts'
import type { IceServers } from './socket/house.ts'
import type { Timers } from './socket/timers.ts'
import type { Store } from './store/store.ts'

/** What the server is made of; a test gives its own. */
export interface Deps {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly makeToken: MakeToken
  readonly callLinks: CallLinks
  readonly guestLinks: GuestLinks
  readonly offerLinks: OfferLinks
  readonly shortLinks: ShortLinks
  readonly callProofs: CallProofs
  readonly oneTimeCodes: OneTimeCodes
  /** Null where it is not set up. */
  readonly itsme: Itsme | null
  /** Null where the service has no sign-in of its own. */
  readonly staffOidc: StaffOidc | null
  readonly mailedLinks: MailedLinks
  readonly deviceMarks: DeviceMarks
  readonly timers: Timers
  readonly iceServers: IceServers
  /** How to ask each address of the relay whether it works; none where none is set. */
  readonly relayProbes: readonly RelayProbe[]
  readonly mailer: Mailer
  /** Null: people are reached by mail only. */
  readonly smsGateway: SmsGateway | null
  /** What drives the work that becomes due. */
  readonly eachMinute: EachMinute
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
  const { store, clock, makeId, makeToken, callLinks, guestLinks, limits = usualLimits } = deps
  const { publicUrl, timeZone, undoMs, service: contact } = config
  const giveSecurityHeaders = createSecurityHeaders(publicUrl)
  const app = Fastify({
    logger: logOptions(config.logLevel, deps.logTarget),
    // One line of our own for each request, in `http/log.ts`.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: makeReference,
    requestIdHeader: false,
    trustProxy: config.trustedProxy ?? false,
    bodyLimit: bodyBytes,
    requestTimeout: requestMs,
    http: { headersTimeout: headersMs },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    return503OnClosing: true,
    schemaController: { compilersFactory: { buildSerializer: buildLazySerializer } },
    // Refused before any hook runs, such as an address that cannot be decoded.
    frameworkErrors: (error, request, reply) => {
      giveSecurityHeaders(request, reply)
      replyToError(error, request, reply)
    },
  })
    .withTypeProvider<TypeBoxTypeProvider>()
    // Refuses what a schema does not name and converts nothing in a body: a bad request is told so, not repaired.
    .setValidatorCompiler(compileValidator)
  app.removeContentTypeParser('text/plain')

  // -- manners --------------------------------------------------------------------------------------------------------
  app.decorateRequest('identity', null)
  registerRequestLog(app)
  app.addHook('onRequest', async (request, reply) => giveSecurityHeaders(request, reply))
  registerErrorReplies(app)
  await app.register(cookie)
  const identifiedOnly = !config.identification.includes('card')
  const access = createAccess({ store, clock, publicUrl, identifiedOnly })
  await registerRateLimits(app, limits, (request) => {
    const mark = access.cookies.read(request, 'device')
    return deps.deviceMarks.isGenuine(mark) ? mark : null
  })
  registerOwnPages(app, access)
  await registerOpenApi(app, publicUrl)
  const badLinks = createBadLinkLimit(app, limits)

  // -- what runs beside the requests ----------------------------------------------------------------------------------
  const { live, wakeOutbox, relay } = openBackground(app, config, deps, access)

  // -- for everyone ---------------------------------------------------------------------------------------------------
  await app.register(health, { store, relay })
  const { staffOidc } = deps
  await app.register(service, { contact, ownSignIn: staffOidc !== null })

  // -- the worker -----------------------------------------------------------------------------------------------------
  const worker = { store, clock, access, live, settings: config }
  await app.register(callLink, { ...worker, makeToken, callLinks, badLinks })
  await app.register(myAppointment, worker)
  await app.register(myConsents, worker)
  const { mailer, smsGateway, oneTimeCodes: codes } = deps
  const identifying = { ...worker, makeId, makeToken, codes, mailer, house: toHouse(config) }
  await app.register(identification, { ...identifying, smsGateway })
  const { itsme } = deps
  if (itsme !== null) await app.register(itsmeRoutes, { ...identifying, itsme, callLinks })
  const asking = {
    store,
    clock,
    makeId,
    callLinks,
    badLinks,
    contact,
    timeZone,
    legal: config.legal,
  }
  const limitAsks = createAskLimit(app, limits)
  const choosing = { ...worker, makeId, wakeOutbox }
  await app.register(myChoice, choosing)
  await app.register(myVisit, choosing)
  await app.register(ask, { ...asking, limitAsks, wakeOutbox })
  await app.register(shortLink, { ...asking, offerLinks: deps.offerLinks })
  const answers = createOfferAnswers({ ...asking, live, wakeOutbox })
  await app.register(offers, { ...asking, answers, offerLinks: deps.offerLinks })
  await app.register(myOffer, { store, access, answers })
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', access.requireWorker)
      describeSecurity(scope, 'workerLogin')
      await scope.register(workerCallRecord, { store, clock, live })
    },
    { prefix: '/api' },
  )

  // -- the guest in the third seat ------------------------------------------------------------------------------------
  await app.register(guestLink, { ...worker, makeToken, guestLinks, badLinks })
  await app.register(mySeat, worker)

  // -- the service's staff --------------------------------------------------------------------------------------------
  const { deviceMarks, mailedLinks } = deps
  const entering = {
    store,
    clock,
    challenges: createChallenges({ store, clock, makeToken, access }),
    passkeys: createPasskeys({ publicUrl, serviceName: contact.name }),
    staffLogins: createStaffLogins({ clock, makeToken, access, live, deviceMarks }),
  }
  await app.register(signIn, { ...entering, makeId, badLinks })
  await app.register(passkeySignIn, { ...entering, badLinks })
  const oidc = { ...entering, makeToken, access, badLinks }
  if (staffOidc !== null) await app.register(staffOidcRoutes, { ...oidc, staffOidc })
  await app.register(ownAccess, { ...entering, access, live })
  await app.register(me, { store, clock, access, live, settings: config })
  await app.register(staff, { store, clock, makeToken, access, publicUrl, live })
  await app.register(contacts, { store, clock, makeId, access, mailedLinks, wakeOutbox })
  await app.register(mailbox, { store, access, config })
  const prefix = '/api'
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', access.requirePhysician)
      describeSecurity(scope, 'staffLogin')
      await scope.register(deskCallRecord, { store, clock, live })
      await scope.register(safetyWords, { store, clock, live })
      if (itsme !== null) await scope.register(providerKeys, { store, clock, itsme })
      await scope.register(desk, { store, clock, live, timeZone, makeId, wakeOutbox })
      await scope.register(consents, { store, clock })
      await scope.register(identityCard, { store, clock, makeId, live })
      await scope.register(guests, { store, clock, makeId, guestLinks, live })
    },
    { prefix },
  )
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', access.requirePlanner)
      describeSecurity(scope, 'apiKey', 'staffLogin')
      // What was asked for may have queued a mail.
      scope.addHook('onResponse', async () => wakeOutbox())
      const { legal } = config
      const { icePolicy } = config
      await scope.register(notices, { store, clock, timeZone, relay, icePolicy })
      await scope.register(planning, { store, clock, makeId, live, timeZone, undoMs, legal })
    },
    { prefix },
  )

  // -- who is no part of the service: an employer's contacts, and evaluators --------------------------------------------
  await app.register(contactCodes, {
    ...entering,
    makeId,
    makeToken,
    access,
    codes: deps.oneTimeCodes,
    deviceMarks,
    mailer: deps.mailer,
    house: toHouse(config),
    badLinks,
    limitAsks,
  })
  await app.register(employer, { store, clock, access, settings: config })
  await app.register(evaluation, { store, access, settings: config })

  // -- the pages ------------------------------------------------------------------------------------------------------
  if (deps.clientDir !== null) await app.register(pages, { clientDir: deps.clientDir })
  return app
}

export type App = Awaited<ReturnType<typeof buildApp>>
