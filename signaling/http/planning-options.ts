/** What the planner's routes are given, and the pieces of schema that they share. */
import type { FastifyRequest } from 'fastify'
import * as Type from 'typebox'
import { toInstant, type Clock, type MakeId } from '../clock.ts'
import { identityOf } from '../identity/access.ts'
import { toActor } from '../identity/identity.ts'
import { Id, strict } from '../protocol/primitives.ts'
import type { Live } from '../socket/live.ts'
import type { Deed } from '../store/appointments.ts'
import type { Store } from '../store/store.ts'

export interface PlanningOptions {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly live: Live
  /** Of every clock time that people read or type. */
  readonly timeZone: string
  /** For so long a move on the board can be taken back, and the mail about it waits. */
  readonly undoMs: number
}

export const IdParams = strict({ id: Id })

export const Nothing = Type.Null({ description: 'No body.' })

/** Who asks, and now: what the audit log writes down. */
export function toDeed(request: FastifyRequest, clock: Clock): Deed {
  return {
    actor: toActor(identityOf(request, 'planner', 'api-key', 'physician')),
    at: toInstant(clock.now()),
  }
}
