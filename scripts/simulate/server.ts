/** The real server on a database of its own and a real port, with the simulation's time and ids that repeat. */
import { loadConfig } from '../../signaling/config.ts'
import type { RateLimits } from '../../signaling/http/rate-limits.ts'
import { systemActor } from '../../signaling/identity/identity.ts'
import { createStaffLink } from '../../signaling/identity/staff-links.ts'
import { randomToken } from '../../signaling/identity/token.ts'
import { startServer } from '../../signaling/server.ts'
import type { SignInLink } from '../../signaling/store/sign-in-links.ts'
import type { Store } from '../../signaling/store/store.ts'
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
  /** By which the first planner enrols. */
  readonly firstToken: string
  /** As the administrator's command makes it; returns the token. */
  staffToken(link: SignInLink): Promise<string>
  close(): Promise<void>
}

/** A crowd behind one address: the limits are not what is tried here. */
const often = 1_000_000
const generous: RateLimits = {
  requestsPerMinute: often,
  badLinksPerMinute: often,
  asksPerHour: often,
}

export interface SimulatedOptions {
  readonly dataDir: string
  readonly refill: boolean
  /** How long until the server next looks for what has become due. */
  readonly pulseMs: () => number
}

export async function openServer(
  { dataDir, refill, pulseMs }: SimulatedOptions,
  time: VirtualTime,
): Promise<SimulatedServer> {
  const port = await freePort()
  const loaded = loadConfig({
    VISITE_PORT: String(port),
    VISITE_DATA_DIR: dataDir,
    VISITE_STANDBY: 'off',
    VISITE_REFILL: refill ? 'on' : 'off',
    VISITE_LOG_LEVEL: 'error',
  })
  if (!loaded.ok) throw new Error(loaded.mistakes.join(' '))
  const { publicUrl, timeZone } = loaded.config
  const { clock } = time
  const complaints: string[] = []
  let mailsSent = 0
  const server = await startServer(loaded.config, {
    clientDir: null,
    logTarget: { write: (line) => void complaints.push(line) },
    world: {
      clock,
      timers: time,
      eachMinute: (work) => time.every(pulseMs, work),
      makeId: createSequentialIds('sim'),
      limits: generous,
      wrapMailer: (mailer) => ({
        send(mail, signal) {
          mailsSent += 1
          return mailer.send(mail, signal)
        },
      }),
    },
  })
  const { store } = server
  const tokenOf = (url = '') => url.split('#')[1] ?? ''
  return {
    origin: publicUrl,
    timeZone,
    store,
    stillness: createStillness(server.http),
    complaints,
    mailsSent: () => mailsSent,
    firstToken: tokenOf(server.firstLink?.url),
    async staffToken(link) {
      const options = { store, clock, makeToken: randomToken, publicUrl, actor: systemActor }
      return tokenOf((await createStaffLink(link, options)).url)
    },
    close: () => server.close(),
  }
}
