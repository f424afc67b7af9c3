/** The board's moves and swaps: looked at before they are made, made, and taken back. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import { moveAppointment } from '../planning/move-appointment.ts'
import type { MoveResult } from '../planning/move-result.ts'
import { readMoves } from '../planning/read-moves.ts'
import { takeBackMove } from '../planning/take-back-move.ts'
import { MoveChoice, MoveDraft, Moved } from '../protocol/board.ts'
import { CalendarDate, strict } from '../protocol/primitives.ts'
import { addDays, isRealDate, startOfDay } from '../rules/calendar.ts'
import { IdParams, toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['appointments']
/** More choices than of two weeks nobody reads. */
const maxDays = 14
const Days = strict({ from: CalendarDate, until: CalendarDate })

export const boardMoves: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, live, timeZone } = options

  app.get(
    '/appointments/:id/moves',
    {
      schema: {
        summary: 'List the slots of these days, both included, with what a move there would break',
        tags,
        params: IdParams,
        querystring: Days,
        response: { 200: Type.Array(MoveChoice) },
      },
    },
    async ({ params, query: { from, until } }) => {
      if (!isRealDate(from)) throw new AppError('invalid', '/from')
      if (!isRealDate(until) || until > addDays(from, maxDays)) {
        throw new AppError('invalid', '/until')
      }
      const sessions = await store.read.sessions.list(
        toInstant(startOfDay(from, timeZone)),
        toInstant(startOfDay(addDays(until, 1), timeZone)),
      )
      return readMoves(store.read, params.id, sessions, { now: clock.now(), timeZone })
    },
  )

  const answer = ({ moved, physicianIds }: MoveResult): Moved => {
    for (const physicianId of physicianIds) live.agendaChanged(physicianId)
    return moved
  }

  app.post(
    '/appointments/:id/move',
    {
      schema: {
        summary: 'Put an appointment into another slot, or swap it with the one that is there',
        tags,
        params: IdParams,
        body: MoveDraft,
        response: { 200: Moved },
      },
    },
    async (request) =>
      answer(
        await moveAppointment(options, request.params.id, request.body, toDeed(request, clock)),
      ),
  )

  app.post(
    '/appointments/:id/move/undo',
    {
      schema: {
        summary: 'Take the last move of an appointment back, and the mail about it with it',
        tags,
        params: IdParams,
        response: { 200: Moved },
      },
    },
    async (request) =>
      answer(await takeBackMove(options, request.params.id, toDeed(request, clock))),
  )
}
