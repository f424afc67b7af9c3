/** What both look at: a picture of either side, or the pages of a paper, one after the other. */
import { kindOf, refusalOf, type FileRefusal } from './file-kinds.ts'
import type { Pages, PagesRefusal } from './pages.ts'
import { createPaper, type Paper } from './paper.ts'
import type { Offer, ShareNote } from './share-notes.ts'
import type { Transfer } from './transfer.ts'
import type { Transfers } from './transfers.ts'

/** The picture that both look at. `blob` is null until one has arrived; the page before stays until the next is there. */
export interface Shown {
  readonly by: 'own' | 'other'
  readonly id: number
  readonly name: string
  readonly blob: Blob | null
  readonly isComing: boolean
}

export interface ShowingPorts {
  /** Returns the picture small enough to be shown at once; null for what is none. */
  toShown(file: Blob): Promise<Blob | null>
  openPages(file: Blob): Promise<Pages | PagesRefusal>
}

export interface Showing {
  readonly shown: Shown | null
  /** This person's own, while its pages are shown. */
  readonly paper: Paper | null
  show(file: File): Promise<FileRefusal | null>
  /** Takes the picture from both screens if it is this person's, else from this one alone. */
  stop(): void
  /** The other side shows what it offered under this number, or nothing any longer. */
  hear(id: number | null): void
  /** There is a new channel for notes. */
  reopened(): void
  close(): void
}

interface Ports extends ShowingPorts {
  readonly transfers: Pick<Transfers, 'all' | 'drop'>
  offer(
    file: File,
    part: Pick<Offer, 'purpose' | 'request'>,
  ): Promise<FileRefusal | { readonly id: number }>
  send(note: ShareNote): void
}

interface ShownNow {
  readonly by: Shown['by']
  readonly id: number
  /** The other side's picture that was there until this one comes. */
  readonly before: Blob | null
}

export function createShowing(ports: Ports, changed: () => void): Showing {
  const { transfers } = ports
  let now: ShownNow | null = null
  let paper: Paper | null = null
  let hasShown = false
  let isClosed = false

  /** Only the picture that is looked at is kept. */
  function set(next: ShownNow | null): void {
    now = next
    if (next?.by !== 'own') closePaper()
    for (const { direction, id, purpose } of transfers.all) {
      const isKept = next?.id === id && (next.by === 'own') === (direction === 'out')
      if (purpose === 'shown' && !isKept) transfers.drop(direction, id)
    }
    changed()
  }

  function transferOf({ by, id }: ShownNow): Transfer | undefined {
    const direction = by === 'own' ? 'out' : 'in'
    return transfers.all.find(
      (each) => each.id === id && each.direction === direction && each.purpose === 'shown',
    )
  }

  function pictureOfOther(): Blob | null {
    return now?.by === 'other' ? (transferOf(now)?.blob ?? now.before) : null
  }

  async function showPicture(picture: Blob, name: string): Promise<FileRefusal | null> {
    const kind = picture.type === 'image/png' ? 'png' : 'jpg'
    const named = new File([picture], `${name.replace(/\.\w+$/, '')}.${kind}`)
    const offered = await ports.offer(named, { purpose: 'shown', request: null })
    if (typeof offered === 'string') return offered
    if (isClosed) return null
    hasShown = true
    set({ by: 'own', id: offered.id, before: null })
    ports.send({ do: 'showing', id: offered.id })
    return null
  }

  async function showPaper(file: File): Promise<FileRefusal | null> {
    const refusal = refusalOf(file)
    if (refusal !== null) return refusal
    // What reads it may not come, or the file was taken away since it was chosen.
    const pages = await ports.openPages(file).catch(() => 'unreadable' as const)
    if (typeof pages === 'string') return pages
    closePaper()
    const opened = createPaper(
      pages,
      async (picture) => {
        if (paper === opened) await showPicture(picture, file.name)
      },
      changed,
    )
    if (isClosed) opened.close()
    else paper = opened
    await opened.turnTo(1)
    if (!opened.isUnreadable) return null
    if (paper === opened) closePaper()
    return 'pdf-heavy'
  }

  function closePaper(): void {
    paper?.close()
    paper = null
  }

  return {
    get shown() {
      const transfer = now === null ? undefined : transferOf(now)
      if (now === null || transfer === undefined) return null
      const { by, id, before } = now
      const { name, blob } = transfer
      return { by, id, name, blob: blob ?? before, isComing: blob === null }
    },
    get paper() {
      return paper
    },
    async show(file) {
      if (kindOf(file.name) === 'pdf') return showPaper(file)
      const picture = await ports.toShown(file)
      if (picture === null) return 'unreadable'
      closePaper()
      return showPicture(picture, file.name)
    },
    stop() {
      if (now?.by === 'own') ports.send({ do: 'showing', id: null })
      set(null)
    },
    hear(id) {
      if (id !== null) set({ by: 'other', id, before: pictureOfOther() })
      else if (now?.by === 'other') set(null)
    },
    reopened() {
      if (hasShown) ports.send({ do: 'showing', id: now?.by === 'own' ? now.id : null })
    },
    close() {
      isClosed = true
      closePaper()
      now = null
    },
  }
}
