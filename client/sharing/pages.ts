/** A paper of several pages, as whoever shows it needs it: the kind of file does not matter here. */
export interface Pages {
  readonly count: number
  /** A picture of one page, from 1; null when it can't be drawn. */
  draw(page: number): Promise<Blob | null>
  close(): void
}

/** `pdf-locked` wants a password · `pdf-damaged` is no PDF, or a broken one · `pdf-heavy` takes too long to draw. */
export type PagesRefusal = 'pdf-locked' | 'pdf-damaged' | 'pdf-heavy'
