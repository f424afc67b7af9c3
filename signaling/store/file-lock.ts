/**
 * Keeps a second server off the same database. The lock is one of SQLite's own, held on a file beside the database: the
 * operating system frees it when the process ends, however it ends, so that no stale lock is ever left.
 */
import Database from 'better-sqlite3'
import { isBusy } from './sqlite-errors.ts'
import { StoreError } from './store-error.ts'

/** Returns what frees the lock. Throws `StoreError` when another process holds it. */
export function lockFile(file: string): () => void {
  const lock = new Database(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new StoreError(
      `Another Visite is running on ${file}: stop it, or set VISITE_DATA_DIR to another folder.`,
      { cause: error },
    )
  }
  return () => lock.close()
}
