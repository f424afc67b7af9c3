/** Physicians' half days: made, looked at, filled with workers, and invited to. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { fromInstant, toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import { fillSession } from '../planning/fill-session.ts'
import { inviteSession } from '../planning/invite.ts'
import { markUncovered } from '../planning/mark-uncovered.ts'
import { markWaiting } from '../planning/mark-waiting.ts'
import { takeBackFill } from '../planning/take-back-fill.ts'
import {
  FillDraft,
  FillReply,
  FillUndo,
  FillUndone,
  InvitationsReply,
  Session,
  SessionDraft,
} from '../protocol/planning.ts'
import { CalendarDate, strict, type Id } from '../protocol/primitives.ts'
import { addDays, isRealDate, startOfDay } from '../rules/calendar.ts'
import { cutSlots } from '../rules/slots.ts'
import { dayOff } from '../rules/working-days.ts'
import type { Store } from '../store/store.ts'
import { IdParams, Nothing, toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['sessions']
/** A screen shows a week; planning software may want a season. */
const maxDays = 100
const Days = strict({ from: CalendarDate, until: CalendarDate })

export const sessions: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, makeId, live, timeZone } = options
  const markSessions = async (listed: readonly Session[]) =>
    markWaiting(
      await markUncovered(listed, store.read, timeZone),
      store.read,
      clock.now(),
      timeZone,
    )

  app.get(
    '/sessions',
    {
      schema: {
        summary: 'List the sessions of these days, both included, with slots and appointments',
        tags,
        querystring: Days,
        response: { 200: Type.Array(Session) },
      },
    },
    async ({ query: { from, until } }) => {
      if (!isRealDate(from)) throw new AppError('invalid', '/from')
      if (!isRealDate(until) || until > addDays(from, maxDays)) {
        throw new AppError('invalid', '/until')
      }
      const listed = await store.read.sessions.list(
        toInstant(startOfDay(from, timeZone)),
        toInstant(startOfDay(addDays(until, 1), timeZone)),
      )
      return markSessions(listed)
    },
  )

  app.post(
    '/sessions',
    {
      schema: {
        summary: 'Add a half day, cut into slots',
        tags,
        body: SessionDraft,
        response: { 201: Session },
      },
    },
    async (request, reply) => {
      const { physicianId, roomId, slotMinutes, inPerson, date, onDayOff } = request.body
      // Shown first: a slip of the finger invites a dozen people to a closed door.
      const off = dayOff(date, options.legal.workingDays)
      if (off !== null && onDayOff !== true) throw new AppError(off, '/date')
      const slots = toSlots(request.body, options)
      const deed = toDeed(request, clock)
      const id = makeId()
      await store.write(async (writer) => {
        const physician = await writer.physicians.get(physicianId)
        if (physician === null) throw new AppError('not-found', '/physicianId')
        const room = roomId === null ? null : await writer.employers.getRoom(roomId)
        if (roomId !== null && room === null) throw new AppError('not-found', '/roomId')
        await writer.sessions.add(
          { id, physicianId, roomId, slotMinutes, inPerson, slots },
          deed.at,
        )
        const details = { sessionId: id, physicianId, roomId }
        await writer.audit.append({
          ...deed,
          appointmentId: null,
          action: 'session-added',
          details,
        })
      })
      live.agendaChanged(physicianId)
      return reply.code(201).send(await getSession(store, id))
    },
  )

  app.get(
    '/sessions/:id',
    {
      schema: {
        summary: 'Read a session with its slots and appointments',
        tags,
        params: IdParams,
        response: { 200: Session },
      },
    },
    async ({ params }) => {
      const [session] = await markSessions([await getSession(store, params.id)])
      if (session === undefined) throw new AppError('not-found')
      return session
    },
  )

  app.delete(
    '/sessions/:id',
    {
      schema: {
        summary: 'Remove a session that never had an appointment',
        tags,
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const deed = toDeed(request, clock)
      const { physicianId } = await getSession(store, id)
      await store.write(async (writer) => {
        await writer.sessions.remove(id)
        const details = { sessionId: id, physicianId }
        await writer.audit.append({
          ...deed,
          appointmentId: null,
          action: 'session-removed',
          details,
        })
      })
      live.agendaChanged(physicianId)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/sessions/:id/fill',
    {
      schema: {
        summary: 'Put workers into the free slots, in the order given',
        tags,
        params: IdParams,
        body: FillDraft,
        response: { 200: FillReply },
      },
    },
    async (request) => {
      const { physicianId } = await getSession(store, request.params.id)
      const deed = toDeed(request, clock)
      const reply = await fillSession(options, request.params.id, request.body, deed)
      live.agendaChanged(physicianId)
      return reply
    },
  )

  app.post(
    '/sessions/:id/fill/undo',
    {
      schema: {
        summary: 'Take back what was planned a moment ago, with the invitations that still wait',
        tags,
        params: IdParams,
        body: FillUndo,
        response: { 200: FillUndone },
      },
    },
    async (request) => {
      const { id } = request.params
      const { physicianId } = await getSession(store, id)
      const { appointmentIds } = request.body
      const undone = await takeBackFill(options, id, appointmentIds, toDeed(request, clock))
      live.agendaChanged(physicianId)
      return undone
    },
  )

  app.post(
    '/sessions/:id/invitations',
    {
      schema: {
        summary: 'Invite every worker of the session to whom no invitation was sent',
        tags,
        params: IdParams,
        response: { 200: InvitationsReply },
      },
    },
    async (request) => {
      const { physicianId } = await getSession(store, request.params.id)
      const reply = await inviteSession(options, request.params.id, toDeed(request, clock))
      live.agendaChanged(physicianId)
      return reply
    },
  )
}

async function getSession(store: Store, id: Id): Promise<Session> {
  const session = await store.read.sessions.get(id)
  if (session === null) throw new AppError('not-found')
  return session
}

function toSlots(draft: SessionDraft, { clock, makeId, timeZone }: PlanningOptions) {
  const cut = cutSlots(draft, timeZone)
  if (!cut.ok) throw new AppError('invalid', `/${cut.field}`)
  const slots = cut.slots.map(({ startsAt, endsAt }) => ({
    id: makeId(),
    startsAt: toInstant(startsAt),
    endsAt: toInstant(endsAt),
  }))
  const last = slots.at(-1)
  if (last !== undefined && fromInstant(last.endsAt) <= clock.now()) {
    throw new AppError('slot-past', '/date')
  }
  return slots
}
