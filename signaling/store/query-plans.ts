/** How SQLite finds the rows of a query (sqlite.org/eqp.html). For tests and benches. */
import Database from 'better-sqlite3'
import type { Query } from './database.ts'

export interface Plans {
  /** Returns a line for each table of the query, in the order in which they are read. */
  of(query: Query): string[]
  /** Returns what runs it again and again, and reads all its rows. */
  prepare(query: Query): () => unknown[]
  close(): void
}

/** On a connection of its own: the server may have the file open. Throws for a file that is not there. */
export function openPlans(file: string): Plans {
  const database = new Database(file, { readonly: true })
  return {
    of: ({ sql, parameters }) =>
      database
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...parameters)
        .map(({ detail }) => detail),
    prepare({ sql, parameters }) {
      const statement = database.prepare(sql)
      return () => statement.all(...parameters)
    },
    close: () => database.close(),
  }
}

/** Returns the tables that a query reads from end to end. One that stops at its limit without sorting does not. */
export function scannedTables({ sql }: Query, plan: readonly string[]): string[] {
  const sorts = plan.some((line) => line.startsWith('USE TEMP B-TREE'))
  if (sql.endsWith(' limit ?') && !sorts) return []
  const tables = new Map(
    [...sql.matchAll(/"(\w+)" as "(\w+)"/g)].map(([, table = '', alias = '']) => [alias, table]),
  )
  return plan.flatMap((line) => {
    // An index that holds the open rows alone stays short, whatever became of the others.
    if (/ USING INDEX \w+_open$/.test(line)) return []
    // "SCAN 2-ROW VALUES CLAUSE" is what an INSERT brings along.
    const [, name = ''] = /^SCAN ([a-z]\w*)/.exec(line) ?? []
    return name === '' ? [] : [tables.get(name) ?? name]
  })
}
