/** What workers asked for, as the planner's office works through it: who it is, when it is due, and into which slot. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AppError } from '../errors.ts'
import { listRequests } from '../planning/list-requests.ts'
import { noteRequest } from '../planning/note-request.ts'
import { planRequest, readRequestSlots } from '../planning/plan-request.ts'
import { Appointment } from '../protocol/planning.ts'
import {
  RequestNote,
  RequestNoted,
  RequestPlan,
  RequestRows,
  RequestSlots,
  RequestWorker,
} from '../protocol/requests.ts'
import { IdParams, Nothing, toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['requests']

export const requests: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, live } = options

  app.get(
    '/requests',
    {
      schema: {
        summary:
          'List what workers asked for and is not planned yet, the nearest end of the term first',
        tags,
        response: { 200: RequestRows },
      },
    },
    () => listRequests(options),
  )

  app.post(
    '/requests',
    {
      schema: {
        summary:
          'Note a request that came by telephone or letter; its term runs from the day given',
        tags,
        body: RequestNote,
        response: { 201: RequestNoted },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await noteRequest(options, request.body, toDeed(request, clock))),
  )

  app.get(
    '/requests/:id/slots',
    {
      schema: {
        summary: 'List the free slots in which a request can be planned, those that suit first',
        tags,
        params: IdParams,
        response: { 200: RequestSlots },
      },
    },
    ({ params }) => readRequestSlots(options, params.id),
  )

  app.post(
    '/requests/:id/worker',
    {
      schema: {
        summary: 'Say which worker somebody is who asked',
        tags,
        params: IdParams,
        body: RequestWorker,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { workerId } = request.body
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        if ((await writer.workers.get(workerId)) === null) throw new AppError('not-found')
        await writer.requests.confirmWorker(request.params.id, workerId, deed)
      })
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/requests/:id/plan',
    {
      schema: {
        summary: 'Plan a request into a free slot, by video or in person, and invite',
        tags,
        params: IdParams,
        body: RequestPlan,
        response: { 201: Appointment },
      },
    },
    async (request, reply) => {
      const deed = toDeed(request, clock)
      const appointment = await planRequest(options, request.params.id, request.body.slotId, deed)
      live.agendaChanged(appointment.physicianId)
      return reply.code(201).send(appointment)
    },
  )

  app.post(
    '/requests/:id/close',
    {
      schema: {
        summary: 'Take a request off the list: withdrawn, planned by telephone, or twice there',
        tags,
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const deed = toDeed(request, clock)
      await store.write((writer) => writer.requests.close(request.params.id, deed))
      return reply.code(204).send(null)
    },
  )
}
