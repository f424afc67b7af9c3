/** Reads an employer's list of workers, naming row and column of every problem. Knows nothing of what is stored. */
import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { AppError } from '../errors.ts'
import type { RosterFinding, RosterPreview } from '../protocol/planning.ts'
import type { CalendarDate } from '../protocol/primitives.ts'
import { matchColumns, type MatchedColumn } from './columns.ts'
import { decodeRoster } from './decode.ts'
import { findDuplicates } from './duplicates.ts'
import { readRow, type RosterRow, type RowReading } from './row.ts'
import { splitRoster } from './split.ts'

export interface Roster extends Pick<
  RosterPreview,
  'digest' | 'encoding' | 'separator' | 'columns' | 'sample'
> {
  /** Every row that is not empty, good or not. */
  readonly rowCount: number
  /** Those without a finding. */
  readonly rows: readonly RosterRow[]
  readonly findings: readonly RosterFinding[]
}

const sampleRows = 5
/** Rows read before everything else gets its turn: about a millisecond's work. */
const batch = 100

/** Throws `roster-unreadable`, `roster-columns` or `too-large`; problems of single cells are findings. */
export async function readRoster(bytes: Uint8Array, today: CalendarDate): Promise<Roster> {
  const decoded = decodeRoster(bytes)
  if (decoded === null) throw new AppError('roster-unreadable')
  const { separator, rows: lines } = await splitRoster(decoded.text)
  const [header = [], ...body] = lines
  const columns = matchColumns(header)

  const readings = await readRows(body, columns, today)
  const good = readings.flatMap((reading) => (reading.value === null ? [] : [reading.value]))
  const duplicates = findDuplicates(good, columns)
  const twice = new Set(duplicates.map((finding) => finding.row))
  const findings = [...readings.flatMap((reading) => reading.findings), ...duplicates]

  return {
    digest: digestOf(bytes),
    encoding: decoded.encoding,
    separator,
    columns: columns.map((matched) => ({ header: matched.header, column: matched.column })),
    sample: readings.slice(0, sampleRows).map((reading) => reading.sample),
    rowCount: readings.length,
    rows: good.filter((row) => !twice.has(row.row)),
    findings: findings.toSorted((a, b) => a.row - b.row),
  }
}

/** SHA-256, hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function readRows(
  body: readonly (readonly string[])[],
  columns: readonly MatchedColumn[],
  today: CalendarDate,
): Promise<RowReading[]> {
  const readings: RowReading[] = []
  for (const [index, cells] of body.entries()) {
    if (index % batch === 0) await breathe()
    if (cells.every((cell) => cell.trim() === '')) continue
    // The header is row 1.
    readings.push(readRow(index + 2, cells, columns, today))
  }
  return readings
}
