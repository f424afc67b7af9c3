/** The part of pdfjs-dist 5.4 that we build on; its own declarations are not for this file of it. */
declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  export const version: string

  export interface Viewport {
    readonly width: number
    readonly height: number
  }

  export interface Page {
    getViewport(options: { readonly scale: number }): Viewport
    render(options: { readonly canvas: HTMLCanvasElement; readonly viewport: Viewport }): {
      readonly promise: Promise<void>
      cancel(): void
    }
    cleanup(): boolean
  }

  export interface Document {
    readonly numPages: number
    /** From 1. */
    getPage(number: number): Promise<Page>
  }

  export interface PdfWorker {
    destroy(): void
  }
  export const PDFWorker: new (options: { readonly port: Worker }) => PdfWorker

  export function getDocument(options: {
    readonly data: Uint8Array
    readonly worker: PdfWorker
    readonly wasmUrl: string
    readonly standardFontDataUrl: string
    readonly useWasm: boolean
    readonly useSystemFonts: boolean
    readonly useWorkerFetch: boolean
    readonly isEvalSupported: boolean
    readonly maxImageSize: number
    readonly verbosity: number
  }): { readonly promise: Promise<Document>; destroy(): Promise<void> }
}
