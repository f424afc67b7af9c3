/** The nearest slots for a visit in person, offered at once to whoever chose one; one tap takes one. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import type { FreeSlot } from '../protocol/free-slot.ts'
import { MyAppointment, NearestSlots, SlotChoice } from '../protocol/my-appointment.ts'
import type { Id } from '../protocol/primitives.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import type { Reader, Writer } from '../store/store.ts'
import type { MyChoiceRoutes } from './my-choice.ts'
import { readEntered } from './read-entered.ts'
import { atPlace } from './worker-view.ts'

/** A choice that fits on a phone's screen. */
const shownSlots = 6
/** Time to come. */
const noticeMs = 2 * 60 * 60_000

/** Registered in a scope of its own: it demands a worker. */
export const myVisit: FastifyPluginAsyncTypebox<MyChoiceRoutes> = async (app, deps) => {
  const { store, clock, access, live, settings, makeId } = deps
  app.addHook('onRequest', access.requireWorker)

  const contextOf = async (reader: Pick<Reader, 'appointments'>, id: Id) => {
    const context = await reader.appointments.context(id)
    if (context === null) throw new AppError('not-found')
    return context
  }
  /** None for whoever has a visit already, has a talk by video still, or asked for the consultation themselves. */
  const readFree = async (
    reader: Pick<Reader, 'requests' | 'visits'>,
    { appointment, visit, worker }: AppointmentContext,
  ): Promise<FreeSlot[]> => {
    if (appointment.status !== 'converted' || visit !== null) return []
    // Asked for of their own accord, art. I.4-37: the visit would stand on lists that name the employer. The service calls.
    const request = (await reader.requests.ofAppointments([appointment.id])).get(appointment.id)
    if (request?.examType === 'spontaneous') return []
    return reader.visits.free(worker, toInstant(clock.now() + noticeMs))
  }
  const documented = { tags: ['worker'], security: [{ workerLogin: [] }] }

  app.get(
    '/api/my-appointment/visits',
    { schema: { ...documented, response: { 200: NearestSlots } } },
    async (request) => {
      const { appointmentId } = identityOf(request, 'worker')
      const free = await readFree(store.read, await contextOf(store.read, appointmentId))
      return free.slice(0, shownSlots).map((slot) => atPlace(slot, settings))
    },
  )

  const book = async (writer: Writer, id: Id, slotId: Id): Promise<Id> => {
    const context = await contextOf(writer, id)
    const free = await readFree(writer, context)
    if (!free.some((slot) => slot.slotId === slotId)) throw new AppError('slot-taken', '/slotId')
    const { workerId, examType } = context.appointment
    const deed = { actor: { kind: 'worker', id }, at: toInstant(clock.now()) } as const
    const visitId = makeId()
    const visit = await writer.appointments.create(
      {
        id: visitId,
        slotId,
        workerId,
        modality: 'in-person',
        examType,
        calendarUid: makeId(),
      },
      { ...deed, details: { insteadOf: id } },
    )
    await writer.appointments.change(visitId, { type: 'invite' }, deed)
    await writer.appointments.change(visitId, { type: 'accept' }, deed)
    const message = { id: makeId(), appointmentId: visitId, kind: 'invitation' } as const
    await writer.outbox.queue({ ...message, at: deed.at })
    return visit.physicianId
  }

  app.post(
    '/api/my-appointment/visit',
    { schema: { ...documented, body: SlotChoice, response: { 200: MyAppointment } } },
    async (request) => {
      const { appointmentId } = identityOf(request, 'worker')
      const { slotId } = request.body
      const physicianId = await store.write((writer) => book(writer, appointmentId, slotId))
      deps.wakeOutbox()
      live.agendaChanged(physicianId)
      return readEntered(request, deps)
    },
  )
}
