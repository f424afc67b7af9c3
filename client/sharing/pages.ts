/** A paper of several pages, as whoever shows it needs it: the kind of file does not matter here. */
export interface Pages {
  readonly count: number
  /** A picture of one page, from 1; null when it can't be drawn. */
  draw(page: number): Promise<Blob | null>
  close(): void
}

/** `locked` wants a password · `damaged` is no PDF, or a broken one · `heavy` takes too long to draw. */
export const pagesRefusals = ['pdf-locked', 'pdf-damaged', 'pdf-heavy'] as const
export type PagesRefusal = (typeof pagesRefusals)[number]
