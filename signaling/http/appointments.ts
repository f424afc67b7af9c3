/** Single appointments: planned, invited, cancelled, or turned into a visit in person. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { fromInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import { endAppointment, sendEndNow, takeBackEnd } from '../planning/end-appointment.ts'
import { inviteWorker } from '../planning/invite.ts'
import { createSlotPlanner } from '../planning/slot-planner.ts'
import { Ended } from '../protocol/board.ts'
import type { CallEnd } from '../protocol/consultation.ts'
import { Appointment, AppointmentDraft } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { dateAt } from '../rules/calendar.ts'
import type { Deed } from '../store/appointments.ts'
import { IdParams, Nothing, toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['appointments']

export const appointments: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, live } = options

  app.post(
    '/appointments',
    {
      schema: {
        summary: 'Plan a worker into a slot, by video or in person as its half day is',
        tags,
        body: AppointmentDraft,
        response: { 201: Appointment },
      },
    },
    async (request, reply) => {
      const appointment = await plan(options, request.body, toDeed(request, clock))
      live.agendaChanged(appointment.physicianId)
      return reply.code(201).send(appointment)
    },
  )

  app.get(
    '/appointments/:id',
    {
      schema: {
        summary: 'Read an appointment',
        tags,
        params: IdParams,
        response: { 200: Appointment },
      },
    },
    async ({ params }) => {
      const appointment = await store.read.appointments.get(params.id)
      if (appointment === null) throw new AppError('not-found')
      return appointment
    },
  )

  app.post(
    '/appointments/:id/invitation',
    {
      schema: {
        summary: 'Send the invitation, or send it again',
        tags,
        params: IdParams,
        response: { 200: Appointment },
      },
    },
    async (request) => {
      const deed = toDeed(request, clock)
      const appointment = await inviteWorker(options, request.params.id, deed)
      live.agendaChanged(appointment.physicianId)
      return appointment
    },
  )

  const end = async (
    request: FastifyRequest,
    id: Id,
    event: EndEvent,
    reason: CallEnd,
  ): Promise<Ended> => {
    const ended = await endAppointment(options, id, event, toDeed(request, clock))
    live.appointmentOver(id, reason)
    live.agendaChanged(ended.appointment.physicianId)
    return ended
  }
  const ends = { tags, params: IdParams, response: { 200: Ended } }

  app.post(
    '/appointments/:id/cancel',
    { schema: { summary: 'Cancel the appointment; its slot is free again', ...ends } },
    // For a page that is in a call, the service has ended it.
    (request) => end(request, request.params.id, { type: 'cancel' }, 'physician-ended'),
  )

  app.post(
    '/appointments/:id/in-person',
    {
      schema: {
        summary:
          'Turn the appointment into a visit in person, to be planned; its slot is free again',
        ...ends,
      },
    },
    (request) => end(request, request.params.id, { type: 'plan-in-person' }, 'in-person-instead'),
  )

  app.post(
    '/appointments/:id/end/send',
    {
      schema: {
        summary: 'Send the mail about a cancellation, or the turn into a visit, without waiting',
        tags,
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await sendEndNow(options, request.params.id, toDeed(request, clock))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/appointments/:id/end/undo',
    {
      schema: {
        summary: 'Take a cancellation, or the turn into a visit in person, back, and its mail',
        ...ends,
      },
    },
    async (request) => {
      const ended = await takeBackEnd(options, request.params.id, toDeed(request, clock))
      live.appointmentBack(request.params.id)
      live.agendaChanged(ended.appointment.physicianId)
      return ended
    },
  )
}

type EndEvent = Parameters<typeof endAppointment>[2]

function plan(
  options: PlanningOptions,
  { slotId, workerId, examType }: AppointmentDraft,
  deed: Deed,
): Promise<Appointment> {
  return options.store.write(async (writer) => {
    const slot = await writer.slots.get(slotId)
    if (slot === null) throw new AppError('not-found', '/slotId')
    // A planner may still use a slot that has begun; the filling of a session does not.
    if (slot.endsAt <= deed.at) throw new AppError('slot-past', '/slotId')
    const worker = await writer.workers.get(workerId)
    if (worker === null) throw new AppError('not-found', '/workerId')
    const on = dateAt(fromInstant(slot.startsAt), options.timeZone)
    const planner = await createSlotPlanner(options, writer, slot.modality, examType, deed)
    return planner.plan(writer, { slotId, workerId, employerId: worker.employerId, on })
  })
}
