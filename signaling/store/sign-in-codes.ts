/** The codes that were mailed to employers' contacts: each for one browser, for ten minutes, for five tries. */
import { fromInstant, toInstant } from '../clock.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Tx } from './tables.ts'

/** A code's row goes when it counts no more. */
const keptMs = 60 * 60_000

export interface SignInCode {
  readonly id: Id
  readonly staffId: Id
  readonly mac: string
}

export interface SignInCodeAddition extends SignInCode {
  readonly browserHash: string
  /** Whether this person has signed in on this browser before. */
  readonly knownDevice: boolean
  readonly at: Instant
  readonly expiresAt: Instant
}

export function writeSignInCodes(tx: Tx) {
  const openOf = (browserHash: string) =>
    tx
      .updateTable('sign_in_codes')
      .where('browser_hash', '=', browserHash)
      .where('ended_at', 'is', null)

  return {
    /** How many this person was sent in the hour before: to browsers that they know, or to others. */
    async countLately(staffId: Id, knownDevice: boolean, now: Instant): Promise<number> {
      const { count } = await tx
        .selectFrom('sign_in_codes')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('staff_id', '=', staffId)
        .where('known_device', '=', knownDevice ? 1 : 0)
        .where('made_at', '>', toInstant(fromInstant(now) - keptMs))
        .executeTakeFirstOrThrow()
      return count
    },

    /** Whatever this browser asked for before is good no more. */
    async add(code: SignInCodeAddition): Promise<void> {
      const old = toInstant(fromInstant(code.at) - keptMs)
      await tx.deleteFrom('sign_in_codes').where('made_at', '<=', old).execute()
      await openOf(code.browserHash).set({ ended_at: code.at }).execute()
      await tx
        .insertInto('sign_in_codes')
        .values({
          id: code.id,
          staff_id: code.staffId,
          browser_hash: code.browserHash,
          known_device: code.knownDevice ? 1 : 0,
          code_mac: code.mac,
          tries: 0,
          made_at: code.at,
          expires_at: code.expiresAt,
          ended_at: null,
        })
        .execute()
    },

    /** Counts a try and returns the code that this browser asked for; null when it has none that is still good. */
    async tryOf(browserHash: string, mostTries: number, now: Instant): Promise<SignInCode | null> {
      const row = await openOf(browserHash)
        .set((set) => ({ tries: set('tries', '+', 1) }))
        .where('expires_at', '>', now)
        .where('tries', '<', mostTries)
        .returning(['id', 'staff_id', 'code_mac'])
        .executeTakeFirst()
      return row === undefined ? null : { id: row.id, staffId: row.staff_id, mac: row.code_mac }
    },

    /** Returns false when it is used already. */
    async use(id: Id, at: Instant): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('sign_in_codes')
        .set({ ended_at: at })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}
