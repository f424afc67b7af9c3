/**
 * What this person is offered and receives. At the end the hash that was offered is compared: what differs is thrown away.
 */
import { readFrame } from './frames.ts'
import type { Offer, ShareNote } from './share-notes.ts'
import { isFinal, type Entry, type TransferList, type TransferPorts } from './transfer.ts'

/** Of one side: nobody keeps track of more, and an unasked page could fill this one's memory. */
const mostUnfinished = 5

interface Incoming extends Entry {
  parts: Uint8Array<ArrayBuffer>[]
}

export function createReceivingFiles(ports: TransferPorts, list: TransferList) {
  const incoming = new Map<number, Incoming>()
  let isClosed = false

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
    list.add(entry)
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
    list.set(entry, { phase: 'moving' })
    ports.send({ do: 'accept', id, from: 0 })
  }

  function stopReceiving(id: number, phase: 'refused' | 'withdrawn' | 'damaged'): void {
    const entry = incoming.get(id)
    if (entry === undefined || isFinal(entry.transfer)) return
    entry.parts = []
    list.set(entry, { phase, moved: 0 })
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
    list.set(entry, { moved: after })
    if (after === size) void check(entry)
  }

  async function check(entry: Incoming): Promise<void> {
    // Never a page of ours: a type that browsers store and do not show (RFC 2046, section 4.5.1).
    const blob = new Blob(entry.parts, { type: 'application/octet-stream' })
    entry.parts = []
    list.set(entry, { phase: 'checking' })
    // A browser may lack the memory for it: then nobody knows whether it is whole.
    const sha256 = await ports.sha256(blob).catch(() => null)
    if (isClosed || entry.transfer.phase !== 'checking') return
    if (sha256 !== entry.transfer.sha256) return stopReceiving(entry.transfer.id, 'damaged')
    list.set(entry, { phase: 'arrived', blob })
    ports.send({ do: 'arrived', id: entry.transfer.id })
  }

  const stop = ports.bulk.hear(receive)

  return {
    accept,
    /** Wanted no longer, or never. */
    refuse: (id: number) => stopReceiving(id, 'refused'),
    drop(id: number): void {
      const entry = incoming.get(id)
      incoming.delete(id)
      list.remove(entry)
    },
    hear(note: ShareNote): void {
      if (note.do === 'offer') offered(note)
      if (note.do === 'withdraw') stopReceiving(note.id, 'withdrawn')
    },
    close(): void {
      isClosed = true
      stop()
      incoming.clear()
    },
  }
}
