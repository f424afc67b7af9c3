/** What SQLite's result codes (https://www.sqlite.org/rescode.html) mean here. */
import Database from 'better-sqlite3'
import { AppError } from '../errors.ts'
import type { ErrorCode } from '../protocol/codes.ts'

export function isBusy(error: unknown): boolean {
  return hasCode(error, 'SQLITE_BUSY')
}

export function isFull(error: unknown): boolean {
  return hasCode(error, 'SQLITE_FULL')
}

/** A file that is no database, or a torn one. */
export function isDamaged(error: unknown): boolean {
  return hasCode(error, 'SQLITE_NOTADB') || hasCode(error, 'SQLITE_CORRUPT')
}

/**
 * Runs a query; where it breaks a unique index on one of these `table.column`s, the refusal is that column's code.
 * The database decides, not an earlier look: between a look and a write another request may have written.
 */
export async function refuseDuplicates<T>(
  codes: Record<string, { code: ErrorCode; at?: string }>,
  query: () => Promise<T>,
): Promise<T> {
  try {
    return await query()
  } catch (error) {
    if (hasCode(error, 'SQLITE_CONSTRAINT_UNIQUE') && error instanceof Error) {
      for (const [column, refusal] of Object.entries(codes)) {
        if (error.message.includes(column)) throw new AppError(refusal.code, refusal.at)
      }
    }
    throw error
  }
}

/** Extended codes begin with their primary one: `SQLITE_BUSY_SNAPSHOT`. */
function hasCode(error: unknown, code: string): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith(code)
}
