/** The relay as the server uses it: credentials for the browsers, and for asking it whether it works. */
import type { Clock } from '../clock.ts'
import { readSharedSecret } from '../identity/secrets.ts'
import type { TurnConfig } from '../settings/turn.ts'
import type { IceServers } from '../socket/house.ts'
import { createTurnCredentials } from '../../turn/credentials.ts'
import { probeRelay } from '../../turn/probe.ts'
import { parseTurnUrl } from '../../turn/turn-url.ts'
import type { RelayProbe } from './relay-watch.ts'

export interface Relay {
  readonly iceServers: IceServers
  readonly probes: readonly RelayProbe[]
}

/**
 * Allocations of a probe whose end got lost stand for ten minutes, forty probes long: no user may hold more than twelve, so
 * these take turns.
 */
const probeUsers = 16

/** Reads the shared secret; throws `SecretsError`. */
export function openRelay(turn: TurnConfig | null, clock: Clock): Relay {
  if (turn === null) return { iceServers: () => [], probes: [] }
  const secret = readSharedSecret(turn.secretFile, 'VISITE_TURN_SECRET_FILE')
  const credentials = createTurnCredentials(secret, { clock, ttlSeconds: turn.credentialSeconds })
  let asked = 0
  return {
    iceServers: (participant, appointmentId) => [
      { urls: [...turn.urls], ...credentials.issue(`${appointmentId}-${participant}`) },
    ],
    probes: turn.urls.map((address) => ({
      address,
      ask: () =>
        probeRelay(parseTurnUrl(address), credentials.issue(`watch-${asked++ % probeUsers}`)),
    })),
  }
}
