/** Opens the database's file for its owner alone, after making sure that it is ours, whole, and not a newer program's. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { lockFile } from './file-lock.ts'
import { isDamaged } from './sqlite-errors.ts'
import { StoreError } from './store-error.ts'

export interface OpenFile {
  readonly database: Database.Database
  /** Lets another server have the file. */
  readonly release: () => void
}

/**
 * `known` are the names of this program's migrations. `alongside` a running server, no lock is asked for: two servers
 * may not share a file, a command's short transactions may. Throws `StoreError` and leaves the file as it was.
 */
export function openFile(file: string, known: readonly string[], alongside: boolean): OpenFile {
  makeWritable(file)
  const release = alongside ? () => {} : lockFile(file)
  try {
    if (statSync(file).size > 0) inspect(file, known)
    return { database: new Database(file), release }
  } catch (error) {
    release()
    throw error
  }
}

/** SQLite gives the files beside it (WAL, shared memory) the same mode. */
function makeWritable(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    for (const path of [file, `${file}.lock`]) {
      const isNew = !existsSync(path)
      closeSync(openSync(path, isNew ? 'wx' : 'r+', 0o600))
      chmodSync(path, 0o600)
    }
  } catch (error) {
    throw new StoreError(
      `${file} cannot be written (${reason(error)}): give this user the folder, or set VISITE_DATA_DIR to another one.`,
      { cause: error },
    )
  }
}

/**
 * Returns the migrations that were made. Reads without writing: what is refused here stays byte for byte what it was.
 * Throws `StoreError`.
 */
export function inspect(file: string, known: readonly string[]): readonly string[] {
  const database = new Database(file, { readonly: true })
  try {
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(file)
    const applied = appliedMigrations(database)
    if (applied === null) {
      throw new StoreError(`${file} is a database of another program: move it away, then start.`)
    }
    if (applied.some((name) => !known.includes(name))) {
      throw new StoreError(
        `${file} was written by a newer Visite: start that version, or restore a backup of this one.`,
      )
    }
    return applied
  } catch (error) {
    throw isDamaged(error) ? damaged(file) : error
  } finally {
    database.close()
  }
}

/** Null when the file was never migrated by us; an empty file that SQLite has opened before is ours. */
function appliedMigrations(database: Database.Database): string[] | null {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all()
  if (tables.length === 0) return []
  if (!tables.includes('kysely_migration')) return null
  return database.prepare('SELECT name FROM kysely_migration').pluck().all().map(String)
}

function damaged(file: string): StoreError {
  return new StoreError(
    `${file} is damaged: keep it as it is, restore a backup in its place, then start.`,
  )
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
}
