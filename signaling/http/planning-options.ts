/** What the planner's routes are given, and what they share. */
import type { FastifyRequest } from 'fastify'
import * as Type from 'typebox'
import { toInstant, type Clock } from '../clock.ts'
import { identityOf } from '../identity/access.ts'
import { toActor } from '../identity/identity.ts'
import { Id, strict } from '../protocol/primitives.ts'
import type { Deed } from '../store/appointments.ts'

export type { PlanningOptions } from '../planning/planning-options.ts'

export const IdParams = strict({ id: Id })

export const Nothing = Type.Null({ description: 'No body.' })

/** Who asks, and now: what the audit log writes down. */
export function toDeed(request: FastifyRequest, clock: Clock): Deed {
  return {
    actor: toActor(identityOf(request, 'planner', 'api-key', 'physician')),
    at: toInstant(clock.now()),
  }
}
