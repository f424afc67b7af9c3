/** The physicians in whose agendas appointments stand; their sign-in is a row of `staff`. */
import type { Physician } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db, Tx } from './tables.ts'

const columns = ['id', 'name', 'email', 'registration'] as const

export function readPhysicians(db: Db) {
  return {
    async list(): Promise<Physician[]> {
      return db.selectFrom('physicians').select(columns).orderBy('name').execute()
    },
    async get(id: Id): Promise<Physician | null> {
      const query = db.selectFrom('physicians').select(columns).where('id', '=', id)
      return (await query.executeTakeFirst()) ?? null
    },
  }
}

export function writePhysicians(tx: Tx) {
  return {
    ...readPhysicians(tx),
    async add(physician: Physician, at: Instant): Promise<void> {
      await tx
        .insertInto('physicians')
        .values({ ...physician, created_at: at })
        .execute()
    },
  }
}
