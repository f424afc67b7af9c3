/** Challenges for passkeys: each given to one browser, taken by one answer, within five minutes. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { ChallengeFor } from '../store/passkeys.ts'
import type { Store } from '../store/store.ts'
import type { Access } from './access.ts'
import { challengeIn, challengeMs } from './passkeys.ts'
import { hashToken, type MakeToken } from './token.ts'

export interface ChallengeDeps {
  readonly store: Pick<Store, 'write'>
  readonly clock: Clock
  readonly makeToken: MakeToken
  readonly access: Access
}

export type Challenges = ReturnType<typeof createChallenges>

export function createChallenges({ store, clock, makeToken, access }: ChallengeDeps) {
  return {
    /** Gives the browser a cookie to know it by, and returns the challenge. */
    async ask(request: FastifyRequest, reply: FastifyReply, given: ChallengeFor): Promise<string> {
      const browser = access.cookies.read(request, 'browser') ?? makeToken()
      const challenge = makeToken()
      const now = clock.now()
      const at = toInstant(now)
      const expiresAt = toInstant(now + challengeMs)
      const browserHash = hashToken(browser)
      await store.write(({ passkeys }) =>
        passkeys.ask({ challenge, browserHash, given, at, expiresAt }),
      )
      access.cookies.set(reply, 'browser', browser, now + challengeMs)
      return challenge
    },

    /** Takes the challenge that was signed, good or bad. Throws `passkey-refused` when this browser was given none such. */
    async take<Purpose extends ChallengeFor['purpose']>(
      request: FastifyRequest,
      clientData: string,
      purpose: Purpose,
    ): Promise<{ challenge: string; given: Extract<ChallengeFor, { purpose: Purpose }> }> {
      const challenge = challengeIn(clientData)
      const browser = access.cookies.read(request, 'browser')
      if (challenge === null || browser === null) throw new AppError('passkey-refused')
      const at = toInstant(clock.now())
      const given = await store.write(({ passkeys }) =>
        passkeys.take(challenge, hashToken(browser), at),
      )
      if (!isFor(given, purpose)) throw new AppError('passkey-refused')
      return { challenge, given }
    },
  }
}

function isFor<Purpose extends ChallengeFor['purpose']>(
  given: ChallengeFor | null,
  purpose: Purpose,
): given is Extract<ChallengeFor, { purpose: Purpose }> {
  return given?.purpose === purpose
}
