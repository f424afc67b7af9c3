/** Routes to which people bring a link, a passkey or a code. Whatever is wrong with one, the answer is the same, and it is counted. */
import type { FastifyError, FastifyInstance } from 'fastify'
import { AppError } from '../errors.ts'
import type { ErrorCode } from '../protocol/codes.ts'
import type { BadLinkLimit } from './rate-limits.ts'

/**
 * Only what failed is counted, by where it came from and never by whom it named: nobody can lock a physician out, and a
 * genuine passkey opens whatever else came from its address.
 */
const counted: ReadonlySet<ErrorCode> = new Set(['link-not-valid', 'passkey-refused', 'code-wrong'])

/** Called first in a scope of such routes. */
export function guardLinks(app: FastifyInstance, badLinks: BadLinkLimit): void {
  app.setErrorHandler(async (error: FastifyError, request) => {
    const refusal = isAboutToken(error) ? new AppError('link-not-valid') : error
    if (refusal instanceof AppError && counted.has(refusal.code)) {
      if (await badLinks.count(request)) throw new AppError('too-many-requests')
    }
    // On to the one place that answers.
    throw refusal
  })
}

/** A token that a mail program damaged does not fit its schema: to a person that is no other mistake. */
function isAboutToken({ validation }: FastifyError): boolean {
  return validation?.[0]?.instancePath === '/token'
}
