/** Runs one small administrator's command to its end: `ip`, `nft`, `tc`, `openssl`. */
import { execFileSync } from 'node:child_process'

export interface CommandOptions {
  readonly input?: string
  /** For undoing what may never have been done. */
  readonly mayFail?: boolean
}

/** Returns what it printed. Throws with its own words when it fails. */
export function run(words: readonly string[], { input, mayFail }: CommandOptions = {}): string {
  const [command = '', ...rest] = words
  try {
    return execFileSync(command, rest, { input: input ?? '', encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    if (mayFail === true) return ''
    throw error
  }
}
