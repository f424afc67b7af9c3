/** When and where a worker is expected already: which slots they cannot have, whatever stands in them. */
import { AppError } from '../errors.ts'
import type { Modality } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { openStatuses } from './statuses.ts'
import type { Db, Tx } from './tables.ts'

export interface AppointmentTime {
  readonly id: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** Returns when each of these workers is expected somewhere, by worker. */
export async function readOpenTimes(
  db: Db,
  workerIds: readonly Id[],
): Promise<Map<Id, AppointmentTime[]>> {
  if (workerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('appointments as a')
    .innerJoin('slots as s', 's.id', 'a.slot_id')
    .select(['a.id', 'a.worker_id', 's.starts_at', 's.ends_at'])
    .where('a.worker_id', 'in', [...new Set(workerIds)])
    .where('a.status', 'in', openStatuses)
    .execute()
  const times = new Map<Id, AppointmentTime[]>()
  for (const { worker_id: workerId, id, starts_at: startsAt, ends_at: endsAt } of rows) {
    times.set(workerId, [...(times.get(workerId) ?? []), { id, startsAt, endsAt }])
  }
  return times
}

/** Nobody is at two places at once, not even for a consultation that stands on no list. */
export async function refuseOtherPlace(
  tx: Tx,
  workerId: Id,
  slotId: Id,
  moving: Id | null = null,
): Promise<void> {
  const other = await tx
    .selectFrom('appointments as a')
    .innerJoin('slots as s', 's.id', 'a.slot_id')
    .innerJoin('slots as wanted', (join) =>
      join.onRef('wanted.starts_at', '<', 's.ends_at').onRef('wanted.ends_at', '>', 's.starts_at'),
    )
    .select('a.id')
    .where('a.worker_id', '=', workerId)
    .where('a.status', 'in', openStatuses)
    .where('wanted.id', '=', slotId)
    .$if(moving !== null, (query) => query.where('a.id', '!=', moving))
    .executeTakeFirst()
  if (other !== undefined) throw new AppError('worker-already-planned', '/workerId')
}

/** Nobody is called by video in a half day of visits in person, and nobody is sent to a talk by video. */
export async function refuseOtherModality(tx: Tx, slotId: Id, modality: Modality): Promise<void> {
  const session = await tx
    .selectFrom('sessions as se')
    .innerJoin('slots as s', 's.session_id', 'se.id')
    .select('se.modality')
    .where('s.id', '=', slotId)
    .executeTakeFirst()
  if (session !== undefined && session.modality !== modality) {
    throw new AppError('slot-of-other-kind', '/slotId')
  }
}
