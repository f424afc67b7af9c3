/**
 * All that a planner, or the service's own planning software, does under `/api`. Registered inside the scope that demands
 * a planner or an API key.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { appointments } from './appointments.ts'
import { boardMoves } from './board-moves.ts'
import { cohorts } from './cohorts.ts'
import { weekCopies } from './copy-week.ts'
import { due } from './planning-due.ts'
import type { PlanningOptions } from './planning-options.ts'
import { employers } from './planning-employers.ts'
import { remotePolicy } from './planning-policy.ts'
import { posts } from './planning-posts.ts'
import { physicians } from './planning-physicians.ts'
import { sessions } from './planning-sessions.ts'
import { workers } from './planning-workers.ts'
import { requests } from './requests.ts'
import { rosters } from './rosters.ts'
import { visitWishes } from './visit-wishes.ts'

export const planning: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  await app.register(employers, options)
  await app.register(posts, options)
  await app.register(due, options)
  await app.register(cohorts, options)
  await app.register(remotePolicy, options)
  await app.register(physicians, options)
  await app.register(workers, options)
  await app.register(rosters, options)
  await app.register(sessions, options)
  await app.register(weekCopies, options)
  await app.register(appointments, options)
  await app.register(requests, options)
  await app.register(visitWishes, options)
  await app.register(boardMoves, options)
}
