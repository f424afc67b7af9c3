/**
 * A claim that we signed and give to somebody to bring back: what it says is theirs to read, not to change. Each kind has a
 * key, a type and an audience of its own, so that no token of one kind could ever pass as another (RFC 8725, 3.11).
 */
import { createHmac } from 'node:crypto'
import { jwtVerify, type JWTPayload } from 'jose'
import type { Clock } from '../clock.ts'

export interface ClaimKind {
  /** 32 bytes, used for nothing else. */
  readonly key: Uint8Array
  readonly type: string
  readonly audience: string
  readonly clock: Clock
}

export interface SignedClaims {
  /**
   * `expiresAt` in seconds since 1970. No `iat`, no `jti`: nothing in it but what is claimed. At once, and so not by jose,
   * which signs in a later turn: a proof must leave no later than what it proves.
   */
  sign(claim: {
    readonly subject: string
    readonly expiresAt: number
    readonly more?: JWTPayload
  }): string
  /**
   * Returns null for every token that is not ours, not whole, not of this kind, or expired. `graceSeconds`: also what
   * expired no longer ago.
   */
  read(
    token: string,
    graceSeconds?: number,
  ): Promise<(JWTPayload & { readonly sub: string }) | null>
}

/** One algorithm, given to the verifier as a list of one: the token's header has no say (RFC 8725, 3.1). */
const algorithm = 'HS256'
const issuer = 'visite'
/** Three parts, the last of 32 bytes. The verifier alone would forgive what a mail program put at the end. */
const shape = /^[\w-]{1,200}\.[\w-]{1,700}\.[\w-]{43}$/

export function createSignedClaims({ key, type, audience, clock }: ClaimKind): SignedClaims {
  return {
    sign({ subject, expiresAt, more = {} }) {
      const header = { alg: algorithm, typ: type }
      const claim = { ...more, iss: issuer, aud: audience, sub: subject, exp: expiresAt }
      const said = [header, claim].map(encode).join('.')
      return `${said}.${createHmac('sha256', key).update(said).digest('base64url')}`
    },

    async read(token, graceSeconds = 0) {
      if (!shape.test(token)) return null
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          typ: type,
          issuer,
          audience,
          requiredClaims: ['sub', 'exp'],
          currentDate: new Date(clock.now()),
          clockTolerance: graceSeconds,
        })
        return typeof payload.sub === 'string' ? { ...payload, sub: payload.sub } : null
      } catch {
        // Whatever was wrong with it, the answer is the same.
        return null
      }
    },
  }
}

/** RFC 7515, 3.1. */
function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
