/** What the worker declares aloud, and the physician hears. Registered where a physician is demanded. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import { toActor } from '../identity/identity.ts'
import { ConsentDraft } from '../protocol/consents.ts'
import type { Store } from '../store/store.ts'
import { declare } from '../planning/declare.ts'
import { IdParams, Nothing } from './planning-options.ts'

export interface ConsentRoutes {
  readonly store: Store
  readonly clock: Clock
}

export const consents: FastifyPluginAsyncTypebox<ConsentRoutes> = async (app, { store, clock }) => {
  app.post(
    '/appointments/:id/consents',
    {
      schema: {
        summary: 'Record what the worker of one’s own appointment declares, or takes back',
        tags: ['desk'],
        params: IdParams,
        body: ConsentDraft,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const identity = identityOf(request, 'physician')
      const deed = { actor: toActor(identity), at: toInstant(clock.now()) }
      await store.write(async (writer) => {
        // A colleague's appointment looks like one that does not exist.
        const appointment = await writer.appointments.get(request.params.id)
        if (appointment?.physicianId !== identity.physicianId) throw new AppError('not-found')
        await declare(writer, appointment, request.body, deed)
      })
      return reply.code(204).send(null)
    },
  )
}
