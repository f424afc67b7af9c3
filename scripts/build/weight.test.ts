import { createHash } from 'node:crypto'
import type { Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { brotli } from './compress.ts'
import { weigh } from './weight.ts'

/** Text that no compression makes shorter than this, and the same in every run: chance might make the lighter one heavier. */
const heavy = (bytes: number) =>
  createHash('shake256', { outputLength: bytes }).update(`${bytes}`).digest('base64')

interface Chunk {
  readonly code: string
  readonly facade?: string
  readonly modules?: string[]
  readonly imports?: string[]
  readonly dynamicImports?: string[]
  readonly css?: string[]
}

/** The parts of a bundle that are looked at. */
function bundleOf(chunks: Record<string, Chunk>, styles: Record<string, string>) {
  const bundle = Object.fromEntries([
    ...Object.entries(chunks).map(([fileName, chunk]) => [
      fileName,
      {
        type: 'chunk',
        fileName,
        code: chunk.code,
        isEntry: fileName === 'worker.js',
        facadeModuleId:
          fileName === 'worker.js' ? '/house/client/worker/index.html' : (chunk.facade ?? null),
        moduleIds: chunk.modules ?? [],
        imports: chunk.imports ?? [],
        dynamicImports: chunk.dynamicImports ?? [],
        viteMetadata: { importedCss: new Set(chunk.css) },
      },
    ]),
    ...Object.entries(styles).map(([fileName, source]) => [
      fileName,
      { type: 'asset', fileName, source },
    ]),
  ])
  return bundle as unknown as Rolldown.OutputBundle
}

const textsOf = (family: string, locale: string, bytes: number): Chunk => ({
  code: heavy(bytes),
  modules: [`/house/client/i18n/${family}/${locale}.ts`],
})

const chunks = {
  'worker.js': {
    code: heavy(1000),
    imports: ['shared.js'],
    dynamicImports: ['nl.js', 'fr.js', 'inside.js'],
    css: ['worker.css'],
  },
  'shared.js': { code: heavy(500) },
  'nl.js': textsOf('worker', 'nl', 200),
  'fr.js': textsOf('worker', 'fr', 300),
  'inside.js': {
    code: heavy(700),
    dynamicImports: ['call-nl.js', 'call-fr.js', 'sharing.js'],
    css: ['call.css'],
  },
  'sharing.js': {
    code: heavy(600),
    facade: '/house/client/sharing/inside.ts',
    imports: ['shared.js'],
    dynamicImports: ['sharing-nl.js', 'sharing-fr.js', 'pdf-pages.js'],
    css: ['sharing.css'],
  },
  'sharing-nl.js': textsOf('sharing', 'nl', 120),
  'sharing-fr.js': textsOf('sharing', 'fr', 110),
  'pdf-pages.js': {
    code: heavy(3000),
    facade: '/house/client/sharing/pdf-pages.ts',
    imports: ['shared.js'],
  },
  'call-nl.js': textsOf('exam-types', 'nl', 150),
  'call-fr.js': textsOf('exam-types', 'fr', 100),
  'desk.js': { code: heavy(9000), css: ['desk.css'] },
}
const styles = {
  'worker.css': heavy(400),
  'call.css': heavy(250),
  'sharing.css': heavy(130),
  'desk.css': heavy(900),
  'assets/pdf.worker.min-1a2b.mjs': heavy(5000),
}
const measured = weigh(bundleOf(chunks, styles), 'worker')
const sizeOf = (...parts: string[]) => parts.reduce((total, part) => total + brotli(part).length, 0)

test('before the first paint come the entry, what it imports, and its own texts in the heaviest language', () => {
  expect(measured.firstPaintScript).toBe(
    sizeOf(chunks['worker.js'].code, chunks['shared.js'].code, chunks['fr.js'].code),
  )
})

test('each of these is a file to fetch, of its texts one language', () => {
  expect(measured.firstPaintFiles).toBe(3)
})

test('in all there are the later scripts and styles too, and every family of texts in its heaviest language', () => {
  expect(measured.everything - measured.firstPaintScript).toBe(
    sizeOf(
      chunks['inside.js'].code,
      chunks['call-nl.js'].code,
      styles['worker.css'],
      styles['call.css'],
    ),
  )
})

test('what is asked for in the middle of a call is weighed apart', () => {
  expect(measured.onDemand).toBe(
    sizeOf(chunks['sharing.js'].code, chunks['sharing-nl.js'].code, styles['sharing.css']),
  )
})

test('what only a PDF needs is weighed apart from that, with its worker', () => {
  expect(measured.paper).toBe(
    sizeOf(chunks['pdf-pages.js'].code, styles['assets/pdf.worker.min-1a2b.mjs']),
  )
})

test('a page that is not there is no light page', () => {
  expect(() => weigh(bundleOf(chunks, styles), 'room')).toThrow('no entry for room')
})
