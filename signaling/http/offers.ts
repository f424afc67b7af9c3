/** The link of an offer. Looking changes nothing, so that a mail scanner takes no slot; one tap takes exactly this one. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AppError } from '../errors.ts'
import type { CallLinks } from '../identity/call-link.ts'
import type { OfferLinks } from '../identity/offer-link.ts'
import { MyOffer, OfferLinkBody } from '../protocol/offers.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Store } from '../store/store.ts'
import { guardLinks } from './link-scope.ts'
import type { OfferAnswers, SeenOffer } from './offer-answers.ts'
import type { BadLinkLimit } from './rate-limits.ts'

export interface OfferRoutes {
  readonly store: Store
  readonly answers: OfferAnswers
  readonly offerLinks: OfferLinks
  readonly callLinks: CallLinks
  readonly badLinks: BadLinkLimit
}

export const offers: FastifyPluginAsyncTypebox<OfferRoutes> = async (app, deps) => {
  const { store, answers, offerLinks, callLinks } = deps
  guardLinks(app, deps.badLinks)

  const idOf = async (token: string): Promise<Id> => {
    const id = await offerLinks.read(token)
    if (id === null) throw new AppError('link-not-valid')
    return id
  }
  /** With the way into the appointment, for who has taken it. */
  const withLink = async (id: Id, seen: SeenOffer): Promise<MyOffer> => {
    const { offer, worker } = await answers.contextOf(id)
    const { appointmentId } = offer
    const mine =
      appointmentId === null ? null : await store.read.appointments.context(appointmentId)
    const callLink =
      mine === null
        ? null
        : callLinks.urlFor({ ...mine.appointment, linkVersion: mine.linkVersion }, worker.language)
    return { ...seen, callLink }
  }
  const schema = { tags: ['worker'], body: OfferLinkBody, response: { 200: MyOffer } }

  app.post('/api/offer-link/look', { schema }, async ({ body }) => {
    const id = await idOf(body.token)
    return withLink(id, await answers.look(id))
  })

  app.post('/api/offer-link/accept', { schema }, async ({ body }) => {
    const id = await idOf(body.token)
    return withLink(id, await answers.accept(id))
  })

  app.post('/api/offer-link/decline', { schema }, async ({ body }) => {
    const id = await idOf(body.token)
    return withLink(id, await answers.decline(id))
  })
}
