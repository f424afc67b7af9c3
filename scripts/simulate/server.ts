/** The real server on a database of its own and a real port, with the simulation's time and ids that repeat. */
import { randomBytes } from 'node:crypto'
import { buildApp } from '../../signaling/app.ts'
import { loadConfig } from '../../signaling/config.ts'
import { createCallProofs } from '../../signaling/identity/call-proof.ts'
import { createCallLinks } from '../../signaling/identity/call-link.ts'
import { createGuestLinks } from '../../signaling/identity/guest-link.ts'
import type { RateLimits } from '../../signaling/http/rate-limits.ts'
import { systemActor } from '../../signaling/identity/identity.ts'
import { createStaffLink } from '../../signaling/identity/staff-links.ts'
import { randomToken } from '../../signaling/identity/token.ts'
import { createLocalMailer } from '../../signaling/outreach/local-mailer.ts'
import type { SignInLink } from '../../signaling/store/sign-in-links.ts'
import { openStore, type Store } from '../../signaling/store/store.ts'
import { createSequentialIds } from '../../signaling/testing/clock.ts'
import { freePort } from '../free-port.ts'
import { createStillness, type Stillness } from './stillness.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface SimulatedServer {
  readonly origin: string
  readonly timeZone: string
  /** For what the simulation compares itself with. */
  readonly store: Store
  readonly stillness: Stillness
  /** What the server wrote into its log, where something went wrong. */
  readonly complaints: readonly string[]
  /** How many mails have left: whoever waits for mail looks when there is more. */
  mailsSent(): number
  /** As the administrator's command makes it; returns the token. */
  staffLink(link: SignInLink): Promise<string>
  close(): Promise<void>
}

/** A crowd behind one address: the limits are not what is tried here. */
const often = 1_000_000
const generous: RateLimits = {
  requestsPerMinute: often,
  badLinksPerMinute: often,
  asksPerHour: often,
}

export async function openServer(file: string, time: VirtualTime): Promise<SimulatedServer> {
  const port = await freePort()
  const loaded = loadConfig({
    VISITE_PORT: String(port),
    VISITE_STANDBY: 'off',
    VISITE_LOG_LEVEL: 'error',
  })
  if (!loaded.ok) throw new Error(loaded.mistakes.join(' '))
  const { config } = loaded
  const { publicUrl } = config
  const { clock } = time
  const store = await openStore(file)
  const complaints: string[] = []
  const mailer = createLocalMailer(clock)
  let mailsSent = 0
  const key = () => randomBytes(32)
  const app = await buildApp(config, {
    store,
    clock,
    timers: time,
    makeId: createSequentialIds('sim'),
    makeToken: randomToken,
    callLinks: createCallLinks({ key: key(), publicUrl, clock }),
    guestLinks: createGuestLinks({ key: key(), publicUrl, clock }),
    callProofs: createCallProofs({ key: key(), clock }),
    iceServers: () => [],
    mailer: {
      send(mail, signal) {
        mailsSent += 1
        return mailer.send(mail, signal)
      },
    },
    clientDir: null,
    logTarget: { write: (line) => void complaints.push(line) },
    eachMinute: (work) => time.every(() => 60_000, work),
    limits: generous,
  })
  const stillness = createStillness(app.server)
  await app.listen({ port, host: '127.0.0.1' })

  return {
    origin: publicUrl,
    timeZone: config.timeZone,
    store,
    stillness,
    complaints,
    mailsSent: () => mailsSent,
    async staffLink(link) {
      const options = { store, clock, makeToken: randomToken, publicUrl, actor: systemActor }
      const { url } = await createStaffLink(link, options)
      return url.split('#')[1] ?? ''
    },
    async close() {
      await app.close()
      await store.close()
    },
  }
}
