/**
 * Stops the build when a page has grown too heavy. Sizes are Brotli bytes, as they travel. The worker's page is the one
 * that a phone on a slow network waits for: on a slow 4G line each 100 kB cost half a second.
 */
import type { Plugin, Rolldown } from 'vite'
import { brotli } from './compress.ts'

export interface Budget {
  readonly page: string
  /** JavaScript that the browser must have before it can paint: the entry, what it imports, one language's texts. */
  readonly firstPaintScript: number
  /** All JavaScript and CSS that the page may load, one language's texts counted. */
  readonly everything: number
}

export function weight(budgets: readonly Budget[]): Plugin {
  return {
    name: 'visite:weight',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const budget of budgets) {
          const measured = weigh(bundle, budget.page)
          const line = `${budget.page}: ${kilobytes(measured.firstPaintScript)} of script before the first paint, ${kilobytes(measured.everything)} of script and style in all (Brotli)`
          const tooHeavy =
            measured.firstPaintScript > budget.firstPaintScript ||
            measured.everything > budget.everything
          if (tooHeavy) {
            this.error(
              `${line}; allowed are ${kilobytes(budget.firstPaintScript)} and ${kilobytes(budget.everything)}`,
            )
          }
          this.info(line)
        }
      },
    },
  }
}

/** Returns the page's weight in Brotli bytes. */
export function weigh(bundle: Rolldown.OutputBundle, page: string): Omit<Budget, 'page'> {
  const chunks = new Map(
    Object.values(bundle).flatMap((output) =>
      output.type === 'chunk' ? [[output.fileName, output] as const] : [],
    ),
  )
  const entry = [...chunks.values()].find(
    (chunk) => chunk.isEntry && chunk.facadeModuleId?.includes(`/client/${page}/`),
  )
  if (entry === undefined) throw new Error(`no entry for ${page}`)

  const first = reach([entry.fileName], chunks, (chunk) => chunk.imports)
  const all = reach([entry.fileName], chunks, (chunk) => [
    ...chunk.imports,
    ...chunk.dynamicImports,
  ])
  const size = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + brotli(chunks.get(file)?.code ?? '').length, 0)
  const isTexts = (file: string) =>
    chunks.get(file)?.moduleIds.some((id) => /\/client\/i18n\/\w+\/(nl|fr|de|en)\.ts$/.test(id)) ===
    true

  const texts = [...all].filter((file) => isTexts(file) && !first.has(file))
  const heaviestTexts = Math.max(0, ...texts.map((file) => size([file])))
  const styles = Object.values(bundle).filter(
    (output) =>
      output.type === 'asset' &&
      output.fileName.endsWith('.css') &&
      isStyleOf(bundle, page, output.fileName),
  )
  const styleSize = styles.reduce(
    (sum, output) => sum + brotli(output.type === 'asset' ? output.source : '').length,
    0,
  )
  return {
    firstPaintScript: size(first) + heaviestTexts,
    everything: size([...all].filter((file) => !texts.includes(file))) + heaviestTexts + styleSize,
  }
}

function reach(
  from: string[],
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
  next: (chunk: Rolldown.OutputChunk) => string[],
): Set<string> {
  const seen = new Set<string>()
  const open = [...from]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const chunk = chunks.get(file)
    if (chunk === undefined || seen.has(file)) continue
    seen.add(file)
    open.push(...next(chunk))
  }
  return seen
}

function isStyleOf(bundle: Rolldown.OutputBundle, page: string, file: string): boolean {
  const html = bundle[`${page}/index.html`]
  return html?.type === 'asset' && String(html.source).includes(file)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
