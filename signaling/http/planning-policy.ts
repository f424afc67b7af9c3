/** What the service records of which examinations may be by video. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AppError } from '../errors.ts'
import { PolicyDraft, PolicyReply, PolicyRow } from '../protocol/remote-policy.ts'
import { findRuleProblem, type RuleProblem } from '../rules/remote-policy.ts'
import { toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['remote policy']

export const remotePolicy: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock } = options

  app.get(
    '/remote-policy',
    {
      schema: {
        summary: 'Read which examinations may be by video, and what was recorded before',
        tags,
        response: { 200: PolicyReply },
      },
    },
    async () => ({ rows: await store.read.remotePolicy.list() }),
  )

  app.post(
    '/remote-policy',
    {
      schema: {
        summary:
          'Record whether a type of examination may be by video, for one employer or for all',
        tags,
        body: PolicyDraft,
        response: { 201: PolicyRow },
      },
    },
    async (request, reply) => {
      const problem = findRuleProblem(request.body)
      if (problem !== null) throw toError(problem)
      const deed = toDeed(request, clock)
      const row = await store.write(async (writer) => {
        const { employerId } = request.body
        if (employerId !== null && (await writer.employers.get(employerId)) === null) {
          throw new AppError('not-found', '/employerId')
        }
        const added = await writer.remotePolicy.add(request.body, deed.at)
        const details = { version: added.version, examType: added.examType, rule: added.rule.kind }
        await writer.audit.append({
          ...deed,
          appointmentId: null,
          action: 'remote-policy-recorded',
          details,
        })
        return added
      })
      return reply.code(201).send(row)
    },
  )
}

function toError(problem: RuleProblem): AppError {
  switch (problem) {
    case 'approval-missing':
      return new AppError('approval-missing', '/rule')
    case 'acts-by-nature':
      return new AppError('remote-not-allowed', '/examType')
    case 'dates':
      return new AppError('invalid', '/rule/approval')
  }
}
