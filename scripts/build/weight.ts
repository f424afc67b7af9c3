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
  /** How many files that is: on a slow network each request in a chain costs more than 20 kB. */
  readonly firstPaintFiles: number
  /** All other JavaScript and CSS that the page may load, in one language, but what is only fetched on demand. */
  readonly everything: number
  /** What a person or the other side asks for in the middle of a call, or what few need, in one language. */
  readonly onDemand: number
  /** What only the one who shows a PDF fetches beside that: the script that reads it, and its worker. */
  readonly paper: number
}

/** The parts that are fetched on demand: each of these entries, and what nobody else needs. */
const demanded = [
  'consultation/call-more.ts',
  'consultation/device-sheet.ts',
  'consultation/guest-links.ts',
  'consultation/third-seat.ts',
  'i18n/safety-words/',
  'rtc/still.ts',
  'sharing/',
  'trust/',
  'worker/allow-steps.ts',
  'worker/arrival-more.ts',
  'worker/known-as.ts',
  'worker/own-consents.ts',
  'worker/page-browser.ts',
  'worker/photo-loan.ts',
  'worker/visit-in-person.ts',
  'worker/visit-offer.ts',
].map((part) => `/client/${part}`)

/** A part of what is demanded, with a budget of its own: most calls never fetch it. */
const paper = /\/client\/sharing\/pdf-pages\.ts/
const paperWorker = /\/pdf\.worker[^/]*\.mjs$/

export function weight(budgets: readonly Budget[]): Plugin {
  return {
    name: 'visite:weight',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const budget of budgets) {
          const measured = weigh(bundle, budget.page)
          const line = `${budget.page}: ${kilobytes(measured.firstPaintScript)} of script in ${measured.firstPaintFiles} files before the first paint, ${kilobytes(measured.everything)} of script and style in all, ${kilobytes(measured.onDemand)} on demand, ${kilobytes(measured.paper)} for a PDF (Brotli)`
          const tooHeavy =
            measured.firstPaintScript > budget.firstPaintScript ||
            measured.firstPaintFiles > budget.firstPaintFiles ||
            measured.everything > budget.everything ||
            measured.onDemand > budget.onDemand ||
            measured.paper > budget.paper
          if (tooHeavy) {
            this.error(
              `${line}; allowed are ${kilobytes(budget.firstPaintScript)} in ${budget.firstPaintFiles} files, ${kilobytes(budget.everything)}, ${kilobytes(budget.onDemand)} and ${kilobytes(budget.paper)}`,
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
  const next = (chunk: Rolldown.OutputChunk) => [...chunk.imports, ...chunk.dynamicImports]
  const all = reach([entry.fileName], chunks, (chunk) =>
    next(chunk).filter((file) => !isPaper(chunks.get(file))),
  )
  const papers = [...all].flatMap((chunk) =>
    chunk.dynamicImports.filter((file) => isPaper(chunks.get(file))),
  )
  const withPaper = reach(papers, chunks, (chunk) => chunk.imports)
  const unasked = reach([entry.fileName], chunks, (chunk) => [
    ...chunk.imports,
    ...chunk.dynamicImports.filter((file) => !isDemanded(chunks.get(file))),
  ])
  // What the first script itself asks for in a language: without its words a page paints nothing.
  const firstTexts = reach(
    [...first].flatMap((chunk) => chunk.dynamicImports).filter((file) => isTexts(chunks.get(file))),
    chunks,
    (chunk) => chunk.imports,
  )
  const everything = weighScripts(unasked) + weighStyles(bundle, unasked)
  const beforePaint = new Set([...first, ...firstTexts])
  return {
    firstPaintScript: weighScripts(beforePaint),
    firstPaintFiles: countFiles(beforePaint),
    everything,
    onDemand: weighScripts(all) + weighStyles(bundle, all) - everything,
    paper:
      papers.length === 0
        ? 0
        : weighScripts(new Set([...withPaper].filter((chunk) => !all.has(chunk)))) +
          weighPaperWorker(bundle),
  }
}

function isDemanded(chunk: Rolldown.OutputChunk | undefined): boolean {
  return demanded.some((part) => chunk?.facadeModuleId?.includes(part))
}

function isPaper(chunk: Rolldown.OutputChunk | undefined): boolean {
  return paper.test(chunk?.facadeModuleId ?? '')
}

function weighPaperWorker(bundle: Rolldown.OutputBundle): number {
  const files = Object.keys(bundle).filter((file) => paperWorker.test(file))
  return sum(files.map((file) => weighAsset(bundle, file)))
}

function countFiles(chunks: ReadonlySet<Rolldown.OutputChunk>): number {
  const families = [...chunks].map((chunk) => familyOf(chunk) || chunk.fileName)
  return new Set(families).size
}

/** Nobody loads two languages: of each family of texts, the heaviest one counts. */
function weighScripts(chunks: ReadonlySet<Rolldown.OutputChunk>): number {
  const heaviest = new Map<string, number>()
  let rest = 0
  for (const chunk of chunks) {
    const size = brotli(chunk.code).length
    const family = familyOf(chunk)
    if (family === '') rest += size
    else heaviest.set(family, Math.max(size, heaviest.get(family) ?? 0))
  }
  return rest + sum([...heaviest.values()])
}

/** The folders under `client/i18n` whose texts a chunk holds in one language; '' for every other chunk. */
function familyOf({ moduleIds }: Rolldown.OutputChunk): string {
  const folders = moduleIds.flatMap(
    (id) => /\/client\/i18n\/([\w-]+)\/(?:nl|fr|de|en)\.ts$/.exec(id)?.[1] ?? [],
  )
  return folders.toSorted().join(' ')
}

function isTexts(chunk: Rolldown.OutputChunk | undefined): boolean {
  return chunk !== undefined && familyOf(chunk) !== ''
}

function weighStyles(
  bundle: Rolldown.OutputBundle,
  chunks: ReadonlySet<Rolldown.OutputChunk>,
): number {
  const files = new Set(
    [...chunks].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]),
  )
  return sum([...files].map((file) => weighAsset(bundle, file)))
}

function weighAsset(bundle: Rolldown.OutputBundle, file: string): number {
  const output = bundle[file]
  return output?.type === 'asset' ? brotli(output.source).length : 0
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}

function reach(
  from: readonly string[],
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
  next: (chunk: Rolldown.OutputChunk) => readonly string[],
): Set<Rolldown.OutputChunk> {
  const seen = new Set<Rolldown.OutputChunk>()
  const open = [...from]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const chunk = chunks.get(file)
    if (chunk === undefined || seen.has(chunk)) continue
    seen.add(chunk)
    open.push(...next(chunk))
  }
  return seen
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
