/** That the two people of a call compared its safety words, and how it ended: for the audit log alone. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import { toActor } from '../identity/identity.ts'
import { ComparedWords } from '../protocol/safety-words.ts'
import type { Live } from '../socket/live.ts'
import type { Store } from '../store/store.ts'
import { IdParams, Nothing } from './planning-options.ts'

export interface SafetyWordsOptions {
  readonly store: Store
  readonly clock: Clock
  readonly live: Pick<Live, 'callOf'>
}

/** Registered inside the scope that demands a physician. */
export const safetyWords: FastifyPluginAsyncTypebox<SafetyWordsOptions> = async (app, deps) => {
  app.post(
    '/appointments/:id/safety-words',
    {
      schema: {
        tags: ['desk'],
        summary:
          'Tell how the comparison of the safety words of a call ended; the words stay with the two',
        params: IdParams,
        body: ComparedWords,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const identity = identityOf(request, 'physician')
      const { id } = request.params
      const { callId, result } = request.body
      const { store, live } = deps
      // A colleague's appointment looks like one that does not exist.
      const appointment = await store.read.appointments.get(id)
      if (appointment?.physicianId !== identity.physicianId) throw new AppError('not-found')
      const isPresent = live.callOf(id) === callId
      await store.write(async ({ audit, callRecords }) => {
        if (!isPresent && !(await callRecords.has(callId, id))) throw new AppError('not-found')
        await audit.append({
          at: toInstant(deps.clock.now()),
          actor: toActor(identity),
          appointmentId: id,
          action: `safety-words-${result}`,
          details: { callId },
        })
      })
      return reply.code(204).send(null)
    },
  )
}
