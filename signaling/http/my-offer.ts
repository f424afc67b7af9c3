/** A slot before theirs, offered to a worker on their own page: the socket says which, and here it is read and answered. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'
import { identityOf, type Access } from '../identity/access.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import { OfferOnPage } from '../protocol/offers.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Store } from '../store/store.ts'
import type { OfferAnswers } from './offer-answers.ts'
import { IdParams } from './planning-options.ts'

export interface MyOfferRoutes {
  readonly store: Store
  readonly access: Access
  readonly answers: OfferAnswers
}

const isAsked = ({ examType }: { readonly examType: ExamType }) => examType === 'spontaneous'

/** Registered in a scope of its own: it demands a worker. */
export const myOffer: FastifyPluginAsyncTypebox<MyOfferRoutes> = async (app, deps) => {
  const { store, access, answers } = deps
  app.addHook('onRequest', access.requireWorker)

  /** Another worker's offer looks like one that does not exist; so does one of a talk that they asked for beside this. */
  const own = async (request: FastifyRequest, id: Id): Promise<Id> => {
    const { appointmentId } = identityOf(request, 'worker')
    const appointment = await store.read.appointments.get(appointmentId)
    const offer = await store.read.offers.get(id)
    const isTheirs = appointment !== null && offer?.workerId === appointment.workerId
    if (!isTheirs || isAsked(offer) !== isAsked(appointment)) throw new AppError('not-found')
    return id
  }
  const schema = {
    tags: ['worker'],
    security: [{ workerLogin: [] }],
    params: IdParams,
    response: { 200: OfferOnPage },
  }

  app.get('/api/my-appointment/offers/:id', { schema }, async (request) =>
    answers.look(await own(request, request.params.id)),
  )
  app.post('/api/my-appointment/offers/:id/accept', { schema }, async (request) =>
    answers.accept(await own(request, request.params.id)),
  )
  app.post('/api/my-appointment/offers/:id/decline', { schema }, async (request) =>
    answers.decline(await own(request, request.params.id)),
  )
}
