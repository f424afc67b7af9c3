/** Passkeys, and the challenges that they sign. */
import type { Passkey, PasskeyId } from '../protocol/own-access.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db, Tables, Tx } from './tables.ts'

/** What a signature is checked with. */
export interface StoredPasskey {
  readonly id: PasskeyId
  readonly staffId: Id
  /** COSE, base64url. */
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
}

export interface PasskeyAddition extends StoredPasskey {
  readonly name: string
  readonly at: Instant
}

/** What a challenge was given out for. */
export type ChallengeFor =
  | { readonly purpose: 'use' }
  /** Whose passkey is made: this id goes into it. */
  | { readonly purpose: 'make'; readonly staffId: Id }

export interface ChallengeAddition {
  readonly challenge: string
  /** Hash of the cookie of the browser that it was given to. */
  readonly browserHash: string
  readonly given: ChallengeFor
  readonly at: Instant
  readonly expiresAt: Instant
}

export function readPasskeys(db: Db) {
  return {
    async get(id: PasskeyId): Promise<StoredPasskey | null> {
      const row = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : toStored(row)
    },

    /** Returns them with what only the server needs, the oldest first. */
    async ofStaff(staffId: Id): Promise<(Passkey & Pick<StoredPasskey, 'transports'>)[]> {
      const rows = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('staff_id', '=', staffId)
        .orderBy('made_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        madeAt: row.made_at,
        lastUsedAt: row.last_used_at,
        transports: toStored(row).transports,
      }))
    },
  }
}

export function writePasskeys(tx: Tx) {
  return {
    ...readPasskeys(tx),

    /** Returns false when this credential is known already, whoever's it is. */
    async add({ id, staffId, publicKey, counter, transports, name, at }: PasskeyAddition) {
      const { numInsertedOrUpdatedRows: added } = await tx
        .insertInto('passkeys')
        .values({
          id,
          staff_id: staffId,
          name,
          public_key: publicKey,
          counter,
          transports: JSON.stringify(transports),
          made_at: at,
          last_used_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return added === 1n
    },

    async used(id: PasskeyId, counter: number, at: Instant): Promise<void> {
      await tx
        .updateTable('passkeys')
        .set({ counter, last_used_at: at })
        .where('id', '=', id)
        .execute()
    },

    /** Returns false when they have no such passkey. */
    async rename(id: PasskeyId, staffId: Id, name: string): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('passkeys')
        .set({ name })
        .where('id', '=', id)
        .where('staff_id', '=', staffId)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async remove(id: PasskeyId, staffId: Id): Promise<boolean> {
      const { numDeletedRows } = await tx
        .deleteFrom('passkeys')
        .where('id', '=', id)
        .where('staff_id', '=', staffId)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },

    /** Adds a challenge, and forgets those that nobody answered in time. */
    async ask({ challenge, browserHash, given, at, expiresAt }: ChallengeAddition): Promise<void> {
      await tx.deleteFrom('passkey_challenges').where('expires_at', '<=', at).execute()
      await tx
        .insertInto('passkey_challenges')
        .values({
          challenge,
          browser_hash: browserHash,
          purpose: given.purpose,
          staff_id: given.purpose === 'make' ? given.staffId : null,
          expires_at: expiresAt,
        })
        .execute()
    },

    /** Returns what the challenge was for and takes it away; null when this browser has no such challenge, or no more. */
    async take(challenge: string, browserHash: string, now: Instant): Promise<ChallengeFor | null> {
      const row = await tx
        .deleteFrom('passkey_challenges')
        .where('challenge', '=', challenge)
        .where('browser_hash', '=', browserHash)
        .returning(['staff_id', 'expires_at'])
        .executeTakeFirst()
      if (row === undefined || row.expires_at <= now) return null
      return row.staff_id === null ? { purpose: 'use' } : { purpose: 'make', staffId: row.staff_id }
    },
  }
}

function toStored(row: Tables['passkeys']): StoredPasskey {
  return {
    id: row.id,
    staffId: row.staff_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: toTransports(row.transports),
  }
}

function toTransports(json: string): string[] {
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
