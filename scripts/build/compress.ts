/** Puts a Brotli copy beside every text file of the pages, once, at the highest level: the server only picks it up. */
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

/** What the server will send for these bytes. */
export function brotli(bytes: Uint8Array | string): Buffer {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
}
