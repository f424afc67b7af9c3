/** A paper that is shown page by page. One page is drawn at a time; of quick turns only the last one counts. */
import type { Pages } from './pages.ts'

export interface Paper {
  /** The one that is meant to be seen, from 1. */
  readonly page: number
  readonly count: number
  /** Whether that page can't be drawn: the one before stays. */
  readonly isUnreadable: boolean
  /** Resolves once the page that is meant then is shown, or can't be. */
  turnTo(page: number): Promise<void>
  close(): void
}

export function createPaper(
  pages: Pages,
  show: (picture: Blob) => Promise<void>,
  changed: () => void,
): Paper {
  let page = 1
  let drawing: Promise<void> | null = null
  let isUnreadable = false
  let isClosed = false

  async function drawAll(): Promise<void> {
    let drawn = 0
    const isBehind = () => drawn !== page && !isClosed
    while (isBehind()) {
      drawn = page
      const picture = await pages.draw(drawn).catch(() => null)
      if (isClosed || isBehind()) continue
      isUnreadable = picture === null
      if (picture !== null) await show(picture)
    }
    drawing = null
    changed()
  }

  return {
    get page() {
      return page
    },
    count: pages.count,
    get isUnreadable() {
      return isUnreadable
    },
    turnTo(wanted) {
      page = Math.min(pages.count, Math.max(1, wanted))
      isUnreadable = false
      drawing ??= drawAll()
      changed()
      return drawing
    },
    close() {
      isClosed = true
      pages.close()
    },
  }
}
