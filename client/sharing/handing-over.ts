/** What both people hand over and show to each other in one call: files, photos on request, pictures on both screens. */
import type { Side } from '../../signaling/protocol/consultation.ts'
import type { Bulk } from '../call/bulk.ts'
import type { Notes } from '../call/notes.ts'
import { cleanName, largestFile } from './file-kinds.ts'
import { cleanWish, readShareNote, shareKind, type Offer, type ShareNote } from './share-notes.ts'
import { createTransfers, type Transfer } from './transfers.ts'

/** Why a file does not leave. */
export type FileRefusal = 'kind' | 'empty' | 'large' | 'unreadable'

export interface PhotoRequest {
  readonly id: number
  readonly what: string
  readonly phase: 'asked' | 'declined'
}

/** The picture that both look at. `blob` is null until it has arrived. */
export interface Shown {
  readonly by: 'own' | 'other'
  readonly id: number
  readonly name: string
  readonly blob: Blob | null
}

export interface HandingOver {
  /** Files and photos, in the order in which they were offered. */
  readonly transfers: readonly Transfer[]
  /** The physician's own, or the one that the worker is asked. */
  readonly request: PhotoRequest | null
  readonly shown: Shown | null
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

export interface HandingOverPorts {
  /** A guest neither asks for a photo nor is asked for one. */
  readonly participant: Side
  readonly notes: Notes
  readonly bulk: Bulk
  sha256(blob: Blob): Promise<string>
  /** Returns the picture small enough to be shown at once; null for what is none. */
  toShown(file: Blob): Promise<Blob | null>
  /** From 0 to 2³² − 1, never twice in a call. */
  makeNumber(): number
}

/** Pictures that appear unasked are small; a larger one is an offer like any other. */
const largestShown = 5_000_000

export function createHandingOver(ports: HandingOverPorts, changed: () => void): HandingOver {
  const { notes, participant } = ports
  let request: PhotoRequest | null = null
  let shown: { readonly by: 'own' | 'other'; readonly id: number } | null = null
  let hasShown = false

  const send = (note: ShareNote) => {
    notes.send(shareKind, { ...note })
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
    transfers.offer({ id, name, size: file.size, sha256, ...part }, file)
    return { id }
  }

  /** Only the picture that is looked at is kept. */
  function setShown(next: typeof shown): void {
    shown = next
    for (const { direction, id, purpose } of transfers.all) {
      const isKept = next?.id === id && (next.by === 'own') === (direction === 'out')
      if (purpose === 'shown' && !isKept) transfers.drop(direction, id)
    }
    changed()
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
        hearShowing(note.id)
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

  function hearShowing(id: number | null): void {
    if (id !== null) setShown({ by: 'other', id })
    else if (shown?.by === 'other') setShown(null)
  }

  function reopened(): void {
    transfers.reopened()
    if (hasShown) send({ do: 'showing', id: shown?.by === 'own' ? shown.id : null })
    if (participant === 'physician' && request?.phase === 'asked') {
      send({ do: 'ask', id: request.id, what: request.what })
    }
  }

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
    get shown() {
      const direction = shown?.by === 'own' ? 'out' : 'in'
      const transfer = transfers.all.find(
        (each) => each.id === shown?.id && each.direction === direction && each.purpose === 'shown',
      )
      return shown === null || transfer === undefined
        ? null
        : { ...shown, name: transfer.name, blob: transfer.blob }
    },
    async send(file) {
      const offered = await offer(file, { purpose: 'file', request: null })
      return typeof offered === 'string' ? offered : null
    },
    async show(file) {
      const picture = await ports.toShown(file)
      if (picture === null) return 'unreadable'
      const name = `${file.name.replace(/\.\w+$/, '')}.jpg`
      const small = new File([picture], name, { type: 'image/jpeg' })
      const offered = await offer(small, { purpose: 'shown', request: null })
      if (typeof offered === 'string') return offered
      hasShown = true
      setShown({ by: 'own', id: offered.id })
      send({ do: 'showing', id: offered.id })
      return null
    },
    stopShowing() {
      if (shown?.by === 'own') send({ do: 'showing', id: null })
      setShown(null)
    },
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
      for (const stop of stops) stop()
      transfers.close()
      request = null
      shown = null
    },
  }
}

export function refusalOf(file: Pick<File, 'name' | 'size'>): FileRefusal | null {
  if (cleanName(file.name) === null) return 'kind'
  if (file.size === 0) return 'empty'
  return file.size > largestFile ? 'large' : null
}
