/** Links by which staff enrol and sign in. Only the token's SHA-256 is kept. */
import type { Id, Instant } from '../protocol/primitives.ts'
import type { AccountRole, SignInWay, StaffRole } from '../protocol/staff.ts'
import type { Db, Tables, Tx } from './tables.ts'

export type SignInLink =
  | { readonly kind: 'enrol'; readonly role: StaffRole }
  | { readonly kind: 'sign-in'; readonly role: AccountRole; readonly staffId: Id }

/** A link that opens now. */
export type OpenSignInLink = SignInLink & { readonly way: SignInWay }

export interface SignInLinkAddition {
  readonly tokenHash: string
  readonly link: SignInLink
  /** For the demo's links only, which sign in by themselves; everyone else's opens once, to make a passkey. */
  readonly reusable: boolean
  readonly at: Instant
  readonly expiresAt: Instant
}

export function readSignInLinks(db: Db) {
  return {
    /** Returns what the link is for; null when it is unknown, expired or used. */
    async open(tokenHash: string, now: Instant): Promise<OpenSignInLink | null> {
      const row = await db
        .selectFrom('sign_in_links')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .where((where) => where.or([where('spent_at', 'is', null), where('reusable', '=', 1)]))
        .executeTakeFirst()
      return row === undefined ? null : toSignInLink(row)
    },
  }
}

export function writeSignInLinks(tx: Tx) {
  return {
    ...readSignInLinks(tx),

    /** Adds a link, and forgets those that expired. */
    async add({ tokenHash, link, reusable, at, expiresAt }: SignInLinkAddition): Promise<void> {
      await tx.deleteFrom('sign_in_links').where('expires_at', '<=', at).execute()
      await tx
        .insertInto('sign_in_links')
        .values({
          token_hash: tokenHash,
          kind: link.kind,
          role: link.role,
          staff_id: link.kind === 'sign-in' ? link.staffId : null,
          reusable: reusable ? 1 : 0,
          created_at: at,
          expires_at: expiresAt,
          spent_at: null,
        })
        .execute()
    },

    /** Whoever holds a link of this staff member finds nothing. */
    async revokeOf(staffId: Id, at: Instant): Promise<void> {
      await tx
        .updateTable('sign_in_links')
        .set({ expires_at: at })
        .where('staff_id', '=', staffId)
        .where('expires_at', '>', at)
        .execute()
    },

    /** Returns the link and spends it, so that the next one who brings it finds nothing. */
    async spend(tokenHash: string, now: Instant): Promise<OpenSignInLink | null> {
      const link = await readSignInLinks(tx).open(tokenHash, now)
      if (link === null) return null
      await tx
        .updateTable('sign_in_links')
        .set({ spent_at: now })
        .where('token_hash', '=', tokenHash)
        .execute()
      return link
    },
  }
}

function toSignInLink(row: Tables['sign_in_links']): OpenSignInLink {
  const { role, staff_id: staffId } = row
  const way = row.reusable === 1 ? 'direct' : 'passkey'
  if (staffId !== null) return { kind: 'sign-in', role, staffId, way }
  // A contact belongs to an employer: the service adds them, no link does.
  if (role === 'employer') throw new Error('a link enrols a contact of no employer')
  return { kind: 'enrol', role, way }
}
