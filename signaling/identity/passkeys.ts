/**
 * Passkeys (Web Authentication Level 3): what an authenticator is asked for, and whether its answer is good. Whether the
 * challenge was ours, for this browser and in time, is for the store to say.
 */
import { Buffer } from 'node:buffer'
import type { PasskeyMade, PasskeyUsed } from '../protocol/own-access.ts'
import type { StoredPasskey } from '../store/passkeys.ts'

export type Passkeys = ReturnType<typeof createPasskeys>

/** Long enough to find the telephone or the key; short enough that a page left open signs nothing later. */
export const challengeMs = 5 * 60_000

/** EdDSA, ES256, RS256 (IANA COSE algorithms): the last for Windows Hello. */
export const algorithms = [-8, -7, -257]

export interface PasskeyOptions {
  readonly publicUrl: string
  readonly serviceName: string
}

export function createPasskeys({ publicUrl, serviceName }: PasskeyOptions) {
  const origin = passkeyOrigin(publicUrl)
  const rp = { id: new URL(origin).hostname, name: serviceName }
  const expected = (challenge: string) => ({
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rp.id,
    requireUserVerification: true,
  })

  return {
    rp,

    /** Returns what is to be kept of a new passkey; null when the answer is not good. */
    async readMade(
      { id, clientData, attestation, transports }: PasskeyMade,
      challenge: string,
    ): Promise<Omit<StoredPasskey, 'staffId'> | null> {
      const { verifyRegistrationResponse } = await webAuthn()
      const verified = await verifyRegistrationResponse({
        ...expected(challenge),
        supportedAlgorithmIDs: algorithms,
        response: {
          id,
          rawId: id,
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON: clientData, attestationObject: attestation },
        },
      }).catch(() => null)
      if (verified?.registrationInfo === undefined) return null
      const { credential } = verified.registrationInfo
      // The id beside the attestation is unsigned: the one within counts.
      if (credential.id !== id) return null
      const publicKey = Buffer.from(credential.publicKey).toString('base64url')
      return { id, publicKey, counter: credential.counter, transports }
    },

    /** Returns the signature counter; null when the signature is not that passkey's, or not of its owner. */
    async readUsed(
      { id, clientData, authenticatorData, signature, userHandle }: PasskeyUsed,
      challenge: string,
      { publicKey, staffId }: Pick<StoredPasskey, 'publicKey' | 'staffId'>,
    ): Promise<number | null> {
      if (userHandle !== null && userHandle !== toUserHandle(staffId)) return null
      const { verifyAuthenticationResponse } = await webAuthn()
      const verified = await verifyAuthenticationResponse({
        ...expected(challenge),
        // The counter is judged by `isCopied`: a copy is told from a bad signature.
        credential: {
          id,
          publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
          counter: 0,
        },
        response: {
          id,
          rawId: id,
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON: clientData, authenticatorData, signature },
        },
      }).catch(() => null)
      return verified?.verified === true ? verified.authenticationInfo.newCounter : null
    },
  }
}

/**
 * Whether a counter shows that two authenticators sign with one key: it did not go up although somebody counts
 * (Web Authentication 3, 6.1.1). Passkeys that follow their owner from device to device keep none and always say 0.
 */
export function isCopied(known: number, shown: number): boolean {
  return (known > 0 || shown > 0) && shown <= known
}

/** Returns the challenge that the browser says it signed; null for what no browser sends. */
export function challengeIn(clientData: string): string | null {
  const value = parse(Buffer.from(clientData, 'base64url').toString())
  if (typeof value !== 'object' || value === null || !('challenge' in value)) return null
  return typeof value.challenge === 'string' ? value.challenge : null
}

/** What an authenticator calls its owner by: no name, no address (Web Authentication 3, 14.6.1). */
export function toUserHandle(staffId: string): string {
  return Buffer.from(staffId).toString('base64url')
}

/** Browsers make passkeys for names, never for numbers: one's own machine is `localhost`. */
function passkeyOrigin(publicUrl: string): string {
  const url = new URL(publicUrl)
  if (url.hostname === '127.0.0.1') url.hostname = 'localhost'
  return url.origin
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Loaded when it is first needed: its certificates' parsers take half a second (measured), and nobody waits for them at the start. */
const webAuthn = () => import('@simplewebauthn/server')
