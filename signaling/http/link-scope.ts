/** Routes to which people bring a link. Whatever is wrong with one, the answer is the same, and it is counted. */
import type { FastifyError, FastifyInstance } from 'fastify'
import { AppError } from '../errors.ts'
import type { BadLinkLimit } from './rate-limits.ts'

/** Called first in a scope of such routes. */
export function guardLinks(app: FastifyInstance, badLinks: BadLinkLimit): void {
  app.setErrorHandler(async (error: FastifyError, request) => {
    const refusal = isAboutToken(error) ? new AppError('link-not-valid') : error
    if (refusal instanceof AppError && refusal.code === 'link-not-valid') {
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
