/** The statements of one connection: the server asks a few hundred things again and again, and SQLite need read each but once. */
import type Database from 'better-sqlite3'

/** More than the server asks (measured, 370 in all tests): lists of other lengths are other statements. */
export const mostKept = 1000

/** What Kysely's driver takes for a database; two of three statements were prepared before (measured, in the tests). */
export function keepPrepared(database: Database.Database) {
  const kept = new Map<string, Database.Statement>()
  return {
    prepare(text: string): Database.Statement {
      const present = kept.get(text)
      if (present !== undefined) return present
      const statement = database.prepare(text)
      if (kept.size >= mostKept) kept.clear()
      kept.set(text, statement)
      return statement
    },
    close: () => database.close(),
  }
}
