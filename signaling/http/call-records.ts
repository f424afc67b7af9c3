/** How a call went, told by the two pages that were in it. Nobody reads it here: `npm run visite -- calls` does. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import { CallRecord } from '../protocol/call-records.ts'
import type { Participant } from '../protocol/consultation.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Live } from '../socket/live.ts'
import type { Log } from '../socket/log.ts'
import type { Store } from '../store/store.ts'
import { IdParams, Nothing } from './planning-options.ts'

export interface CallRecordOptions {
  readonly store: Store
  readonly clock: Clock
  readonly live: Pick<Live, 'callOf'>
}

/** Long enough to look into a complaint, and to see whether a change of the network helped. */
export const keptDays = 90
const dayMs = 24 * 60 * 60_000

/** Registered inside the scope that demands a worker. */
export const workerCallRecord: FastifyPluginAsyncTypebox<CallRecordOptions> = async (app, deps) => {
  app.put(
    '/my-appointment/call-record',
    { schema: { ...describe('their'), tags: ['worker'] } },
    async (request, reply) => {
      const { appointmentId } = identityOf(request, 'worker')
      await keep(deps, appointmentId, 'worker', request.body)
      return reply.code(204).send(null)
    },
  )
}

/** Registered inside the scope that demands a physician. */
export const deskCallRecord: FastifyPluginAsyncTypebox<CallRecordOptions> = async (app, deps) => {
  app.put(
    '/appointments/:id/call-record',
    { schema: { ...describe('one’s own'), tags: ['desk'], params: IdParams } },
    async (request, reply) => {
      const { physicianId } = identityOf(request, 'physician')
      const { id } = request.params
      // A colleague's appointment looks like one that does not exist.
      const appointment = await deps.store.read.appointments.get(id)
      if (appointment?.physicianId !== physicianId) throw new AppError('not-found')
      await keep(deps, id, 'physician', request.body)
      return reply.code(204).send(null)
    },
  )
}

/** Deletes what was kept for long enough: called when the server starts, and each midnight. Never rejects. */
export function createCallRecordSweep({
  store,
  clock,
  log,
}: {
  readonly store: Pick<Store, 'write'>
  readonly clock: Clock
  readonly log: Pick<Log, 'error'>
}): () => Promise<void> {
  return () =>
    store
      .write(({ callRecords }) => callRecords.forget(toInstant(clock.now())))
      .catch((error: unknown) => log.error({ err: error }, 'old call records not deleted'))
}

function describe(whose: string) {
  return {
    summary: `Tell how a call of ${whose} appointment went; the last report stands`,
    body: CallRecord,
    response: { 204: Nothing },
  }
}

/** Only a call that there is or was: its id is known to its two pages alone. */
async function keep(
  { store, clock, live }: CallRecordOptions,
  appointmentId: Id,
  side: Participant,
  record: CallRecord,
): Promise<void> {
  const now = clock.now()
  const at = toInstant(now)
  const isPresent = live.callOf(appointmentId) === record.callId
  await store.write(async ({ callRecords }) => {
    // A late word about a call after which another one began, or the server did.
    const isKnown = isPresent || (await callRecords.has(record.callId, appointmentId))
    if (!isKnown) throw new AppError('not-found')
    const keepUntil = toInstant(now + keptDays * dayMs)
    await callRecords.put({ appointmentId, side, at, keepUntil, record })
  })
}
