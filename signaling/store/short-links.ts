/** What short links open, by the hash of their code: a stolen database opens nothing. */
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db, Tables, Tx } from './tables.ts'

/** The one thing that a short link opens. */
export type ShortLinkTarget =
  { readonly offerId: Id } | { readonly appointmentId: Id; readonly linkVersion: number }

export interface ShortLink {
  readonly codeHash: string
  readonly target: ShortLinkTarget
  readonly expiresAt: Instant
}

export function readShortLinks(db: Db) {
  return {
    /** Null: no such link, or its time is over. */
    async find(codeHash: string, now: Instant): Promise<ShortLinkTarget | null> {
      const row = await db
        .selectFrom('short_links')
        .selectAll()
        .where('code_hash', '=', codeHash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row === undefined ? null : toTarget(row)
    },
  }
}

export function writeShortLinks(tx: Tx) {
  return {
    ...readShortLinks(tx),

    /** The same link again, for an SMS that is tried again, lasts as long as is said now. Forgets those that are over. */
    async keep({ codeHash, target, expiresAt }: ShortLink, now: Instant): Promise<void> {
      await tx.deleteFrom('short_links').where('expires_at', '<=', now).execute()
      await tx
        .insertInto('short_links')
        .values({
          code_hash: codeHash,
          offer_id: 'offerId' in target ? target.offerId : null,
          appointment_id: 'offerId' in target ? null : target.appointmentId,
          link_version: 'offerId' in target ? null : target.linkVersion,
          expires_at: expiresAt,
        })
        .onConflict((conflict) =>
          conflict.column('code_hash').doUpdateSet((row) => ({
            link_version: row.ref('excluded.link_version'),
            expires_at: row.ref('excluded.expires_at'),
          })),
        )
        .execute()
    },
  }
}

function toTarget(row: Tables['short_links']): ShortLinkTarget {
  const { offer_id: offerId, appointment_id: appointmentId, link_version: linkVersion } = row
  if (offerId !== null) return { offerId }
  if (appointmentId !== null && linkVersion !== null) return { appointmentId, linkVersion }
  throw new Error('a short link opens nothing')
}
