/** What evaluators read: how many came how far. Never who. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Config } from '../config.ts'
import type { Access } from '../identity/access.ts'
import { Evaluation } from '../protocol/evaluation.ts'
import type { AppointmentStatus } from '../protocol/planning.ts'
import { smallestGroup, tellCount } from '../rules/small-groups.ts'
import type { Store } from '../store/store.ts'

export interface EvaluationRoutes {
  readonly store: Pick<Store, 'read'>
  readonly access: Access
  readonly settings: Pick<Config, 'service' | 'timeZone'>
}

const documented = { tags: ['evaluation'], security: [{ staffLogin: [] }] }

export const evaluation: FastifyPluginAsyncTypebox<EvaluationRoutes> = async (app, deps) => {
  const { store, access, settings } = deps
  app.addHook('onRequest', access.requireEvaluator)

  app.get(
    '/api/evaluation',
    { schema: { ...documented, response: { 200: Evaluation } } },
    async (): Promise<Evaluation> => {
      const counts = await store.read.figures.byStatus()
      const told = (...statuses: readonly AppointmentStatus[]) =>
        tellCount(statuses.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0))
      return {
        service: { name: settings.service.name, phone: settings.service.phone },
        timeZone: settings.timeZone,
        smallest: smallestGroup,
        figures: {
          invited: told('invited'),
          accepted: told('accepted'),
          completed: told('completed'),
          converted: told('converted'),
          noShow: told('no-show'),
          cancelled: told('cancelled'),
        },
      }
    },
  )
}
