/** The short link of an SMS: leads to the one page that it is for, and changes nothing. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { CallLinks } from '../identity/call-link.ts'
import type { OfferLinks } from '../identity/offer-link.ts'
import { hashToken } from '../identity/token.ts'
import { strict } from '../protocol/primitives.ts'
import type { ShortLinkTarget } from '../store/short-links.ts'
import type { Store } from '../store/store.ts'
import type { BadLinkLimit } from './rate-limits.ts'

export interface ShortLinkRoutes {
  readonly store: Pick<Store, 'read'>
  readonly clock: Clock
  readonly callLinks: CallLinks
  readonly offerLinks: OfferLinks
  readonly badLinks: BadLinkLimit
}

/** Says whom to call. */
const whereHelpIs = '/worker/'

export const shortLink: FastifyPluginAsyncTypebox<ShortLinkRoutes> = async (app, deps) => {
  const { store, clock, callLinks, offerLinks, badLinks } = deps

  const urlOf = async (target: ShortLinkTarget): Promise<string | null> => {
    if ('offerId' in target) {
      const context = await store.read.offers.context(target.offerId)
      return context && offerLinks.urlFor(context.offer, context.worker.language)
    }
    const context = await store.read.appointments.context(target.appointmentId)
    if (context === null || context.linkVersion !== target.linkVersion) return null
    const { appointment, linkVersion, worker } = context
    return callLinks.urlFor({ ...appointment, linkVersion }, worker.language)
  }

  app.get(
    '/s/:code',
    // A wrong one of any length is looked for like a right one, and counted.
    { schema: { hide: true, params: strict({ code: Type.String({ maxLength: 100 }) }) } },
    async (request, reply) => {
      const { code } = request.params
      const target = await store.read.shortLinks.find(hashToken(code), toInstant(clock.now()))
      const url = target && (await urlOf(target))
      if (url === null && (await badLinks.count(request))) throw new AppError('too-many-requests')
      return reply.header('cache-control', 'no-store').redirect(url ?? whereHelpIs, 302)
    },
  )
}
