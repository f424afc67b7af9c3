/** Puts a Brotli copy beside every text file of the pages, once, at the highest level: the server only picks it up. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin } from 'vite'

export function compress(): Plugin {
  return {
    name: 'visite:compress',
    applyToEnvironment: (environment) => environment.name === 'client',
    writeBundle(options) {
      const folder = options.dir ?? ''
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(m?js|css|html|svg)$/.test(file)) continue
        writeFileSync(join(folder, `${file}.br`), brotli(readFileSync(join(folder, file))))
      }
    },
  }
}

/** By their digest: a build weighs each file once per page and then writes it, and the highest level is slow. */
const compressed = new Map<string, Buffer>()

/** What the server will send for these bytes. */
export function brotli(bytes: Uint8Array | string): Buffer {
  const digest = createHash('sha256').update(bytes).digest('base64')
  const known = compressed.get(digest)
  if (known !== undefined) return known
  const fresh = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  compressed.set(digest, fresh)
  return fresh
}
