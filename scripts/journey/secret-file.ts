import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Writes a fresh secret where only this user reads it, as the administrator would. */
export function writeSecret() {
  const folder = mkdtempSync(join(tmpdir(), 'visite-secret-'))
  const file = join(folder, 'turn-secret')
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, secret, { mode: 0o600 })
  return { file, secret, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
