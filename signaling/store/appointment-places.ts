/** Which slots a worker cannot have, whatever stands in them. */
import { AppError } from '../errors.ts'
import type { Modality } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { openStatuses } from './statuses.ts'
import type { Tx } from './tables.ts'

/** Nobody is at two places at once, not even for a consultation that stands on no list. */
export async function refuseOtherPlace(tx: Tx, workerId: Id, slotId: Id): Promise<void> {
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
