/** The nearest slots for a visit in person, offered at once to whoever chose one; one tap takes one. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import { readVisitSlots } from '../planning/plan-request.ts'
import type { FreeSlot } from '../protocol/free-slot.ts'
import { MyAppointment, NearestSlots, SlotChoice } from '../protocol/my-appointment.ts'
import type { Id } from '../protocol/primitives.ts'
import { isWorkersOwn } from '../rules/requests.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import type { Request } from '../store/requests.ts'
import type { Reader, Writer } from '../store/store.ts'
import type { MyChoiceRoutes } from './my-choice.ts'
import { readEntered } from './read-entered.ts'
import { atPlace } from './worker-view.ts'

/** A choice that fits on a phone's screen. */
const shownSlots = 6
/** Time to come. */
const noticeMs = 2 * 60 * 60_000

type ChoiceReader = Pick<Reader, 'requests' | 'visits' | 'workers'>

async function readRequest(reader: Pick<Reader, 'requests'>, id: Id): Promise<Request | null> {
  return (await reader.requests.ofAppointments([id])).get(id) ?? null
}

const isAtService = ({ placeName }: FreeSlot) => placeName === null

/** Registered in a scope of its own: it demands a worker. */
export const myVisit: FastifyPluginAsyncTypebox<MyChoiceRoutes> = async (app, deps) => {
  const { store, clock, access, live, settings, makeId } = deps
  app.addHook('onRequest', access.requireWorker)

  const contextOf = async (reader: Pick<Reader, 'appointments'>, id: Id) => {
    const context = await reader.appointments.context(id)
    if (context === null) throw new AppError('not-found')
    return context
  }
  /** None for whoever has a visit already or has a talk by video still. */
  const readFree = async (
    reader: ChoiceReader,
    { appointment, visit, worker }: AppointmentContext,
  ): Promise<FreeSlot[]> => {
    if (appointment.status !== 'converted' || visit !== null) return []
    const after = clock.now() + noticeMs
    const request = await readRequest(reader, appointment.id)
    if (request !== null) return readFreeFor(reader, request, after)
    const free = await reader.visits.free(worker, toInstant(after))
    return isWorkersOwn(appointment.examType) ? free.filter(isAtService) : free
  }
  /** Where the employer may not know of it, at the service alone. */
  const readFreeFor = async (
    reader: ChoiceReader,
    request: Request,
    after: number,
  ): Promise<FreeSlot[]> => {
    const { id, examType, workerId } = request
    if (workerId === null) return []
    // What the service planned anew or settled by telephone is not theirs to plan.
    const waiting = await reader.requests.waitingOf(workerId, examType)
    return waiting?.id === id ? readVisitSlots(reader, request, after, settings.timeZone) : []
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
    // The visit answers what they asked for: it is told to whom and where they wanted, and to nobody else.
    const request = await readRequest(writer, id)
    if (request !== null) await writer.requests.plan(request.id, visitId, deed)
    await writer.appointments.change(visitId, { type: 'invite' }, deed)
    await writer.appointments.change(visitId, { type: 'accept' }, deed)
    const { worker } = await contextOf(writer, visitId)
    if (worker.email !== null) {
      const message = { id: makeId(), appointmentId: visitId, kind: 'invitation' } as const
      await writer.outbox.queue({ ...message, at: deed.at })
    }
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
