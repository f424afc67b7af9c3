/** The one SQLite connection: opened with care, written by one transaction at a time, never lost once acknowledged. */
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { Kysely, sql, type Migration } from 'kysely'
import { AppError } from '../errors.ts'
import { openFile } from './database-file.ts'
import { createDialect } from './dialect.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { isBusy, isFull } from './sqlite-errors.ts'
import type { Db, Tables, Tx } from './tables.ts'

/**
 * How long SQLite itself waits for another program's lock. It waits inside the only thread, so that every call's
 * signaling waits too: hence short, and the patience below does not block.
 */
const busyTimeoutMs = 50
/** Between two tries, and before a given-up write lets the next one try: time for everything else. */
const pauseMs = 100
/** How long writes are tried again while another program holds the database, before they are refused. */
const usualPatienceMs = 2000

export interface OpenDatabase {
  readonly db: Db
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  ping(): Promise<void>
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly known?: Record<string, Migration>
  readonly patienceMs?: number
  /** For a command beside a running server: takes no lock against a second server. */
  readonly alongside?: boolean
  /** Told each query after it ran. For tests and benches: it costs time. */
  readonly onQuery?: OnQuery
}

export type OnQuery = (query: Query) => void
export interface Query {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** Opens, checks and migrates; a file that is refused with a `StoreError` was not changed. */
export async function openDatabase(
  file: string,
  {
    known = migrations,
    patienceMs = usualPatienceMs,
    alongside = false,
    onQuery,
  }: DatabaseOptions = {},
): Promise<OpenDatabase> {
  const isInMemory = file === ':memory:'
  const template = isInMemory ? templates.get(known) : undefined
  const { database, release } = isInMemory
    ? openMemory(template)
    : openFile(file, Object.keys(known), alongside)
  try {
    configure(database)
    const db = new Kysely<Tables>({
      dialect: createDialect(database),
      ...(onQuery === undefined ? {} : { log: ({ query }) => onQuery(query) }),
    })
    if (template === undefined) await migrate(db, known)
    if (isInMemory && template === undefined) templates.set(known, database.serialize())
    return {
      db,
      transact: createTransact(db, patienceMs),
      ping: async () => {
        await sql`SELECT 1`.execute(db)
      },
      close: async () => {
        await db.destroy()
        release()
      },
    }
  } catch (error) {
    database.close()
    release()
    throw error
  }
}

/**
 * Migrated databases in memory, by their migrations: tests open a thousand, and a copy takes a tenth of the time of a
 * migration (measured, 2 ms instead of 18).
 */
const templates = new Map<Record<string, Migration>, Buffer>()

function openMemory(template: Buffer | undefined) {
  return { database: new Database(template ?? ':memory:'), release: () => {} }
}

function configure(database: Database.Database): void {
  database.pragma(`busy_timeout = ${busyTimeoutMs}`)
  database.pragma('journal_mode = WAL')
  database.pragma('foreign_keys = ON')
  // better-sqlite3 is built so that WAL commits are not synced; what was acknowledged must survive a power cut.
  database.pragma('synchronous = FULL')
  if (database.pragma('synchronous', { simple: true }) !== 2) {
    throw new Error('SQLite did not take synchronous = FULL')
  }
}

/** One write at a time, in order of arrival; a busy database is tried again without blocking anything else. */
function createTransact(db: Db, patienceMs: number): OpenDatabase['transact'] {
  let lastTurn: Promise<unknown> = Promise.resolve()
  let busySince: number | null = null

  const attempt = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        const result = await db.transaction().execute(work)
        busySince = null
        return result
      } catch (error) {
        if (isFull(error)) throw new AppError('storage-full')
        if (!isBusy(error)) throw error
        busySince ??= performance.now()
        await pause(pauseMs)
        if (performance.now() - busySince >= patienceMs) throw new AppError('unavailable')
      }
    }
  }

  return (work) => {
    const turn = lastTurn.then(() => attempt(work))
    lastTurn = turn.catch(() => undefined)
    return turn
  }
}
