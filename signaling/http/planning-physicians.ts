/** The physicians in whose agendas sessions stand. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { AppError } from '../errors.ts'
import { Physician, PhysicianDraft, PhysicianLanguages } from '../protocol/planning.ts'
import { IdParams, Nothing, toDeed, type PlanningOptions } from './planning-options.ts'

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

  app.post(
    '/physicians/:id/languages',
    {
      schema: {
        summary: 'Note in which languages a physician examines',
        tags,
        params: IdParams,
        body: PhysicianLanguages,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id: physicianId } = request.params
      const { languages } = request.body
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        if ((await writer.physicians.get(physicianId)) === null) throw new AppError('not-found')
        await writer.physicians.setLanguages(physicianId, languages)
        const details = { physicianId, languages: languages.join(' ') }
        const action = 'physician-languages-noted'
        await writer.audit.append({ ...deed, appointmentId: null, action, details })
      })
      return reply.code(204).send(null)
    },
  )
}
