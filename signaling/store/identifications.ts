/** Who the workers behind logins proved to be. */
import { sql } from 'kysely'
import { notIdentified, type Identified, type Likeness } from '../protocol/identification.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { readAudit } from './audit.ts'
import type { Db, Tables, Tx } from './tables.ts'

export type IdentificationDraft = {
  readonly id: Id
  readonly loginKey: string
  readonly appointmentId: Id
  readonly at: Instant
} & (
  | { readonly method: 'itsme'; readonly acr: string; readonly likeness: Likeness }
  | { readonly method: 'code' }
  /** `seenBy` null: the worker says that they will show it. */
  | { readonly method: 'card'; readonly seenBy: Id | null }
)

export function readIdentifications(db: Db) {
  return {
    /** Returns what was proved last behind this login. */
    async ofLogin(loginKey: string): Promise<Identified> {
      const row = await db
        .selectFrom('identifications')
        .selectAll()
        .where('login_key', '=', loginKey)
        .orderBy(sql`rowid`, 'desc')
        .limit(1)
        .executeTakeFirst()
      if (row === undefined) return notIdentified
      const { method, appointment_id, at } = row
      // How a code went stands in the log alone.
      const bySms = method === 'code' && (await readAudit(db).identifiedBySms(appointment_id, at))
      return bySms ? { kind: 'code', at, bySms } : toIdentified(row)
    },
  }
}

export function writeIdentifications(tx: Tx) {
  return {
    ...readIdentifications(tx),

    async add(draft: IdentificationDraft): Promise<void> {
      const likeness = draft.method === 'itsme' ? draft.likeness : null
      const seenBy = draft.method === 'card' ? draft.seenBy : null
      await tx
        .insertInto('identifications')
        .values({
          id: draft.id,
          login_key: draft.loginKey,
          appointment_id: draft.appointmentId,
          method: draft.method,
          at: draft.at,
          acr: draft.method === 'itsme' ? draft.acr : null,
          family_name: likeness?.familyName ?? null,
          given_name: likeness?.givenName ?? null,
          birth_date: likeness?.birthDate ?? null,
          seen_by: seenBy,
          seen_at: seenBy === null ? null : draft.at,
        })
        .execute()
    },
  }
}

function toIdentified(row: Tables['identifications']): Identified {
  const { method, at, family_name, given_name, birth_date, seen_at } = row
  switch (method) {
    case 'itsme':
      // The table's checks say so.
      if (family_name === null || given_name === null || birth_date === null) return notIdentified
      return {
        kind: 'itsme',
        at,
        likeness: { familyName: family_name, givenName: given_name, birthDate: birth_date },
      }
    case 'code':
      return { kind: 'code', at }
    case 'card':
      return seen_at === null ? { kind: 'shows-card' } : { kind: 'card', at: seen_at }
    default:
      return method satisfies never
  }
}
