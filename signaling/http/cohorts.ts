/** Due workers planned and invited together: first looked at, then confirmed as it was shown. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AppError } from '../errors.ts'
import { confirmCohort } from '../planning/confirm-cohort.ts'
import { previewCohort } from '../planning/preview-cohort.ts'
import { Cohort, CohortDraft, CohortPreview, CohortReply } from '../protocol/cohort.ts'
import { addDays, isRealDate } from '../rules/calendar.ts'
import { toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['cohorts']
/** What planning software may look ahead; an office looks four weeks. */
const maxDays = 100

export const cohorts: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { clock, live } = options

  app.post(
    '/cohorts/preview',
    {
      schema: {
        summary: 'Show how due workers fall into the free slots; writes nothing',
        tags,
        body: CohortDraft,
        response: { 200: CohortPreview },
      },
    },
    ({ body }) => {
      const { dueUntil, from, until } = body
      if (!isRealDate(dueUntil)) throw new AppError('invalid', '/dueUntil')
      if (!isRealDate(from)) throw new AppError('invalid', '/from')
      if (!isRealDate(until) || until < from || until > addDays(from, maxDays)) {
        throw new AppError('invalid', '/until')
      }
      return previewCohort(options, body)
    },
  )

  app.post(
    '/cohorts',
    {
      schema: {
        summary: 'Plan these workers and invite them, all or none',
        tags,
        body: Cohort,
        response: { 201: CohortReply },
      },
    },
    async (request, reply) => {
      const done = await confirmCohort(options, request.body, toDeed(request, clock))
      const { physicianIds, ...answer } = done
      for (const physicianId of physicianIds) live.agendaChanged(physicianId)
      return reply.code(201).send(answer)
    },
  )
}
