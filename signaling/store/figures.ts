/** How many appointments by video came how far: counts over everyone, for those who evaluate. */
import type { Db } from './tables.ts'
import type { AppointmentStatus } from '../protocol/planning.ts'

export function readFigures(db: Db) {
  return {
    /** Counts the appointments that are or were by video, by their status. */
    async byStatus(): Promise<Map<AppointmentStatus, number>> {
      const rows = await db
        .selectFrom('appointments')
        .select((select) => ['status', select.fn.countAll<number>().as('count')])
        .where('modality', '=', 'remote')
        .groupBy('status')
        .execute()
      return new Map(rows.map(({ status, count }) => [status, count]))
    },
  }
}
