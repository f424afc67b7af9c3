/** What both people hand over and show to each other in one call: files, photos on request, pictures on both screens. */
import type { Side } from '../../signaling/protocol/consultation.ts'
import type { Notes } from '../call/notes.ts'
import { cleanName, refusalOf, type FileRefusal } from './file-kinds.ts'
import type { PacedBulk } from './paced-bulk.ts'
import type { Paper } from './paper.ts'
import { createShowing, type Shown, type ShowingPorts } from './showing.ts'
import { cleanWish, readShareNote, shareKind, type Offer, type ShareNote } from './share-notes.ts'
import type { Transfer } from './transfer.ts'
import { createTransfers } from './transfers.ts'

export interface PhotoRequest {
  readonly id: number
  readonly what: string
  readonly phase: 'asked' | 'declined'
}

export interface HandingOver {
  /** Files and photos, in the order in which they were offered. */
  readonly transfers: readonly Transfer[]
  /** The physician's own, or the one that the worker is asked. */
  readonly request: PhotoRequest | null
  /** Nothing leaves now: the line has not enough for the voice. */
  readonly isHeld: boolean
  readonly shown: Shown | null
  /** This person's own, while its pages are shown. */
  readonly paper: Paper | null
  send(file: File): Promise<FileRefusal | null>
  show(file: File): Promise<FileRefusal | null>
  /** Takes the picture from both screens if it is this person's, else from this one alone. */
  stopShowing(): void
  ask(what: string): void
  unask(): void
  decline(): void
  /** Answers the request. */
  sendPhoto(photo: File): Promise<FileRefusal | null>
  accept(id: number): void
  refuse(id: number): void
  withdraw(id: number): void
  close(): void
}

export interface HandingOverPorts extends ShowingPorts {
  /** A guest neither asks for a photo nor is asked for one. */
  readonly participant: Side
  readonly notes: Notes
  readonly bulk: PacedBulk
  sha256(blob: Blob): Promise<string>
  /** From 0 to 2³² − 1, never twice in a call. */
  makeNumber(): number
}

/** Pictures that appear unasked are small; a larger one is an offer like any other. */
const largestShown = 5_000_000

export function createHandingOver(ports: HandingOverPorts, changed: () => void): HandingOver {
  const { notes, participant } = ports
  let request: PhotoRequest | null = null
  let isClosed = false

  /** The notes outlive the call: what was begun in one is nobody's business in the next. */
  const send = (note: ShareNote) => {
    if (!isClosed) notes.send(shareKind, { ...note })
  }
  const transfers = createTransfers(
    { bulk: ports.bulk, send, sha256: (blob) => ports.sha256(blob), isAwaited },
    () => changed(),
  )

  function isAwaited(offer: Offer): boolean {
    if (offer.purpose === 'shown') return offer.size <= largestShown
    if (offer.purpose !== 'photo' || participant !== 'physician') return false
    if (request === null || request.id !== offer.request) return false
    setRequest(null)
    return true
  }

  function setRequest(next: PhotoRequest | null): void {
    request = next
    changed()
  }

  async function offer(file: File, part: Pick<Offer, 'purpose' | 'request'>) {
    const refusal = refusalOf(file)
    if (refusal !== null) return refusal
    // A file that was taken away since it was chosen can't be read.
    const sha256 = await ports.sha256(file).catch(() => null)
    const name = cleanName(file.name)
    if (sha256 === null || name === null) return 'unreadable'
    const id = ports.makeNumber()
    if (!isClosed) transfers.offer({ id, name, size: file.size, sha256, ...part }, file)
    return { id }
  }

  function hear(note: ShareNote): void {
    switch (note.do) {
      case 'ask':
        if (participant === 'worker' && request?.id !== note.id) {
          setRequest({ id: note.id, what: note.what, phase: 'asked' })
        }
        break
      case 'unask':
        if (participant === 'worker' && request?.id === note.id) setRequest(null)
        break
      case 'decline':
        if (participant === 'physician' && request?.id === note.id) {
          setRequest({ ...request, phase: 'declined' })
        }
        break
      case 'showing':
        showing.hear(note.id)
        break
      case 'offer':
      case 'accept':
      case 'refuse':
      case 'withdraw':
      case 'arrived':
      case 'damaged':
        transfers.hear(note)
        break
      default:
        note satisfies never
    }
  }

  function reopened(): void {
    transfers.reopened()
    showing.reopened()
    if (participant === 'physician' && request?.phase === 'asked') {
      send({ do: 'ask', id: request.id, what: request.what })
    }
  }

  const showing = createShowing({ ...ports, transfers, offer, send }, () => changed())
  const stops = [
    notes.hear(shareKind, (body) => {
      const note = readShareNote(body)
      if (note !== null) hear(note)
    }),
    notes.whenOpen(reopened),
  ]

  return {
    get transfers() {
      return transfers.all.filter(({ purpose }) => purpose !== 'shown')
    },
    get request() {
      return request
    },
    get isHeld() {
      return ports.bulk.isHeld
    },
    get shown() {
      return showing.shown
    },
    get paper() {
      return showing.paper
    },
    async send(file) {
      const offered = await offer(file, { purpose: 'file', request: null })
      return typeof offered === 'string' ? offered : null
    },
    show: (file) => showing.show(file),
    stopShowing: () => showing.stop(),
    ask(what) {
      const next: PhotoRequest = { id: ports.makeNumber(), what: cleanWish(what), phase: 'asked' }
      setRequest(next)
      send({ do: 'ask', id: next.id, what: next.what })
    },
    unask() {
      if (request?.phase === 'asked') send({ do: 'unask', id: request.id })
      setRequest(null)
    },
    decline() {
      if (request !== null) send({ do: 'decline', id: request.id })
      setRequest(null)
    },
    async sendPhoto(photo) {
      const offered = await offer(photo, { purpose: 'photo', request: request?.id ?? null })
      if (typeof offered === 'string') return offered
      setRequest(null)
      return null
    },
    accept: (id) => transfers.accept(id),
    refuse: (id) => transfers.refuse(id),
    withdraw: (id) => transfers.withdraw(id),
    close() {
      isClosed = true
      for (const stop of stops) stop()
      transfers.close()
      showing.close()
      ports.bulk.close()
      request = null
    },
  }
}
