/** The worker's say before the day: they come, they do not, or another time suits them better. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { fromInstant, toInstant, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import { readSuitingSlots } from '../planning/suiting-slots.ts'
import { MyAppointment, NearestSlots, SlotChoice } from '../protocol/my-appointment.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { mayChoose } from '../rules/worker-choice.ts'
import type { Deed } from '../store/appointments.ts'
import type { Reader } from '../store/store.ts'
import type { MyAppointmentRoutes } from './my-appointment.ts'
import { readEntered } from './read-entered.ts'

export interface MyChoiceRoutes extends MyAppointmentRoutes {
  readonly makeId: MakeId
  readonly wakeOutbox: () => void
}

/** Registered in a scope of its own: it demands a worker. */
export const myChoice: FastifyPluginAsyncTypebox<MyChoiceRoutes> = async (app, deps) => {
  const { store, clock, access, live, settings, makeId } = deps
  app.addHook('onRequest', access.requireWorker)

  const { timeZone, choiceCutOff } = settings
  const deedOf = (request: FastifyRequest): Deed & { readonly id: Id } => {
    const { appointmentId: id } = identityOf(request, 'worker')
    return { id, actor: { kind: 'worker', id }, at: toInstant(clock.now()) }
  }
  /** Refuses whoever was not asked, or asks too late. */
  const stillOpen = async (reader: Pick<Reader, 'appointments'>, id: Id): Promise<Appointment> => {
    const appointment = await reader.appointments.get(id)
    if (appointment === null) throw new AppError('not-found')
    const startsAt = fromInstant(appointment.startsAt)
    const { status } = appointment
    if (!mayChoose({ status, startsAt }, clock.now(), choiceCutOff, timeZone)) {
      throw new AppError('choice-over')
    }
    return appointment
  }
  const documented = { tags: ['worker'], security: [{ workerLogin: [] }] }
  const schema = { ...documented, response: { 200: MyAppointment } }

  app.post('/api/my-appointment/confirm', { schema }, async (request) => {
    const { id, ...deed } = deedOf(request)
    const changed = await store.write(async (writer) => {
      const { status } = await stillOpen(writer, id)
      // Saying it twice is saying it once.
      return status === 'accepted' ? null : writer.appointments.change(id, { type: 'accept' }, deed)
    })
    if (changed !== null) live.agendaChanged(changed.physicianId)
    return readEntered(request, deps)
  })

  app.post('/api/my-appointment/decline', { schema }, async (request) => {
    const { id, ...deed } = deedOf(request)
    const { physicianId } = await store.write(async (writer) => {
      await stillOpen(writer, id)
      return writer.appointments.change(id, { type: 'cancel' }, deed)
    })
    live.appointmentOver(id, 'physician-ended')
    live.agendaChanged(physicianId)
    return readEntered(request, deps)
  })

  app.get(
    '/api/my-appointment/slots',
    { schema: { ...documented, response: { 200: NearestSlots } } },
    async (request) => {
      const { id } = deedOf(request)
      await stillOpen(store.read, id)
      return readSuitingSlots(store.read, id, { now: clock.now(), timeZone })
    },
  )

  app.post(
    '/api/my-appointment/slot',
    { schema: { ...schema, body: SlotChoice } },
    async (request) => {
      const { id, ...deed } = deedOf(request)
      const { slotId } = request.body
      const physicianIds = await store.write(async (writer) => {
        const appointment = await stillOpen(writer, id)
        const open = await readSuitingSlots(writer, id, { now: clock.now(), timeZone }, slotId)
        if (open.length === 0) throw new AppError('slot-taken', '/slotId')
        const event = { type: 'choose-slot' } as const
        const change = { appointment, toSlotId: slotId, event, swappedWith: null }
        await writer.appointments.changeSlots([change], deed)
        await writer.outbox.queue({ id: makeId(), appointmentId: id, kind: 'moved', at: deed.at })
        const moved = await writer.appointments.get(id)
        return new Set([appointment.physicianId, moved?.physicianId ?? appointment.physicianId])
      })
      deps.wakeOutbox()
      for (const physicianId of physicianIds) live.agendaChanged(physicianId)
      return readEntered(request, deps)
    },
  )
}
