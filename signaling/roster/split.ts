/** A roster's text as rows of cells. Yields to everything else between slices: a call must not wait for a spreadsheet. */
import { Readable } from 'node:stream'
import { setImmediate as breathe } from 'node:timers/promises'
import { CsvError, parse, type Options } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { AppError } from '../errors.ts'
import type { RosterPreview } from '../protocol/planning.ts'
import { countKnown } from './columns.ts'

export type Separator = RosterPreview['separator']

const separators: readonly Separator[] = [';', ',', '\t']
/** A company's workers of a year; more is a mistake or an attack. */
export const maxRows = 5000
const maxLineBytes = 64 * 1024
const sliceChars = 64 * 1024

export interface Split {
  readonly separator: Separator
  /** The first is the header; empty rows are there, so that the place of a row is its number in the spreadsheet. */
  readonly rows: readonly (readonly string[])[]
}

/** Throws `roster-unreadable` for text without a header line or with a quote that never ends, `too-large` beyond a limit. */
export async function splitRoster(text: string): Promise<Split> {
  const { separator: told, rest } = readSepLine(text)
  const separator = told ?? detectSeparator(rest)
  const rows: string[][] = []
  try {
    const parser = Readable.from(slices(rest)).pipe(parse(options(separator)))
    for await (const row of parser) {
      rows.push(row as string[])
      if (rows.length > maxRows + 1 && !isEmpty(row as string[])) throw new AppError('too-large')
    }
  } catch (error) {
    throw toRefusal(error)
  }
  while (isEmpty(rows.at(-1) ?? ['x'])) rows.pop()
  if (rows.length === 0) throw new AppError('roster-unreadable')
  return { separator, rows }
}

/** Excel reads and writes a first line `sep=;` that is no row of the sheet. */
function readSepLine(text: string): { separator: Separator | null; rest: string } {
  const line = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i.exec(text)
  if (line === null) return { separator: null, rest: text }
  return {
    separator: separators.find((separator) => separator === line[1]) ?? null,
    rest: text.slice(line[0].length),
  }
}

/** The one by which most of the header is known; else the one that cuts it into most cells. */
function detectSeparator(text: string): Separator {
  const scored = separators.map((separator) => {
    const header = readHeader(text, separator)
    return { separator, known: countKnown(header), cells: header.length }
  })
  scored.sort((a, b) => b.known - a.known || b.cells - a.cells)
  return scored[0]?.separator ?? ';'
}

function readHeader(text: string, separator: Separator): readonly string[] {
  try {
    const rows: string[][] = parseAtOnce(text.slice(0, maxLineBytes), {
      ...options(separator),
      to: 1,
    })
    return rows[0] ?? []
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}

function options(separator: Separator): Options {
  return {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // A quote in the middle of a cell is a quote: Peeters "Jef".
    relax_quotes: true,
    max_record_size: maxLineBytes,
  }
}

async function* slices(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += sliceChars) {
    yield text.slice(start, start + sliceChars)
    await breathe()
  }
}

function isEmpty(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '')
}

function toRefusal(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  return new AppError(error.code === 'CSV_MAX_RECORD_SIZE' ? 'too-large' : 'roster-unreadable')
}
