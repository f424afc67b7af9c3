/** The physician has seen the identity card of whoever is at the worker's page. Registered where a physician is demanded. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toInstant, type Clock, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import { toActor } from '../identity/identity.ts'
import { takeBackOthersWords } from '../planning/take-back-others-words.ts'
import type { Live } from '../socket/live.ts'
import type { Store } from '../store/store.ts'
import { IdParams, Nothing } from './planning-options.ts'

export interface IdentityCardRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly live: Live
}

export const identityCard: FastifyPluginAsyncTypebox<IdentityCardRoutes> = async (app, options) => {
  const { store, clock, makeId, live } = options

  app.post(
    '/appointments/:id/identity-card',
    {
      schema: {
        summary:
          'Record that one has seen the identity card of one’s own worker, who is on the page',
        tags: ['desk'],
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const identity = identityOf(request, 'physician')
      const { id: appointmentId } = request.params
      const appointment = await store.read.appointments.get(appointmentId)
      // A colleague's appointment looks like one that does not exist.
      if (appointment?.physicianId !== identity.physicianId) throw new AppError('not-found')
      // Of whoever is there: another browser's login has shown nothing.
      const loginKey = live.workerLogin(appointmentId)
      if (loginKey === null) throw new AppError('worker-not-here')
      const at = toInstant(clock.now())
      const { staffId: seenBy } = identity
      const added = await store.write(async (writer) => {
        const { kind } = await writer.identifications.ofLogin(loginKey)
        // Seen twice is seen once; and a card adds nothing to who was named by itsme.
        if (kind === 'card' || kind === 'itsme') return false
        await takeBackOthersWords(writer, appointment, loginKey, at)
        const card = { id: makeId(), loginKey, appointmentId, at, seenBy } as const
        await writer.identifications.add({ ...card, method: 'card' })
        const actor = toActor(identity)
        await writer.audit.append({ at, actor, appointmentId, action: 'identity-card-seen' })
        return true
      })
      if (added) {
        live.identified(appointmentId, loginKey, { kind: 'card', at })
        live.agendaChanged(appointment.physicianId)
      }
      return reply.code(204).send(null)
    },
  )
}
