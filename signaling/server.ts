/** A running server: everything opened from the settings, in order, and closed in the opposite one. */
import type { Server } from 'node:http'
import { join } from 'node:path'
import { buildApp, type Deps } from './app.ts'
import { randomId, systemClock, type Clock } from './clock.ts'
import type { Config } from './config.ts'
import { eachMinute } from './due-work/each-minute.ts'
import { createCallProofs } from './identity/call-proof.ts'
import { createCallLinks, type CallLinks } from './identity/call-link.ts'
import { createGuestLinks } from './identity/guest-link.ts'
import { createItsme } from './identity/itsme/client.ts'
import { openItsmeKeys } from './identity/itsme/key-file.ts'
import { createOneTimeCodes } from './identity/one-time-code.ts'
import { createDeviceMarks } from './identity/device-mark.ts'
import { createMailedLinks } from './identity/mailed-links.ts'
import { createOfferLinks } from './identity/offer-link.ts'
import { systemActor } from './identity/identity.ts'
import { openSecrets, readSharedSecret } from './identity/secrets.ts'
import { createShortLinks } from './identity/short-link.ts'
import { createStaffLink } from './identity/staff-links.ts'
import { createStaffOidc } from './identity/staff-oidc/client.ts'
import { randomToken } from './identity/token.ts'
import type { RateLimits } from './http/rate-limits.ts'
import { createHttpSmsGateway } from './outreach/http-sms-gateway.ts'
import { createLocalMailer } from './outreach/local-mailer.ts'
import type { Mailer } from './outreach/mailer.ts'
import { createSmtpMailer } from './outreach/smtp-mailer.ts'
import type { StaffLink } from './protocol/staff.ts'
import { openRelay } from './relay/relay.ts'
import { systemTimers } from './socket/timers.ts'
import type { OnQuery } from './store/database.ts'
import { openStore, type Store } from './store/store.ts'

export interface RunningServer {
  readonly http: Server
  readonly store: Store
  readonly callLinks: CallLinks
  /** The link by which the first planner enrols, while there is nobody; null afterwards. */
  readonly firstLink: StaffLink | null
  /** Says goodbye to the pages, lets running requests and mails end, and closes the database. Within 5 s. */
  close(): Promise<void>
}

export interface ServerOptions {
  /** The built pages; null where only the API is wanted. */
  readonly clientDir: string | null
  readonly logTarget: Deps['logTarget']
  /** Called with the open store before anyone can ask for anything: a demonstration fills it. */
  readonly prepare?: (store: Store) => Promise<void>
  /** A simulation brings a time and ids of its own, asks faster than people do, and sees the mail leave. */
  readonly world?: SimulatedWorld
  /** For a benchmark. */
  readonly onQuery?: OnQuery
}

export interface SimulatedWorld extends Pick<Deps, 'clock' | 'timers' | 'eachMinute' | 'makeId'> {
  readonly limits: RateLimits
  readonly wrapMailer: (mailer: Mailer) => Mailer
}

/** Connections that wait to be accepted: after a restart every page comes back at once. The system may allow fewer. */
const backlog = 4096
/** How long running requests may take to end before their connections are cut; half of what is left is for the rest. */
const requestGraceMs = 2500

/** Listens once it returns. Throws `StoreError`, `SecretsError`, or what the operating system says about the port. */
export async function startServer(config: Config, options: ServerOptions): Promise<RunningServer> {
  const { world } = options
  const clock = world?.clock ?? systemClock
  const { publicUrl, dataDir } = config
  const { onQuery } = options
  const store = await openStore(databaseFile(dataDir), { ...(onQuery && { onQuery }) })
  try {
    const { oneTimeCodeKey, mailedLinkKey, deviceMarkKey, ...keys } = openSecrets(dataDir)
    const { callLinkKey, guestLinkKey, offerLinkKey, callProofKey } = keys
    const callLinks = createCallLinks({ key: callLinkKey, publicUrl, clock })
    const guestLinks = createGuestLinks({ key: guestLinkKey, publicUrl, clock })
    const offerLinks = createOfferLinks({ key: offerLinkKey, publicUrl, clock })
    const callProofs = createCallProofs({ key: callProofKey, clock })
    const relay = openRelay(config.turn, clock)
    await options.prepare?.(store)
    const mailer =
      config.mail === null
        ? createLocalMailer(clock)
        : createSmtpMailer({ url: config.mail.smtpUrl, publicUrl })
    const app = await buildApp(config, {
      store,
      clock,
      makeId: world?.makeId ?? randomId,
      makeToken: randomToken,
      callLinks,
      guestLinks,
      offerLinks,
      shortLinks: createShortLinks(keys.shortLinkKey, publicUrl),
      callProofs,
      oneTimeCodes: createOneTimeCodes(oneTimeCodeKey),
      itsme:
        config.itsme &&
        createItsme({
          config: config.itsme,
          publicUrl,
          keys: openItsmeKeys(dataDir, clock),
          clock,
        }),
      staffOidc:
        config.staffOidc &&
        createStaffOidc({
          config: config.staffOidc,
          secret: readSharedSecret(config.staffOidc.secretFile, 'VISITE_STAFF_OIDC_SECRET_FILE'),
          publicUrl,
          clock,
        }),
      mailedLinks: createMailedLinks(mailedLinkKey),
      deviceMarks: createDeviceMarks(deviceMarkKey),
      timers: world?.timers ?? systemTimers,
      iceServers: relay.iceServers,
      relayProbes: relay.probes,
      mailer: world?.wrapMailer(mailer) ?? mailer,
      smsGateway: config.sms === null ? null : createHttpSmsGateway(config.sms),
      eachMinute: world?.eachMinute ?? eachMinute,
      clientDir: options.clientDir,
      logTarget: options.logTarget,
      ...(world && { limits: world.limits }),
    })
    try {
      await app.listen({ port: config.port, host: config.host, backlog })
    } catch (error) {
      await app.close()
      throw error
    }
    return {
      http: app.server,
      store,
      callLinks,
      firstLink: await createFirstLink(store, { clock, publicUrl }),
      async close() {
        const cut = setTimeout(() => app.server.closeAllConnections(), requestGraceMs)
        await app.close()
        clearTimeout(cut)
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

export function databaseFile(dataDir: string): string {
  return join(dataDir, 'visite.sqlite')
}

/** A new one at each start: nobody has to find yesterday's line again, and each is good for a day. */
async function createFirstLink(
  store: Store,
  { clock, publicUrl }: { clock: Clock; publicUrl: string },
): Promise<StaffLink | null> {
  if (!(await store.read.staff.isEmpty())) return null
  return createStaffLink(
    { kind: 'enrol', role: 'planner' },
    { store, clock, makeToken: randomToken, publicUrl, actor: systemActor },
  )
}
