/** How the agenda's rows are numbered and written. */
import type { OpenDatabase } from '../../signaling/store/database.ts'

export type Tx = Parameters<Parameters<OpenDatabase['transact']>[0]>[0]

/** Rows in one statement: SQLite takes 32,766 values (SQLITE_MAX_VARIABLE_NUMBER). */
const batch = 1000

export const id = (kind: string, number: number) => `${kind}-${String(number).padStart(14, '0')}`

export const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

export async function inBatches<T>(all: readonly T[], work: (part: T[]) => Promise<unknown>) {
  for (let start = 0; start < all.length; start += batch)
    await work(all.slice(start, start + batch))
}
