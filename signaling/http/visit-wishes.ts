/** Visits in person that are still to be planned: the nearest end of a term first. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listVisitWishes, planWish, readWishSlots } from '../planning/visit-wishes.ts'
import { SlotChoice } from '../protocol/my-appointment.ts'
import { Appointment } from '../protocol/planning.ts'
import { VisitSlots, VisitWishes } from '../protocol/visit-wishes.ts'
import { IdParams, Nothing, toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['requests']

export const visitWishes: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, live } = options

  app.get(
    '/visit-wishes',
    {
      schema: {
        summary: 'List who is to come in person and has no visit yet',
        tags,
        response: { 200: VisitWishes },
      },
    },
    () => listVisitWishes(options),
  )

  app.get(
    '/visit-wishes/:id/slots',
    {
      schema: {
        summary: 'List the nearest free slots for the visit that replaces this appointment',
        tags,
        params: IdParams,
        response: { 200: VisitSlots },
      },
    },
    ({ params }) => readWishSlots(options, params.id),
  )

  app.post(
    '/visit-wishes/:id/plan',
    {
      schema: {
        summary: 'Plan the visit that replaces this appointment, and invite',
        tags,
        params: IdParams,
        body: SlotChoice,
        response: { 201: Appointment },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const visit = await planWish(options, id, request.body.slotId, toDeed(request, clock))
      live.agendaChanged(visit.physicianId)
      return reply.code(201).send(visit)
    },
  )

  app.post(
    '/visit-wishes/:id/settle',
    {
      schema: {
        summary: 'Take a visit off the list: agreed by telephone, or not wanted any more',
        tags,
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const deed = toDeed(request, clock)
      await store.write((writer) => writer.visitWishes.settle(request.params.id, deed))
      return reply.code(204).send(null)
    },
  )
}
