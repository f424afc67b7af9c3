/**
 * Call proofs: what a page in a call shows to a server that was started anew and remembers nothing. A signed claim "this page
 * of this person is in this call", given out again and again while the call lasts, and worthless soon after.
 */
import type { Clock } from '../clock.ts'
import type { Id } from '../protocol/primitives.ts'
import { createSignedClaims } from './signed-claim.ts'

export interface CallClaim {
  /** Who, as the login says; see `keyOf`. */
  readonly person: string
  readonly page: Id
  readonly appointmentId: Id
  readonly callId: Id
  readonly attempt: number
}

export interface CallProofs {
  issue(claim: CallClaim): string
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

export function createCallProofs({ key, clock }: CallProofOptions): CallProofs {
  const type = 'visite-call-proof'
  const claims = createSignedClaims({ key, type, audience: 'visite-resume', clock })
  return {
    issue: ({ person, page, appointmentId, callId, attempt }) =>
      claims.sign({
        subject: person,
        expiresAt: Math.ceil(clock.now() / 1000) + validS,
        more: { page, appointmentId, callId, attempt },
      }),

    async proves(proof, { person, page, appointmentId, callId, attempt }) {
      const claim = await claims.read(proof)
      if (claim === null) return false
      return (
        claim.sub === person &&
        claim['page'] === page &&
        claim['appointmentId'] === appointmentId &&
        claim['callId'] === callId &&
        typeof claim['attempt'] === 'number' &&
        claim['attempt'] <= attempt
      )
    },
  }
}
