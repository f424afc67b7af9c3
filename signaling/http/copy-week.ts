import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AppError } from '../errors.ts'
import { copyWeek } from '../planning/copy-week.ts'
import { WeekCopyDraft, WeekCopyReply } from '../protocol/planning.ts'
import { isRealDate } from '../rules/calendar.ts'
import { toDeed, type PlanningOptions } from './planning-options.ts'

export const weekCopies: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { clock, live } = options

  app.post(
    '/sessions/copy',
    {
      schema: {
        summary: 'Make the sessions of one week again in another, their slots free',
        tags: ['sessions'],
        body: WeekCopyDraft,
        response: { 200: WeekCopyReply },
      },
    },
    async (request) => {
      const { from, to } = request.body
      if (!isRealDate(from)) throw new AppError('invalid', '/from')
      if (!isRealDate(to) || to === from) throw new AppError('invalid', '/to')
      const { physicianIds, ...reply } = await copyWeek(
        options,
        request.body,
        toDeed(request, clock),
      )
      for (const physicianId of physicianIds) live.agendaChanged(physicianId)
      return reply
    },
  )
}
