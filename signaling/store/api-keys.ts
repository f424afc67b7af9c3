/** Keys of the service's own planning software. Only the key's SHA-256 is kept. */
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db, Tx } from './tables.ts'

export interface ApiKey {
  readonly id: Id
  readonly name: string
  readonly createdAt: Instant
  readonly revokedAt: Instant | null
}

export function readApiKeys(db: Db) {
  return {
    /** Returns the key's id, or null when it is unknown or revoked. */
    async find(keyHash: string): Promise<Id | null> {
      const row = await db
        .selectFrom('api_keys')
        .select('id')
        .where('key_hash', '=', keyHash)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return row?.id ?? null
    },

    async list(): Promise<ApiKey[]> {
      const rows = await db.selectFrom('api_keys').selectAll().orderBy('created_at').execute()
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        createdAt: row.created_at,
        revokedAt: row.revoked_at,
      }))
    },
  }
}

export function writeApiKeys(tx: Tx) {
  return {
    ...readApiKeys(tx),

    async add(key: { id: Id; keyHash: string; name: string; at: Instant }): Promise<void> {
      await tx
        .insertInto('api_keys')
        .values({
          id: key.id,
          key_hash: key.keyHash,
          name: key.name,
          created_at: key.at,
          revoked_at: null,
        })
        .execute()
    },

    /** Returns whether there was such a key in use. */
    async revoke(name: string, at: Instant): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('api_keys')
        .set({ revoked_at: at })
        .where('name', '=', name)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}
