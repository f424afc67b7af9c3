import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSecrets, readSharedSecret, SecretsError } from './secrets.ts'

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'visite-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
const keyFile = (folder: string) => join(folder, 'secrets', 'call-link.key')

describe('the key of the call links', () => {
  test('is made at the first start, for its owner alone, and stays the same', () => {
    const folder = openFolder()
    const { callLinkKey } = openSecrets(folder)
    expect(callLinkKey).toHaveLength(32)
    expect(statSync(keyFile(folder)).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700)
    expect(openSecrets(folder).callLinkKey).toEqual(callLinkKey)
  })

  test('is another one in another folder', () => {
    expect(openSecrets(openFolder()).callLinkKey).not.toEqual(openSecrets(openFolder()).callLinkKey)
  })

  test('that others can read is refused', () => {
    const folder = openFolder()
    openSecrets(folder)
    chmodSync(keyFile(folder), 0o640)
    expect(() => openSecrets(folder)).toThrow(/chmod 600/)
  })

  test.each([0, 16, 31, 33])('of %i bytes is refused and left as it is', (length) => {
    const folder = openFolder()
    openSecrets(folder)
    writeFileSync(keyFile(folder), Buffer.alloc(length))
    expect(() => openSecrets(folder)).toThrow(SecretsError)
    expect(readFileSync(keyFile(folder))).toHaveLength(length)
  })
})

describe('the secret shared with coturn', () => {
  const write = (content: string, mode = 0o600) => {
    const file = join(openFolder(), 'turn.secret')
    writeFileSync(file, content, { mode })
    chmodSync(file, mode)
    return file
  }
  const read = (file: string) => readSharedSecret(file, 'VISITE_TURN_SECRET_FILE')

  test('is read without the line’s end', () => {
    expect(read(write(`${'s'.repeat(32)}\n`))).toBe('s'.repeat(32))
  })

  test.each([
    ['is not there', () => '/nowhere/turn.secret', /VISITE_TURN_SECRET_FILE/],
    ['is short', () => write('north-sea'), /at least 32/],
    ['is empty', () => write('\n'), /at least 32/],
    ['can be read by others', () => write('s'.repeat(32), 0o644), /chmod 600/],
  ])('that %s is refused', (_name, make, sentence) => {
    expect(() => read(make())).toThrow(sentence)
  })
})
