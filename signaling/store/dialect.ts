/**
 * Kysely's SQLite dialect with what a server needs: a write takes its lock at once, a migration happens whole or not, and
 * what is asked again and again is prepared once.
 */
import type Database from 'better-sqlite3'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
} from 'kysely'
import { keepPrepared } from './prepared.ts'

export function createDialect(database: Database.Database): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new Driver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class Adapter extends SqliteAdapter {
  /** SQLite does roll back DDL; Kysely leaves that out because of `PRAGMA foreign_keys`, which no migration here uses. */
  override get supportsTransactionalDdl() {
    return true
  }
}

class Driver extends SqliteDriver {
  readonly #database: Database.Database

  constructor(database: Database.Database) {
    super({ database: keepPrepared(database) })
    this.#database = database
  }

  /** A deferred transaction would meet another program's lock half-way, after its work had begun. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** On a full disk SQLite has rolled back by itself; rolling back again would hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}
