/** The policy's rows: added, and never changed. */
import type { PolicyDraft, PolicyRow, RemoteRule } from '../protocol/remote-policy.ts'
import type { Instant } from '../protocol/primitives.ts'
import type { Db, Tables, Tx } from './tables.ts'

export function readRemotePolicy(db: Db) {
  return {
    /** Returns all rows, the latest first. */
    async list(): Promise<PolicyRow[]> {
      const query = db.selectFrom('remote_policy').selectAll().orderBy('version', 'desc')
      return (await query.execute()).map(toPolicyRow)
    },
  }
}

export function writeRemotePolicy(tx: Tx) {
  return {
    ...readRemotePolicy(tx),
    async add(draft: PolicyDraft, at: Instant): Promise<PolicyRow> {
      const { examType, employerId, rule } = draft
      const approval = rule.kind === 'approved' ? rule.approval : null
      const row = await tx
        .insertInto('remote_policy')
        .values({
          exam_type: examType,
          employer_id: employerId,
          rule: rule.kind,
          authority: approval?.authority ?? null,
          reference: approval?.reference ?? null,
          given_on: approval?.givenOn ?? null,
          valid_from: approval?.validFrom ?? null,
          valid_until: approval?.validUntil ?? null,
          scope: approval?.scope ?? null,
          recorded_at: at,
        })
        .returning('version')
        .executeTakeFirstOrThrow()
      return { ...draft, version: row.version, recordedAt: at }
    },
  }
}

type Row = Omit<Tables['remote_policy'], 'version'> & { readonly version: number }

function toPolicyRow(row: Row): PolicyRow {
  return {
    version: row.version,
    examType: row.exam_type,
    employerId: row.employer_id,
    rule: toRule(row),
    recordedAt: row.recorded_at,
  }
}

function toRule(row: Row): RemoteRule {
  if (row.rule !== 'approved') return { kind: row.rule }
  // The table's own check: an approved row has them all.
  const { authority, reference, given_on, valid_from, valid_until, scope } = row
  return {
    kind: 'approved',
    approval: {
      authority: authority ?? '',
      reference: reference ?? '',
      givenOn: given_on ?? '',
      validFrom: valid_from ?? '',
      validUntil: valid_until,
      scope: scope ?? '',
    },
  }
}
