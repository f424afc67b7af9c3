/** One thing on its way between two people, and what both ends of it need. */
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

export interface TransferPorts {
  readonly bulk: Pick<PacedBulk, 'room' | 'send' | 'hear' | 'whenRoom'>
  send(note: ShareNote): void
  /** Hexadecimal. */
  sha256(blob: Blob): Promise<string>
  /** Whether this offer needs no question, because its receiver asked for it. */
  isAwaited(offer: Offer): boolean
}

/** What is on its way, in the order in which it was offered; tells when any of it changes. */
export interface TransferList {
  add(entry: Entry): void
  set(entry: Entry, part: Partial<Transfer>): void
  remove(entry: Entry | undefined): void
}

export interface Entry {
  transfer: Transfer
}

export function isFinal({ phase }: Transfer): boolean {
  return phase !== 'offered' && phase !== 'moving' && phase !== 'checking'
}
