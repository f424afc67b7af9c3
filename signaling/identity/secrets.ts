/** The keys that this server made for itself: random, made at the first start, readable by their owner only. */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

export interface Secrets {
  /** Signs call links and nothing else. */
  readonly callLinkKey: Uint8Array
  /** Signs guests' links and nothing else. */
  readonly guestLinkKey: Uint8Array
  /** Signs the links of offers and nothing else. */
  readonly offerLinkKey: Uint8Array
  /** Hashes the one-time codes that workers and contacts type, and nothing else. */
  readonly oneTimeCodeKey: Uint8Array
  /** Makes the codes of short links and nothing else. */
  readonly shortLinkKey: Uint8Array
  /** Makes the marks of browsers in which somebody signed in, and nothing else. */
  readonly deviceMarkKey: Uint8Array
  /** Makes the tokens of mailed one-time links, and nothing else. */
  readonly mailedLinkKey: Uint8Array
  /** Signs proofs of being in a call, and nothing else. */
  readonly callProofKey: Uint8Array
}

/** Why a secret cannot be used, as one sentence for the administrator. */
export class SecretsError extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'SecretsError'
  }
}

/** As long as the hash that it keys (RFC 7518, 3.2). */
const keyBytes = 32

const keyNames = [
  'call-link',
  'guest-link',
  'offer-link',
  'one-time-code',
  'short-link',
  'device-mark',
  'mailed-link',
  'call-proof',
] as const
type KeyName = (typeof keyNames)[number]

/** Returns the secrets of this data folder, making those that are missing. Throws `SecretsError`. */
export function openSecrets(dataDir: string): Secrets {
  const file = (name: KeyName) => keyFile(dataDir, name)
  return {
    callLinkKey: openKey(file('call-link')),
    guestLinkKey: openKey(file('guest-link')),
    offerLinkKey: openKey(file('offer-link')),
    oneTimeCodeKey: openKey(file('one-time-code')),
    shortLinkKey: openKey(file('short-link')),
    deviceMarkKey: openKey(file('device-mark')),
    mailedLinkKey: openKey(file('mailed-link')),
    callProofKey: openKey(file('call-proof')),
  }
}

/** Returns a sentence for each secret that cannot be used, and makes none. */
export function examineSecrets(dataDir: string): string[] {
  return keyNames.flatMap((name) => {
    const file = keyFile(dataDir, name)
    if (!existsSync(file)) {
      return [`${file} is not there: restore it from a backup; a new one revokes what it signed.`]
    }
    try {
      readKey(file)
      return []
    } catch (error) {
      if (error instanceof SecretsError) return [error.message]
      throw error
    }
  })
}

/** Below this a secret can be guessed from one credential that someone caught. */
const sharedSecretLength = 32

/** Returns the secret that an administrator put into a file: shared with coturn, or with a provider. Throws `SecretsError`. */
export function readSharedSecret(file: string, setting: string): string {
  if (!existsSync(file)) throw new SecretsError(`${setting} names ${file}, which is not there.`)
  const secret = readOwn(file).toString().trim()
  if (secret.length < sharedSecretLength) {
    throw new SecretsError(
      `${file} holds a short secret: use at least ${sharedSecretLength} random characters.`,
    )
  }
  return secret
}

function keyFile(dataDir: string, name: KeyName): string {
  return join(dataDir, 'secrets', `${name}.key`)
}

function openKey(file: string): Uint8Array {
  if (!existsSync(file)) makeKey(file)
  return readKey(file)
}

function readKey(file: string): Uint8Array {
  const key = readOwn(file)
  if (key.length !== keyBytes) {
    throw new SecretsError(
      `${file} is not a key of ${keyBytes} bytes: restore it from a backup, or delete it, which revokes every link that it signed.`,
    )
  }
  return new Uint8Array(key)
}

function readOwn(file: string): Buffer {
  // The bits of group and others; Windows has none and always shows them set.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new SecretsError(`${file} can be read by others: run chmod 600 on it.`)
  }
  return readFileSync(file)
}

/** On disk before it is used: links that were signed and mailed must still open after a power cut. */
function makeKey(file: string): void {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    writeSync(descriptor, randomBytes(keyBytes))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  syncFolder(folder)
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
