/** Brings the tables to this program's state: all of the missing migrations in one transaction, or none. */
import { Migrator, type Migration } from 'kysely'
import type { Db } from './tables.ts'

export async function migrate(db: Db, known: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
