/**
 * Call proofs: what a page in a call shows to a server that was started anew and remembers nothing. A signed claim "this page
 * of this person is in this call", given out again and again while the call lasts, and worthless soon after.
 */
import { jwtVerify, SignJWT } from 'jose'
import type { Clock } from '../clock.ts'
import type { Id } from '../protocol/primitives.ts'

export interface CallClaim {
  /** Who, as the login says; see `keyOf`. */
  readonly person: string
  readonly page: Id
  readonly appointmentId: Id
  readonly callId: Id
  readonly attempt: number
}

export interface CallProofs {
  issue(claim: CallClaim): Promise<string>
  /** Whether this is our proof of just this. A later attempt than the proof's came out of the same call. */
  proves(proof: string, claim: CallClaim): Promise<boolean>
}

export interface CallProofOptions {
  /** 32 bytes, used for nothing else. */
  readonly key: Uint8Array
  readonly clock: Clock
}

/** A page gets a new proof this often. */
export const proofEveryMs = 30_000
/** From the moment in which the server dies a page can come back for two minutes, however old its proof is then. */
const validS = 120 + proofEveryMs / 1000

/** As with call links: one algorithm, and a type and an audience of its own (RFC 8725, 3.1 and 3.11). */
const algorithm = 'HS256'
const type = 'visite-call-proof'
const issuer = 'visite'
const audience = 'visite-resume'

export function createCallProofs({ key, clock }: CallProofOptions): CallProofs {
  return {
    issue: ({ person, page, appointmentId, callId, attempt }) =>
      new SignJWT({ page, appointmentId, callId, attempt })
        .setProtectedHeader({ alg: algorithm, typ: type })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(person)
        .setExpirationTime(Math.ceil(clock.now() / 1000) + validS)
        .sign(key),

    async proves(proof, { person, page, appointmentId, callId, attempt }) {
      try {
        const { payload } = await jwtVerify(proof, key, {
          algorithms: [algorithm],
          typ: type,
          issuer,
          audience,
          subject: person,
          requiredClaims: ['exp'],
          currentDate: new Date(clock.now()),
        })
        return (
          payload['page'] === page &&
          payload['appointmentId'] === appointmentId &&
          payload['callId'] === callId &&
          typeof payload['attempt'] === 'number' &&
          payload['attempt'] <= attempt
        )
      } catch {
        // Whatever was wrong with it, the answer is the same.
        return false
      }
    },
  }
}
