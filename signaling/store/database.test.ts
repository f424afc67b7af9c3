import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { sql, type Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type OpenDatabase } from './database.ts'
import { migrations } from './migrations/index.ts'
import { StoreError } from './store-error.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'visite-database-'))
  file = join(folder, 'data', 'visite.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = '2026-11-24T08:00:00.000Z'
const addEmployer = (database: OpenDatabase, id: string, name = id) =>
  database.transact(async (tx) => {
    await tx.insertInto('employers').values({ id, name, created_at: at }).execute()
  })
const listEmployers = async ({ db }: OpenDatabase) =>
  (await db.selectFrom('employers').select('id').orderBy('id').execute()).map(({ id }) => id)
const pragma = async ({ db }: OpenDatabase, name: string) =>
  Object.values((await sql.raw<object>(`PRAGMA ${name}`).execute(db)).rows[0] ?? {})[0]
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('an open database', () => {
  test('syncs every commit, checks foreign keys, and waits for locks a quarter of a second at most', async () => {
    const database = await openDatabase(file)
    expect(await pragma(database, 'synchronous')).toBe(2)
    expect(await pragma(database, 'journal_mode')).toBe('wal')
    expect(await pragma(database, 'foreign_keys')).toBe(1)
    expect(await pragma(database, 'busy_timeout')).toBeLessThanOrEqual(250)
    await database.close()
  })

  test('belongs to its owner alone, with the files beside it', async () => {
    const database = await openDatabase(file)
    await addEmployer(database, 'a')
    for (const suffix of ['', '-wal', '-shm', '.lock']) {
      expect([suffix, statSync(file + suffix).mode & 0o777]).toEqual([suffix, 0o600])
    }
    await database.close()
    chmodSync(file, 0o644)
    await (await openDatabase(file)).close()
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('keeps what was written, and nothing of a transaction that failed', async () => {
    const first = await openDatabase(file)
    await addEmployer(first, 'a')
    await expect(
      first.transact(async (tx) => {
        await tx.insertInto('employers').values({ id: 'b', name: 'b', created_at: at }).execute()
        throw new Error('second thoughts')
      }),
    ).rejects.toThrow('second thoughts')
    await addEmployer(first, 'c')
    await first.close()
    const second = await openDatabase(file)
    expect(await listEmployers(second)).toEqual(['a', 'c'])
    await second.close()
  })

  test('holds all that was acknowledged when its process is killed', async () => {
    const database = await openDatabase(file)
    for (const id of ['a', 'b', 'c']) await addEmployer(database, id)
    // What the disk has at this moment is what a killed process leaves behind.
    const copy = join(folder, 'copy.sqlite')
    copyFileSync(file, copy)
    copyFileSync(`${file}-wal`, `${copy}-wal`)
    await database.close()
    const restarted = await openDatabase(copy)
    expect(await listEmployers(restarted)).toEqual(['a', 'b', 'c'])
    await restarted.close()
  })

  test('is a prefix of the commits when the log is torn', async () => {
    const database = await openDatabase(file)
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database.db)
    const ids = Array.from({ length: 10 }, (_, index) => `e${index}`)
    for (const id of ids) await addEmployer(database, id)
    const whole = readFileSync(file)
    const log = readFileSync(`${file}-wal`)
    await database.close()

    for (let length = 0; length <= log.length; length += Math.ceil(log.length / 25)) {
      const copy = join(folder, `torn-${length}.sqlite`)
      writeFileSync(copy, whole)
      writeFileSync(`${copy}-wal`, log.subarray(0, length))
      const torn = await openDatabase(copy)
      const found = await listEmployers(torn)
      expect(found).toEqual(ids.slice(0, found.length))
      await torn.close()
    }
  })
})

describe('while another program holds the lock', () => {
  const lockOut = () => {
    const other = new Database(file)
    other.exec('BEGIN EXCLUSIVE')
    return other
  }

  // A busy machine may stall anybody's event loop: only a stall every time is ours.
  test('a write is refused, reading goes on, and nothing else stalls', { retry: 3 }, async () => {
    const database = await openDatabase(file, { patienceMs: 300 })
    const other = lockOut()
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const writes = ['a', 'b', 'c', 'd', 'e'].map((id) =>
      addEmployer(database, id).catch((error: unknown) => error),
    )
    await expect(listEmployers(database)).resolves.toEqual([])
    for (const result of await Promise.all(writes)) {
      expect(result).toMatchObject({ code: 'unavailable' })
    }
    delay.disable()
    other.close()
    await addEmployer(database, 'after')
    await database.close()
    expect(delay.max / 1e6).toBeLessThan(300)
  })

  test('a write succeeds once the lock is gone', async () => {
    const database = await openDatabase(file)
    const other = lockOut()
    const writing = addEmployer(database, 'a')
    setImmediate(() => other.close())
    await writing
    expect(await listEmployers(database)).toEqual(['a'])
    await database.close()
  })
})

test('a full disk refuses writes, not reads, until there is room again', async () => {
  const database = await openDatabase(file)
  await addEmployer(database, 'a')
  const pages = Number(await pragma(database, 'page_count'))
  await sql.raw(`PRAGMA max_page_count = ${pages}`).execute(database.db)
  const long = 'x'.repeat(100_000)
  await expect(addEmployer(database, 'b', long)).rejects.toMatchObject({ code: 'storage-full' })
  expect(await listEmployers(database)).toEqual(['a'])
  await sql.raw(`PRAGMA max_page_count = ${pages + 1000}`).execute(database.db)
  await addEmployer(database, 'b', long)
  await database.close()
})

describe('a database is refused with one sentence and left as it was', () => {
  async function refusal(path = file): Promise<string> {
    const before = existsSync(path) ? hashOf(path) : null
    const error: unknown = await openDatabase(path).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(StoreError)
    if (before !== null) expect(hashOf(path)).toBe(before)
    return error instanceof Error ? error.message : ''
  }

  async function makeFile(change: (database: Database.Database) => void): Promise<void> {
    const ours = await openDatabase(file)
    for (let index = 0; index < 200; index += 1) await addEmployer(ours, `employer ${index}`)
    await ours.close()
    const database = new Database(file)
    change(database)
    database.close()
  }

  test('when a newer Visite wrote it', async () => {
    await makeFile((database) =>
      database.exec("INSERT INTO kysely_migration VALUES ('999-later', '2030-01-01')"),
    )
    expect(await refusal()).toMatch(/newer Visite/)
  })

  test('when its header is damaged', async () => {
    await makeFile(() => {})
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(7, 0, 64))
    expect(await refusal()).toMatch(/is damaged/)
  })

  test('when a page is damaged', async () => {
    await makeFile(() => {})
    const bytes = readFileSync(file)
    const middle = Math.floor(bytes.length / 8192) * 4096
    writeFileSync(file, bytes.fill(7, middle, middle + 4096 * 4))
    expect(await refusal()).toMatch(/is damaged/)
  })

  test('when it is another program’s', async () => {
    const foreign = join(folder, 'foreign.sqlite')
    const database = new Database(foreign)
    database.exec('CREATE TABLE notes (text)')
    database.close()
    expect(await refusal(foreign)).toMatch(/another program/)
  })

  test('when the folder cannot be', async () => {
    writeFileSync(join(folder, 'data'), 'a file, not a folder')
    expect(await refusal()).toMatch(/cannot be written \((ENOTDIR|EEXIST)\)/)
  })

  test('while another server has it', async () => {
    const first = await openDatabase(file)
    expect(await refusal()).toMatch(/Another Visite is running/)
    await addEmployer(first, 'a')
    await first.close()
    await (await openDatabase(file)).close()
  })
})

describe('a migration', () => {
  test('happens whole or not at all', async () => {
    await (await openDatabase(file)).close()
    const broken = {
      ...migrations,
      '999-breaks': {
        up: async (db: Kysely<unknown>) => {
          await sql`CREATE TABLE half (id TEXT) STRICT`.execute(db)
          throw new Error('the power went')
        },
      },
    }
    await expect(openDatabase(file, { known: broken })).rejects.toThrow('the power went')
    const database = await openDatabase(file)
    const { rows } = await sql`SELECT name FROM sqlite_schema WHERE name = 'half'`.execute(
      database.db,
    )
    expect(rows).toEqual([])
    await database.close()
  })

  test('runs once', async () => {
    await (await openDatabase(file)).close()
    const before = readFileSync(file)
    await (await openDatabase(file)).close()
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})
