// oxlint-disable-next-line typescript/triple-slash-reference -- for the tests outside `client/`, which see only what is imported
/// <reference path="./pdfjs.d.ts" />
/**
 * Draws the pages of a PDF that this person chose, on this device: the other side gets pictures and never the file, and
 * no file of theirs is ever read here. Fetched when the first PDF is shown.
 *
 * Nothing that stands in the file can run: no script of it is read, no string becomes code, and the reading happens in
 * a worker of its own. All it fetches are fonts and one decoder, from this server.
 */
import { getDocument, PDFWorker, version } from 'pdfjs-dist/legacy/build/pdf.min.mjs'
// oxlint-disable-next-line import/default -- the build gives its address, not what it exports
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import type { Pages, PagesRefusal } from './pages.ts'
import { shownSide, toSmaller } from './pictures.ts'

/** The build puts there what a paper may need that does not bring its own fonts. */
const dataUrl = new URL(`/assets/pdf-${version}/`, location.href).href
/** Of one picture in it: an A3 page scanned at 600 points an inch has 70 million. */
const mostPoints = 80_000_000
/** A page of a scanner takes two seconds on a slow phone. */
const patienceMs = 20_000

type Opening = ReturnType<typeof getDocument>
type PdfDocument = Awaited<Opening['promise']>

export async function openPdf(file: Blob): Promise<Pages | PagesRefusal> {
  const data = new Uint8Array(await file.arrayBuffer())
  const port = createWorker()
  const opening = getDocument({
    data,
    worker: new PDFWorker({ port }),
    wasmUrl: dataUrl,
    standardFontDataUrl: dataUrl,
    useWasm: false,
    useSystemFonts: false,
    useWorkerFetch: true,
    isEvalSupported: false,
    maxImageSize: mostPoints,
    verbosity: 0,
  })
  // At once, whatever it computes.
  const close = () => {
    void opening.destroy().catch(() => {})
    port.terminate()
  }
  const found = await inTime(opening.promise.catch(toRefusal))
  if (found === null || typeof found === 'string') {
    close()
    return found ?? 'pdf-heavy'
  }
  return { count: found.numPages, draw: (page) => draw(found, page), close }
}

async function draw(document: PdfDocument, number: number): Promise<Blob | null> {
  const page = await inTime(document.getPage(number).catch(() => null))
  if (page === null) return null
  const { width, height } = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: shownSide / Math.max(width, height) })
  const canvas = globalThis.document.createElement('canvas')
  canvas.width = Math.ceil(viewport.width)
  canvas.height = Math.ceil(viewport.height)
  const drawing = page.render({ canvas, viewport })
  const isDrawn = await inTime(drawing.promise.then(() => true).catch(() => false))
  if (isDrawn === null) drawing.cancel()
  const picture = isDrawn === true ? await toSmaller(canvas) : null
  page.cleanup()
  return picture
}

function toRefusal(error: unknown): PagesRefusal {
  const isLocked = error instanceof Error && error.name === 'PasswordException'
  return isLocked ? 'pdf-locked' : 'pdf-damaged'
}

/** Null when it takes too long. */
function inTime<Value>(work: Promise<Value>): Promise<Value | null> {
  let timer = 0
  const late = new Promise<null>((resolve) => {
    timer = window.setTimeout(() => resolve(null), patienceMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** W3C Trusted Types, as far as they are used here; what comes out stands for a text, and the type says so. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: () => string },
  ): { createScriptURL(url: string): string }
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
/** Whatever is asked for: the one address that may become a worker's script. Not every browser knows such policies. */
const policy = trustedTypes?.createPolicy('visite-pdf', { createScriptURL: () => workerUrl })

function createWorker(): Worker {
  const url = policy?.createScriptURL(workerUrl) ?? workerUrl
  return new Worker(url, { type: 'module' })
}
