/**
 * Time-limited TURN credentials, as draft-uberti-behave-turn-rest-00 has them and coturn's `use-auth-secret` checks them:
 * username = expiry in Unix seconds, a colon, a user id; password = base64(HMAC-SHA1(secret, username)).
 */
import { createHmac } from 'node:crypto'

export interface TurnCredential {
  readonly username: string
  readonly credential: string
}

export interface TurnCredentials {
  /** `userId` is logged by coturn and counts for its quota: opaque, one per participant and consultation. */
  issue(userId: string): TurnCredential
}

/**
 * An hour covers the waiting room and the call. Expiry does not end a running allocation (measured with coturn 4.6.1);
 * a new attempt fetches a new credential.
 */
export const turnLifetimeSeconds = 3600

/** Makes credentials from the secret shared with coturn. */
export function createTurnCredentials(
  secret: string,
  { clock, ttlSeconds = turnLifetimeSeconds }: { clock: { now(): number }; ttlSeconds?: number },
): TurnCredentials {
  return {
    issue(userId) {
      const username = `${Math.floor(clock.now() / 1000) + ttlSeconds}:${userId}`
      return { username, credential: signTurnUsername(secret, username) }
    },
  }
}

/** Returns the password that belongs to this username. */
export function signTurnUsername(secret: string, username: string): string {
  return createHmac('sha1', secret).update(username).digest('base64')
}
