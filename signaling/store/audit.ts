/**
 * What was done, by whom: append-only, each entry holding the hash of the one before, so that an edit, a removal or an
 * insertion in the middle shows. A missing end shows beside a head that was kept elsewhere. Details hold ids and codes, never names or anything medical.
 */
import { createHash } from 'node:crypto'
import type { Actor } from '../identity/identity.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Db, Tables, Tx } from './tables.ts'

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>

export interface AuditDraft {
  readonly at: Instant
  readonly actor: Actor
  /** Null for what concerns no single appointment. */
  readonly appointmentId: Id | null
  /** Past tense, kebab-case: `appointment-planned`. */
  readonly action: string
  readonly details?: AuditDetails
}

export interface AuditEntry {
  readonly number: number
  readonly at: Instant
  readonly actor: Actor
  readonly appointmentId: Id | null
  readonly action: string
  readonly details: AuditDetails
}

/** The worker pressed their link's button and got a login. */
export const callLinkEntered = 'call-link-entered'
/** They opened their link in a browser that cannot call; their page came again by the login that it had. */
export const seenWithoutEntering = ['call-link-cannot-call', 'worker-page-came'] as const
/** `by` in its details: how a code went. */
export const workerIdentified = 'worker-identified'

/** Where the log stood at some moment. Kept elsewhere, it shows later whether the log was cut or written anew. */
export interface AuditHead {
  /** Of the last entry; 0 while there is none. */
  readonly number: number
  /** SHA-256 over that entry and, through it, over all before; hexadecimal. */
  readonly hash: string
}

/** The first entry's "hash before". */
const beginning = '0'.repeat(64)
/** Rows read at once while verifying. */
const batch = 1000

export function readAudit(db: Db) {
  async function hasAny(
    actions: readonly string[],
    appointmentId: Id,
    since: Instant,
  ): Promise<boolean> {
    const row = await db
      .selectFrom('audit')
      .select('number')
      .where('appointment_id', '=', appointmentId)
      .where('action', 'in', actions)
      .where('at', '>=', since)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }

  return {
    async ofAppointment(appointmentId: Id): Promise<AuditEntry[]> {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .where('appointment_id', '=', appointmentId)
        .orderBy('number')
        .execute()
      return rows.map(toEntry)
    },

    /** Whether the worker entered by their call link since then. A login would not tell: it is forgotten once it expired. */
    workerEntered: (appointmentId: Id, since: Instant): Promise<boolean> =>
      hasAny([callLinkEntered], appointmentId, since),

    /** Whether they entered since then, or tried to. */
    workerCame: (appointmentId: Id, since: Instant): Promise<boolean> =>
      hasAny([callLinkEntered, ...seenWithoutEntering], appointmentId, since),

    /** Whether the worker who was identified at this moment typed a code that went by SMS. */
    async identifiedBySms(appointmentId: Id, at: Instant): Promise<boolean> {
      const row = await db
        .selectFrom('audit')
        .selectAll()
        .where('appointment_id', '=', appointmentId)
        .where('action', '=', workerIdentified)
        .where('at', '=', at)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row !== undefined && toEntry(row).details['by'] === 'sms'
    },

    async head(): Promise<AuditHead> {
      const last = await db
        .selectFrom('audit')
        .select(['number', 'hash'])
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      return last ?? { number: 0, hash: beginning }
    },

    /** Whether the log still goes through where it stood then. Tells nothing of a log that does not verify. */
    async continues({ number, hash: then }: AuditHead): Promise<boolean> {
      if (number === 0) return then === beginning
      const row = await db
        .selectFrom('audit')
        .select('hash')
        .where('number', '=', number)
        .executeTakeFirst()
      return row?.hash === then
    },

    /** Returns the number of the first entry that does not fit the chain, or null when all do. */
    async verify(): Promise<{ entries: number; brokenAt: number | null }> {
      let previous = beginning
      let entries = 0
      for (;;) {
        const rows = await db
          .selectFrom('audit')
          .selectAll()
          .where('number', '>', entries)
          .orderBy('number')
          .limit(batch)
          .execute()
        for (const row of rows) {
          entries += 1
          const fits = row.number === entries && row.previous_hash === previous
          if (!fits || row.hash !== hash(row)) return { entries, brokenAt: entries }
          previous = row.hash
        }
        if (rows.length < batch) return { entries, brokenAt: null }
      }
    },
  }
}

export function writeAudit(tx: Tx) {
  return {
    ...readAudit(tx),
    async append(draft: AuditDraft): Promise<void> {
      const last = await readAudit(tx).head()
      const entry = {
        number: last.number + 1,
        at: draft.at,
        actor_kind: draft.actor.kind,
        actor_id: draft.actor.id,
        appointment_id: draft.appointmentId,
        action: draft.action,
        details: canonicalJson(draft.details ?? {}),
        previous_hash: last.hash,
      }
      await tx
        .insertInto('audit')
        .values({ ...entry, hash: hash(entry) })
        .execute()
    },
  }
}

/** Over the hash before and the entry, its members in a fixed order. */
function hash(entry: Omit<Tables['audit'], 'hash'>): string {
  const members = [
    entry.previous_hash,
    entry.number,
    entry.at,
    entry.actor_kind,
    entry.actor_id,
    entry.appointment_id,
    entry.action,
    entry.details,
  ]
  return createHash('sha256').update(JSON.stringify(members)).digest('hex')
}

/** Sorted keys: the same details are the same text. */
function canonicalJson(details: AuditDetails): string {
  const sorted = Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(Object.fromEntries(sorted))
}

function toEntry(row: Tables['audit']): AuditEntry {
  return {
    number: row.number,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    appointmentId: row.appointment_id,
    action: row.action,
    // Only `append` above has ever written here.
    details: JSON.parse(row.details) as AuditDetails,
  }
}
