/**
 * Things on their way between two people, in both directions. One thing leaves at a time, in frames, as fast as the
 * channel takes them; after a new attempt it goes on where the receiver stands. At the end the receiver compares the hash
 * that was offered: what differs is thrown away. Nothing touches the server, and nothing stays here after `close`.
 */
import { frameBytes, readFrame, toFrame } from './frames.ts'
import type { PacedBulk } from './paced-bulk.ts'
import type { Offer, ShareNote } from './share-notes.ts'

export type TransferPhase =
  /** Nobody has agreed yet. */
  | 'offered'
  | 'moving'
  /** All bytes are there; the hash is computed. */
  | 'checking'
  | 'arrived'
  /** By the receiver, at any time. */
  | 'refused'
  /** By the sender. */
  | 'withdrawn'
  | 'damaged'

export interface Transfer extends Offer {
  readonly direction: 'out' | 'in'
  readonly phase: TransferPhase
  /** Bytes that have gone or come. */
  readonly moved: number
  /** The sender's own, and the receiver's once it has arrived whole. */
  readonly blob: Blob | null
}

export interface Transfers {
  /** In the order in which they were offered. */
  readonly all: readonly Transfer[]
  /** Offers it; `from` must be as long as it says. */
  offer(offer: Offer, from: Blob): void
  accept(id: number): void
  /** The receiver wants it no longer, or never did. */
  refuse(id: number): void
  withdraw(id: number): void
  /** Takes it from the list and from memory. */
  drop(direction: Transfer['direction'], id: number): void
  hear(note: ShareNote): void
  /** There is a new channel for notes. */
  reopened(): void
  close(): void
}

export interface TransferPorts {
  readonly bulk: Pick<PacedBulk, 'room' | 'send' | 'hear' | 'whenRoom'>
  send(note: ShareNote): void
  /** Hexadecimal. */
  sha256(blob: Blob): Promise<string>
  /** Whether this offer needs no question, because its receiver asked for it. */
  isAwaited(offer: Offer): boolean
}

/** Read from a file at once, to be cut into frames of what may leave. */
const readBytes = 8 * frameBytes
/** Of one side: nobody keeps track of more, and an unasked page could fill this one's memory. */
const mostUnfinished = 5

interface Outgoing {
  transfer: Transfer
  /** The next byte; null until the receiver has said on this channel from where on. */
  cursor: number | null
}
interface Incoming {
  transfer: Transfer
  parts: Uint8Array<ArrayBuffer>[]
}

export function createTransfers(ports: TransferPorts, changed: () => void): Transfers {
  const { bulk } = ports
  const outgoing = new Map<number, Outgoing>()
  const incoming = new Map<number, Incoming>()
  let order: (Outgoing | Incoming)[] = []
  let pumping = false
  let isClosed = false

  function set(entry: Outgoing | Incoming, part: Partial<Transfer>): void {
    entry.transfer = { ...entry.transfer, ...part }
    changed()
  }

  function add(entry: Outgoing | Incoming): void {
    order = [...order, entry]
    changed()
  }

  // -- sender -------------------------------------------------------------------------------------------------------

  function offerAgain({ transfer }: Outgoing): void {
    const { id, name, size, sha256, purpose, request } = transfer
    ports.send({ do: 'offer', id, name, size, sha256, purpose, request })
  }

  function accepted(entry: Outgoing, from: number): void {
    if (isFinal(entry.transfer) || from > entry.transfer.size) return
    entry.cursor = from
    set(entry, { phase: 'moving', moved: from })
    void pump()
  }

  /** Sends what may leave now. The first that moves has the channel to itself. */
  async function pump(): Promise<void> {
    if (pumping) return
    pumping = true
    for (let next = nextOut(); next !== null && bulk.room() > 0; next = nextOut()) {
      if (!(await sendSome(next.entry, next.cursor))) break
    }
    pumping = false
  }

  function nextOut(): { readonly entry: Outgoing; readonly cursor: number } | null {
    for (const entry of outgoing.values()) {
      const { cursor, transfer } = entry
      if (transfer.phase === 'moving' && cursor !== null && cursor < transfer.size) {
        return { entry, cursor }
      }
    }
    return null
  }

  async function sendSome(entry: Outgoing, start: number): Promise<boolean> {
    const { blob, id } = entry.transfer
    const bytes = await bytesOf(blob, start)
    if (bytes === null) {
      // The file was changed or taken away since it was chosen.
      withdraw(id)
      return true
    }
    let offset = 0
    for (let room = bulk.room(); room > 0 && offset < bytes.length; room = bulk.room()) {
      // Withdrawn, or asked for from another place, while it was read.
      if (entry.transfer.phase !== 'moving' || entry.cursor !== start + offset) return true
      const part = bytes.subarray(offset, offset + Math.min(room, frameBytes))
      if (!bulk.send(toFrame(id, entry.cursor, part))) return false
      offset += part.length
      entry.cursor += part.length
    }
    const moved = start + offset
    // A hundred steps are enough for the eye.
    const isSeen = (moved - entry.transfer.moved) * 100 >= entry.transfer.size
    if (isSeen || moved === entry.transfer.size) set(entry, { moved })
    return true
  }

  function withdraw(id: number): void {
    const entry = outgoing.get(id)
    if (entry === undefined || isFinal(entry.transfer)) return
    entry.cursor = null
    set(entry, { phase: 'withdrawn' })
    ports.send({ do: 'withdraw', id })
  }

  function ended(id: number, phase: 'arrived' | 'damaged' | 'refused'): void {
    const entry = outgoing.get(id)
    if (entry === undefined || isFinal(entry.transfer)) return
    const moved = phase === 'arrived' ? entry.transfer.size : entry.transfer.moved
    entry.cursor = null
    set(entry, { phase, moved })
    void pump()
  }

  // -- receiver -----------------------------------------------------------------------------------------------------

  function offered(offer: Offer): void {
    const known = incoming.get(offer.id)
    if (known !== undefined) return answerAgain(known)
    const unfinished = [...incoming.values()].filter(({ transfer }) => !isFinal(transfer))
    if (unfinished.length >= mostUnfinished) return ports.send({ do: 'refuse', id: offer.id })
    const entry: Incoming = {
      transfer: { ...offer, direction: 'in', phase: 'offered', moved: 0, blob: null },
      parts: [],
    }
    incoming.set(offer.id, entry)
    add(entry)
    if (ports.isAwaited(offer)) accept(offer.id)
  }

  function answerAgain({ transfer }: Incoming): void {
    const { id, moved, phase } = transfer
    if (phase === 'moving') ports.send({ do: 'accept', id, from: moved })
    if (phase === 'arrived' || phase === 'damaged') ports.send({ do: phase, id })
    if (phase === 'refused' || phase === 'withdrawn') ports.send({ do: 'refuse', id })
  }

  function accept(id: number): void {
    const entry = incoming.get(id)
    if (entry?.transfer.phase !== 'offered') return
    set(entry, { phase: 'moving' })
    ports.send({ do: 'accept', id, from: 0 })
  }

  function stopReceiving(id: number, phase: 'refused' | 'withdrawn' | 'damaged'): void {
    const entry = incoming.get(id)
    if (entry === undefined || isFinal(entry.transfer)) return
    entry.parts = []
    set(entry, { phase, moved: 0 })
    if (phase === 'refused') ports.send({ do: 'refuse', id })
    if (phase === 'damaged') ports.send({ do: 'damaged', id })
  }

  function receive(raw: ArrayBuffer): void {
    const frame = readFrame(raw)
    const entry = frame === null ? undefined : incoming.get(frame.id)
    // Frames may still be on their way when somebody has said no.
    if (frame === null || entry?.transfer.phase !== 'moving') return
    const { id, moved, size } = entry.transfer
    if (frame.offset < moved) return
    const after = moved + frame.bytes.length
    if (frame.offset > moved || after > size) return stopReceiving(id, 'damaged')
    entry.parts.push(frame.bytes)
    set(entry, { moved: after })
    if (after === size) void check(entry)
  }

  async function check(entry: Incoming): Promise<void> {
    // Never a page of ours: a type that browsers store and do not show (RFC 2046, section 4.5.1).
    const blob = new Blob(entry.parts, { type: 'application/octet-stream' })
    entry.parts = []
    set(entry, { phase: 'checking' })
    // A browser may lack the memory for it: then nobody knows whether it is whole.
    const sha256 = await ports.sha256(blob).catch(() => null)
    if (isClosed || entry.transfer.phase !== 'checking') return
    if (sha256 !== entry.transfer.sha256) return stopReceiving(entry.transfer.id, 'damaged')
    set(entry, { phase: 'arrived', blob })
    ports.send({ do: 'arrived', id: entry.transfer.id })
  }

  const stops = [bulk.hear(receive), bulk.whenRoom(() => void pump())]

  return {
    get all() {
      return order.map(({ transfer }) => transfer)
    },
    offer(offer, blob) {
      const transfer: Transfer = { ...offer, direction: 'out', phase: 'offered', moved: 0, blob }
      const entry: Outgoing = { transfer, cursor: null }
      outgoing.set(offer.id, entry)
      add(entry)
      offerAgain(entry)
    },
    accept,
    refuse: (id) => stopReceiving(id, 'refused'),
    withdraw,
    drop(direction, id) {
      const entries = direction === 'out' ? outgoing : incoming
      const entry = entries.get(id)
      if (entry !== undefined && 'cursor' in entry) entry.cursor = null
      entries.delete(id)
      order = order.filter((each) => each !== entry)
      changed()
    },
    hear(note) {
      if (note.do === 'offer') offered(note)
      if (note.do === 'withdraw') stopReceiving(note.id, 'withdrawn')
      if (note.do === 'accept') {
        const entry = outgoing.get(note.id)
        if (entry !== undefined) accepted(entry, note.from)
      }
      if (note.do === 'refuse') ended(note.id, 'refused')
      if (note.do === 'arrived' || note.do === 'damaged') ended(note.id, note.do)
    },
    reopened() {
      for (const entry of outgoing.values()) {
        entry.cursor = null
        if (!isFinal(entry.transfer)) offerAgain(entry)
      }
    },
    close() {
      isClosed = true
      for (const stop of stops) stop()
      // What is read from a file at this moment goes no further.
      for (const entry of outgoing.values()) entry.cursor = null
      outgoing.clear()
      incoming.clear()
      order = []
    },
  }
}

export function isFinal({ phase }: Transfer): boolean {
  return phase !== 'offered' && phase !== 'moving' && phase !== 'checking'
}

async function bytesOf(blob: Blob | null, start: number): Promise<Uint8Array | null> {
  if (blob === null) return null
  try {
    return new Uint8Array(await blob.slice(start, start + readBytes).arrayBuffer())
  } catch {
    return null
  }
}
