/** The physician's day, and what came of each appointment. Registered inside the scope that demands a physician. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { fromInstant, toInstant, type Clock, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import { toActor } from '../identity/identity.ts'
import { noteExamDone } from '../planning/keep-due.ts'
import type { CallEnd } from '../protocol/consultation.ts'
import type { RefillNews } from '../protocol/offers.ts'
import type { Id } from '../protocol/primitives.ts'
import { DeskDay, OutcomeDraft, type DeskRow } from '../protocol/desk.ts'
import type { Appointment, Outcome, Worker } from '../protocol/planning.ts'
import { addDays, dateAt, startOfDay } from '../rules/calendar.ts'
import { needsPicture } from '../rules/needs-picture.ts'
import { entersFrom } from '../rules/waiting-room.ts'
import type { Live } from '../socket/live.ts'
import type { ConsentRow } from '../store/consents.ts'
import type { Store } from '../store/store.ts'
import { toDeclarations } from './declarations.ts'
import { IdParams, Nothing } from './planning-options.ts'

export interface DeskOptions {
  readonly store: Store
  readonly clock: Clock
  readonly live: Live
  readonly timeZone: string
  readonly makeId: MakeId
  /** Called after something was queued. */
  readonly wakeOutbox: () => void
}

const tags = ['desk']

export const desk: FastifyPluginAsyncTypebox<DeskOptions> = async (app, options) => {
  const { store, clock, live, timeZone, makeId, wakeOutbox } = options

  app.get(
    '/desk/day',
    {
      schema: {
        summary: 'Read the sessions of the physician who asks, today',
        tags,
        response: { 200: DeskDay },
      },
    },
    async (request): Promise<DeskDay> => {
      const { physicianId } = identityOf(request, 'physician')
      const today = dateAt(clock.now(), timeZone)
      const from = toInstant(startOfDay(today, timeZone))
      const until = toInstant(startOfDay(addDays(today, 1), timeZone))

      const physician = await store.read.physicians.get(physicianId)
      if (physician === null) throw new AppError('not-found')
      const sessions = await store.read.sessions.ofPhysician(physicianId, from, until)
      const appointments = await store.read.appointments.ofPhysician(physicianId, from, until)
      const refills =
        sessions.length === 0
          ? new Map<Id, RefillNews[]>()
          : await store.read.offers.news(sessions.map(({ id }) => id))
      const workers = await store.read.appointments.workersOf(physicianId, from, until)
      const declared = await store.read.consents.of(appointments.map(({ id }) => id))
      const next =
        sessions.length > 0 ? null : await store.read.sessions.nextOfPhysician(physicianId, until)

      return {
        physicianName: physician.name,
        // Of whoever comes in person there is nothing to call.
        sessions: sessions
          .filter((session) => session.inPerson !== true)
          .map(({ id, placeName, startsAt, endsAt }) => ({
            id,
            placeName,
            startsAt,
            endsAt,
            rows: appointments
              .filter((appointment) => appointment.sessionId === id && concernsDesk(appointment))
              .flatMap((appointment) =>
                toDeskRow(appointment, workers.get(appointment.workerId), declared),
              ),
            refills: refills.get(id) ?? [],
          })),
        next: next && { startsAt: next.startsAt, placeName: next.placeName },
      }
    },
  )

  app.post(
    '/appointments/:id/outcome',
    {
      schema: {
        summary: 'Record what came of one’s own appointment; ends its call',
        tags,
        params: IdParams,
        body: OutcomeDraft,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const identity = identityOf(request, 'physician')
      const { id } = request.params
      const { outcome } = request.body
      const deed = { actor: toActor(identity), at: toInstant(clock.now()) }
      await store.write(async (writer) => {
        // A colleague's appointment looks like one that does not exist.
        const appointment = await writer.appointments.get(id)
        if (appointment?.physicianId !== identity.physicianId) throw new AppError('not-found')
        // The live side forgets when the server restarts; a technical failure must not become a no-show by that.
        const workerCame =
          live.workerCame(id) ||
          (await writer.audit.workerCame(id, toInstant(entersFrom(appointment, timeZone))))
        await writer.appointments.change(id, { type: 'record-outcome', outcome, workerCame }, deed)
        if ((await writer.consents.of([id])).length > 0) {
          await writer.outbox.queue({
            id: makeId(),
            kind: 'declared',
            appointmentId: id,
            at: deed.at,
          })
        }
        if (outcome === 'done-by-video') {
          const { workerId, examType, startsAt } = appointment
          const on = dateAt(fromInstant(startsAt), timeZone)
          await noteExamDone(writer, workerId, { examType, on })
        }
      })
      live.appointmentOver(id, callEnds[outcome])
      live.agendaChanged(identity.physicianId)
      wakeOutbox()
      return reply.code(204).send(null)
    },
  )
}

const callEnds: Record<Outcome, CallEnd> = {
  'done-by-video': 'completed',
  'needs-in-person': 'in-person-instead',
  'not-reached': 'completed',
}

/** Cancelled without an outcome is the planner's doing: nobody is expected. */
function concernsDesk({ status, outcome }: Appointment): boolean {
  return status !== 'cancelled' || outcome !== null
}

function toDeskRow(
  appointment: Appointment,
  worker: Worker | undefined,
  declared: readonly ConsentRow[],
): DeskRow[] {
  if (worker === undefined) return []
  const { firstName, lastName, birthDate, language, phone } = worker
  return [
    {
      appointmentId: appointment.id,
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      status: appointment.status,
      outcome: appointment.outcome,
      examType: appointment.examType,
      needsPicture: needsPicture(appointment.examType, worker),
      declared: toDeclarations(
        declared.filter(({ appointmentId }) => appointmentId === appointment.id),
      ),
      worker: { firstName, lastName, birthDate, language, phone },
    },
  ]
}
