/** What each worker was last told of a delay: as the audit log has it, so that it survives a restart. */
import { fromInstant } from '../clock.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Told } from '../rules/running-late.ts'
import type { Db } from './tables.ts'

export const toldOfDelay = 'told-of-delay'
export const calledIn = 'called-in'

interface Notice {
  /** The time that the appointment had then. */
  readonly startsAt: Instant
  readonly expectedAt: Instant
}

export function readDelays(db: Db) {
  const latest = async (appointmentId: Id) => {
    const row = await db
      .selectFrom('audit')
      .select(['action', 'details'])
      .where('appointment_id', '=', appointmentId)
      .where('action', 'in', [toldOfDelay, calledIn])
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    // Only `running-late/` has ever written these.
    return row && { action: row.action, notice: JSON.parse(row.details) as Notice }
  }

  return {
    async told(appointmentId: Id): Promise<Told> {
      const last = await latest(appointmentId)
      if (last === undefined) return { kind: 'none' }
      if (last.action === calledIn) return { kind: 'come-now' }
      const { startsAt, expectedAt } = last.notice
      return { kind: 'late', lateMs: fromInstant(expectedAt) - fromInstant(startsAt) }
    },

    /** Returns when this worker is expected, as they were, or are to be, told last. */
    async expectedAt(appointmentId: Id): Promise<Instant | null> {
      return (await latest(appointmentId))?.notice.expectedAt ?? null
    },
  }
}
