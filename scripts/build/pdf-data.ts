/** Puts beside the pages what reading a PDF may fetch: fonts for papers without their own, and the decoder of JPEG 2000. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

export function pdfData(): Plugin {
  return {
    name: 'visite:pdf-data',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle() {
      const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
      const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }
      const fonts = join(dirname(manifest), 'standard_fonts')
      const files = [
        ...readdirSync(fonts).map((name) => join(fonts, name)),
        join(dirname(manifest), 'wasm', 'openjpeg_nowasm_fallback.js'),
      ]
      for (const file of files) {
        // The version stands for what is in it: files here are kept by browsers for good.
        const fileName = `assets/pdf-${version}/${file.slice(dirname(file).length + 1)}`
        this.emitFile({ type: 'asset', fileName, source: readFileSync(file) })
      }
    },
  }
}
