/** One row of a roster as a worker, or what is wrong with its cells. */
import type {
  RosterColumn,
  RosterFinding,
  RosterPreview,
  RosterProblem,
} from '../protocol/planning.ts'
import type { CalendarDate, Locale } from '../protocol/primitives.ts'
import {
  cleanCell,
  findDamage,
  readBirthDate,
  readEmail,
  readLanguage,
  readName,
  readPersonnelNumber,
  readPhone,
  type Cell,
} from './cells.ts'
import { columnLetters, type MatchedColumn } from './columns.ts'

/** One worker as the file tells it; null is an empty cell or a column that is not there. */
export interface RosterRow {
  /** As the spreadsheet counts. */
  readonly row: number
  readonly lastName: string
  readonly firstName: string
  readonly birthDate: CalendarDate
  readonly language: Locale
  readonly email: string | null
  readonly phone: string | null
  readonly personnelNumber: string | null
  /** As the file names it. */
  readonly post: string | null
}

export interface RowReading {
  /** Null when there is a finding. */
  readonly value: RosterRow | null
  readonly findings: readonly RosterFinding[]
  /** What was understood; where nothing was, what stands there. */
  readonly sample: RosterPreview['sample'][number]
}

export function readRow(
  row: number,
  cells: readonly string[],
  columns: readonly MatchedColumn[],
  today: CalendarDate,
): RowReading {
  const reader = createCellReader(row, cells, columns)
  const lastName = reader.needed('last-name', readName)
  const firstName = reader.needed('first-name', readName)
  const birthDate = reader.needed('birth-date', (cell) => readBirthDate(cell, today))
  const language = reader.needed('language', readLanguage)
  const email = reader.optional('email', readEmail)
  const phone = reader.optional('phone', readPhone)
  const personnelNumber = reader.optional('personnel-number', readPersonnelNumber)
  const post = reader.optional('post', readName)
  reader.refuseExtraCells()

  const complete =
    reader.findings.length === 0 &&
    lastName !== null &&
    firstName !== null &&
    birthDate !== null &&
    language !== null
  return {
    value: complete
      ? { row, lastName, firstName, birthDate, language, email, phone, personnelNumber, post }
      : null,
    findings: reader.findings,
    sample: {
      row,
      lastName: (lastName ?? reader.text('last-name')).slice(0, 200),
      firstName: (firstName ?? reader.text('first-name')).slice(0, 200),
      birthDate: (birthDate ?? reader.text('birth-date')).slice(0, 40),
      email: (email ?? reader.text('email')).slice(0, 300) || null,
      language: (language ?? reader.text('language')).slice(0, 40),
    },
  }
}

function createCellReader(
  row: number,
  cells: readonly string[],
  columns: readonly MatchedColumn[],
) {
  const findings: RosterFinding[] = []
  const matched = (column: RosterColumn) => columns.find((other) => other.column === column)
  const add = (column: string, problem: RosterProblem) => {
    findings.push({ row, column: column.slice(0, 200), problem })
  }
  const text = (column: RosterColumn) => cleanCell(cells[matched(column)?.index ?? -1] ?? '')

  function read<Value>(column: RosterColumn, parse: (cell: string) => Cell<Value>): Value | null {
    const cell = text(column)
    const damage = findDamage(cell, column === 'phone')
    const result: Cell<Value> = damage === null ? parse(cell) : { ok: false, problem: damage }
    if (result.ok) return result.value
    add(matched(column)?.header ?? column, result.problem)
    return null
  }

  return {
    findings,
    text,

    needed<Value>(column: RosterColumn, parse: (cell: string) => Cell<Value>): Value | null {
      if (!isBlank(text(column))) return read(column, parse)
      add(matched(column)?.header ?? column, 'missing')
      return null
    },

    optional<Value>(column: RosterColumn, parse: (cell: string) => Cell<Value>): Value | null {
      return isBlank(text(column)) ? null : read(column, parse)
    },

    /** A cell beyond the header, or under a blank one: the row is shifted, or holds what was not meant for us. */
    refuseExtraCells(): void {
      const extra = cells.findIndex(
        (cell, index) => cell.trim() !== '' && !columns.some((column) => column.index === index),
      )
      if (extra !== -1) add(columnLetters(extra), 'too-many-cells')
    },
  }
}

/** A dash is how people leave a cell empty on purpose. */
function isBlank(cell: string): boolean {
  return cell === '' || /^[-–—]$/.test(cell)
}
