/** What a database's file is, without opening it for writing: for an administrator who asks before anything is started. */
import { existsSync, statSync } from 'node:fs'
import { inspect } from './database-file.ts'
import { migrations } from './migrations/index.ts'
import { StoreError } from './store-error.ts'

export type DatabaseFacts =
  | { readonly kind: 'missing' }
  /** One sentence that says what to do. */
  | { readonly kind: 'refused'; readonly sentence: string }
  | {
      readonly kind: 'whole'
      /** Migrations that the next start makes. */
      readonly pending: number
      readonly isOpenToOthers: boolean
    }

export function examineDatabase(file: string): DatabaseFacts {
  if (!existsSync(file)) return { kind: 'missing' }
  const { size, mode } = statSync(file)
  const known = Object.keys(migrations)
  try {
    const applied = size === 0 ? [] : inspect(file, known)
    // Windows has no such bits and always shows them set.
    const isOpenToOthers = process.platform !== 'win32' && (mode & 0o077) !== 0
    return { kind: 'whole', pending: known.length - applied.length, isOpenToOthers }
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'refused', sentence: error.message }
    throw error
  }
}
