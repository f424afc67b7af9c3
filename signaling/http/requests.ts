/** What workers asked for, as the planner's office works through it: who it is, when it is due, and into which slot. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { fromInstant, toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import { Appointment } from '../protocol/planning.ts'
import {
  RequestSlots,
  RequestPlan,
  RequestRows,
  RequestWorker,
  type RequestSlot,
  type RequestRow,
} from '../protocol/requests.ts'
import type { Id } from '../protocol/primitives.ts'
import { addDays, dateAt, startOfDay } from '../rules/calendar.ts'
import { readClock } from '../rules/legal-clocks.ts'
import { mayUseRoom, suitsMoments } from '../rules/requests.ts'
import type { LegalConfig } from '../settings/legal.ts'
import type { Deed } from '../store/appointments.ts'
import type { Request } from '../store/requests.ts'
import { invite } from './invite.ts'
import { IdParams, Nothing, toDeed, type PlanningOptions } from './planning-options.ts'
import { createRemotePlanner } from './remote-planner.ts'

export interface RequestOptions extends PlanningOptions {
  readonly legal: LegalConfig
}

const tags = ['requests']
const mostRows = 500
/** A planner who finds none in so many slots opens another session. */
const mostSlots = 50

export const requests: FastifyPluginAsyncTypebox<RequestOptions> = async (app, options) => {
  const { store, clock, live, timeZone } = options
  const tell = (physicianId: Id) => live.agendaChanged(physicianId)

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
    async () => {
      const waiting = await store.read.requests.waiting(mostRows)
      const known = await store.read.workers.bornOn(
        waiting.map(({ birthDate }) => birthDate),
        waiting.flatMap(({ workerId }) => workerId ?? []),
      )
      return waiting.map((request) => toRow(request, known, options))
    },
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
    async ({ params }) => {
      const request = await store.read.requests.get(params.id)
      if (request === null) throw new AppError('not-found')
      const from = toInstant(clock.now())
      // A week past the term: late is better than not at all, and is said.
      const last = addDays(request.dueOn, 7)
      const until = toInstant(
        Math.max(startOfDay(last, timeZone), clock.now() + 7 * 24 * 60 * 60_000),
      )
      const free = await store.read.slots.freeBetween(from, until, mayUseRoom(request))
      return free
        .map((slot): RequestSlot => {
          const startsAt = fromInstant(slot.startsAt)
          return {
            ...slot,
            suits: suitsMoments(request.moments, startsAt, timeZone),
            inTime: dateAt(startsAt, timeZone) <= request.dueOn,
          }
        })
        .toSorted((a, b) => rank(a) - rank(b))
        .slice(0, mostSlots)
    },
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
        summary: 'Plan a request into a free slot by video, and invite',
        tags,
        params: IdParams,
        body: RequestPlan,
        response: { 201: Appointment },
      },
    },
    async (request, reply) => {
      const deed = toDeed(request, clock)
      const appointment = await plan(options, request.params.id, request.body.slotId, deed)
      tell(appointment.physicianId)
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

const rank = ({ suits, inTime }: RequestSlot) => (inTime ? 0 : 2) + (suits ? 0 : 1)

function plan(options: RequestOptions, id: Id, slotId: Id, deed: Deed): Promise<Appointment> {
  return options.store.write(async (writer) => {
    const request = await writer.requests.get(id)
    if (request === null) throw new AppError('not-found')
    const { workerId } = request
    // Who it is, is only claimed: the planner says first who they are.
    if (workerId === null) throw new AppError('worker-not-known')
    const slot = await writer.slots.get(slotId)
    if (slot === null) throw new AppError('not-found', '/slotId')
    if (slot.endsAt <= deed.at) throw new AppError('slot-past', '/slotId')
    if (slot.roomId !== null && !mayUseRoom(request))
      throw new AppError('seen-by-employer', '/slotId')
    const worker = await writer.workers.get(workerId)
    if (worker === null) throw new AppError('not-found')
    const { employerId } = worker
    const on = dateAt(fromInstant(slot.startsAt), options.timeZone)
    const policy = await writer.remotePolicy.list()
    const remote = createRemotePlanner(options, policy, request.examType, deed)
    const appointment = await remote.plan(writer, { slotId, workerId, employerId, on })
    await writer.requests.plan(id, appointment.id, deed)
    if (request.email === null && worker.email === null) return appointment
    return invite(writer, options.makeId(), appointment.id, deed)
  })
}

function toRow(
  request: Request,
  people: readonly NonNullable<RequestRow['worker']>[],
  { clock, timeZone, legal }: RequestOptions,
): RequestRow {
  const { firstName, lastName, birthDate, employerName, workerId } = request
  const today = dateAt(clock.now(), timeZone)
  return {
    id: request.id,
    examType: request.examType,
    askedAt: request.askedAt,
    clock: readClock(request.dueOn, today, legal.workingDays),
    claimed: { firstName, lastName, birthDate, employerName },
    email: request.email,
    phone: request.phone,
    language: request.language,
    moments: request.moments,
    tellEmployer: request.tellEmployer,
    worker: people.find((known) => known.workerId === workerId) ?? null,
    alike: people
      .filter((known) => known.birthDate === birthDate && isAlike(known, request))
      .slice(0, 10),
  }
}

type Named = { readonly firstName: string; readonly lastName: string }

/** The same day of birth and one of the names: people write theirs in several ways, and forms swap them. */
function isAlike(a: Named, b: Named): boolean {
  const names = [fold(b.firstName), fold(b.lastName)]
  return names.includes(fold(a.lastName)) || names.includes(fold(a.firstName))
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase()
}
