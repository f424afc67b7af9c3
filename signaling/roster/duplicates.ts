/** Finds people who stand twice in one file; the first stays. */
import type { RosterColumn, RosterFinding } from '../protocol/planning.ts'
import type { MatchedColumn } from './columns.ts'
import { nameKey } from './match.ts'
import type { RosterRow } from './row.ts'

/**
 * The same personnel number, the same name and birth date, or the same e-mail address: with a shared one, a worker would
 * read a colleague's invitation.
 */
export function findDuplicates(
  rows: readonly RosterRow[],
  columns: readonly MatchedColumn[],
): RosterFinding[] {
  const header = (column: RosterColumn) =>
    (columns.find((other) => other.column === column)?.header ?? column).slice(0, 200)
  const seen = new Set<string>()
  const findings: RosterFinding[] = []
  for (const row of rows) {
    const keys = keysOf(row)
    const twice = keys.find(({ key }) => seen.has(key))
    if (twice === undefined) for (const { key } of keys) seen.add(key)
    else findings.push({ row: row.row, column: header(twice.column), problem: 'twice-in-file' })
  }
  return findings
}

function keysOf(row: RosterRow): { column: RosterColumn; key: string }[] {
  const { personnelNumber, email } = row
  return [
    ...(personnelNumber === null
      ? []
      : [{ column: 'personnel-number', key: `number ${personnelNumber}` } as const]),
    ...(email === null ? [] : [{ column: 'email', key: `email ${email.toLowerCase()}` } as const]),
    { column: 'last-name', key: `name ${nameKey(row)}` },
  ]
}
