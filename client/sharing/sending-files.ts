/**
 * What this person sends. One thing leaves at a time, in frames, as fast as the channel takes them; after a new attempt it
 * goes on where the receiver stands.
 */
import { frameBytes, toFrame } from './frames.ts'
import type { Offer, ShareNote } from './share-notes.ts'
import {
  isFinal,
  type Entry,
  type Transfer,
  type TransferList,
  type TransferPorts,
} from './transfer.ts'

/** Read from a file at once, to be cut into frames of what may leave. */
const readBytes = 8 * frameBytes

interface Outgoing extends Entry {
  /** The next byte; null until the receiver has said on this channel from where on. */
  cursor: number | null
}

export function createSendingFiles(
  ports: Pick<TransferPorts, 'bulk' | 'send'>,
  list: TransferList,
) {
  const { bulk } = ports
  const outgoing = new Map<number, Outgoing>()
  let pumping = false

  function offerAgain({ transfer }: Outgoing): void {
    const { id, name, size, sha256, purpose, request } = transfer
    ports.send({ do: 'offer', id, name, size, sha256, purpose, request })
  }

  function accepted(entry: Outgoing, from: number): void {
    if (isFinal(entry.transfer) || from > entry.transfer.size) return
    entry.cursor = from
    list.set(entry, { phase: 'moving', moved: from })
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
    if (isSeen || moved === entry.transfer.size) list.set(entry, { moved })
    return true
  }

  function withdraw(id: number): void {
    const entry = outgoing.get(id)
    if (entry === undefined || isFinal(entry.transfer)) return
    entry.cursor = null
    list.set(entry, { phase: 'withdrawn' })
    ports.send({ do: 'withdraw', id })
  }

  function ended(id: number, phase: 'arrived' | 'damaged' | 'refused'): void {
    const entry = outgoing.get(id)
    if (entry === undefined || isFinal(entry.transfer)) return
    const moved = phase === 'arrived' ? entry.transfer.size : entry.transfer.moved
    entry.cursor = null
    list.set(entry, { phase, moved })
    void pump()
  }

  const stop = bulk.whenRoom(() => void pump())

  return {
    /** Offers it; `blob` must be as long as the offer says. */
    offer(offer: Offer, blob: Blob): void {
      const transfer: Transfer = { ...offer, direction: 'out', phase: 'offered', moved: 0, blob }
      const entry: Outgoing = { transfer, cursor: null }
      outgoing.set(offer.id, entry)
      list.add(entry)
      offerAgain(entry)
    },
    withdraw,
    drop(id: number): void {
      const entry = outgoing.get(id)
      if (entry !== undefined) entry.cursor = null
      outgoing.delete(id)
      list.remove(entry)
    },
    hear(note: ShareNote): void {
      if (note.do === 'accept') {
        const entry = outgoing.get(note.id)
        if (entry !== undefined) accepted(entry, note.from)
      }
      if (note.do === 'refuse') ended(note.id, 'refused')
      if (note.do === 'arrived' || note.do === 'damaged') ended(note.id, note.do)
    },
    /** There is a new channel for notes. */
    reopened(): void {
      for (const entry of outgoing.values()) {
        entry.cursor = null
        if (!isFinal(entry.transfer)) offerAgain(entry)
      }
    },
    close(): void {
      stop()
      // What is read from a file at this moment goes no further.
      for (const entry of outgoing.values()) entry.cursor = null
      outgoing.clear()
    },
  }
}

async function bytesOf(blob: Blob | null, start: number): Promise<Uint8Array | null> {
  if (blob === null) return null
  try {
    return new Uint8Array(await blob.slice(start, start + readBytes).arrayBuffer())
  } catch {
    return null
  }
}
