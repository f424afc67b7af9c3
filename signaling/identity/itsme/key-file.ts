/**
 * Where our keys towards itsme lie: a file beside the other secrets, made at first need. A command may replace it while the
 * server runs, which looks before each use.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as Type from 'typebox'
import { Check } from 'typebox/value'
import type { Clock } from '../../clock.ts'
import { SecretsError } from '../secrets.ts'
import { makeKeys, rotate, type ItsmeKey } from './keys.ts'

export interface ItsmeKeys {
  /** The keys as they are now; makes the first ones. */
  read(): Promise<readonly ItsmeKey[]>
}

const Keys = Type.Array(
  Type.Object({
    use: Type.Union([Type.Literal('sig'), Type.Literal('enc')]),
    kid: Type.String(),
    madeAt: Type.Number(),
    jwk: Type.Object({ kty: Type.Literal('RSA'), n: Type.String(), d: Type.String() }),
  }),
  { minItems: 2 },
)

export function itsmeKeyFile(dataDir: string): string {
  return join(dataDir, 'secrets', 'itsme.json')
}

export function openItsmeKeys(dataDir: string, clock: Clock): ItsmeKeys {
  const file = itsmeKeyFile(dataDir)
  let known: { readonly mark: string; readonly keys: readonly ItsmeKey[] } | null = null
  let making: Promise<readonly ItsmeKey[]> | null = null

  /** One at a time: two first visitors must not make two sets. */
  async function make(): Promise<readonly ItsmeKey[]> {
    making ??= makeKeys(clock).then((keys) => write(file, keys))
    return making.finally(() => (making = null))
  }

  return {
    async read() {
      if (!existsSync(file)) return make()
      const mark = markOf(file)
      if (known?.mark !== mark) known = { mark, keys: readKeys(file) }
      return known.keys
    },
  }
}

/** For the administrator: new keys from now on, the old ones for as long as itsme may still use them. */
export async function rotateItsmeKeys(dataDir: string, clock: Clock): Promise<void> {
  const file = itsmeKeyFile(dataDir)
  await write(file, await rotate(existsSync(file) ? readKeys(file) : [], clock))
}

function markOf(file: string): string {
  const { mtimeMs, ino, mode } = statSync(file)
  return `${mtimeMs} ${ino} ${mode}`
}

function readKeys(file: string): readonly ItsmeKey[] {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new SecretsError(`${file} can be read by others: run chmod 600 on it.`)
  }
  const content = parse(readFileSync(file, 'utf8'))
  if (!Check(Keys, content)) {
    throw new SecretsError(
      `${file} does not hold our keys towards itsme: restore it from a backup, or delete it, and wait a day.`,
    )
  }
  return content
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whole or not at all, and on disk before it is used. */
async function write(file: string, keys: readonly ItsmeKey[]): Promise<readonly ItsmeKey[]> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const next = `${file}.next`
  const handle = await open(next, 'w', 0o600)
  try {
    chmodSync(next, 0o600)
    await handle.writeFile(JSON.stringify(keys))
    await handle.sync()
  } finally {
    await handle.close()
  }
  renameSync(next, file)
  return keys
}
