/** The physicians in whose agendas sessions stand. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { Physician, PhysicianDraft } from '../protocol/planning.ts'
import { toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['physicians']

export const physicians: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, makeId } = options

  app.get(
    '/physicians',
    {
      schema: {
        summary: 'List the physicians',
        tags,
        response: { 200: Type.Array(Physician) },
      },
    },
    () => store.read.physicians.list(),
  )

  app.post(
    '/physicians',
    {
      schema: {
        summary: 'Add a physician',
        tags,
        body: PhysicianDraft,
        response: { 201: Physician },
      },
    },
    async (request, reply) => {
      const physician = { id: makeId(), ...request.body }
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        await writer.physicians.add(physician, deed.at)
        const details = { physicianId: physician.id }
        await writer.audit.append({
          ...deed,
          appointmentId: null,
          action: 'physician-added',
          details,
        })
      })
      return reply.code(201).send(physician)
    },
  )
}
