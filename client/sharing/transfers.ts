/**
 * Things on their way between two people, in both directions. Nothing touches the server, and nothing stays here after
 * `close`.
 */
import { createReceivingFiles } from './receiving-files.ts'
import { createSendingFiles } from './sending-files.ts'
import type { Offer, ShareNote } from './share-notes.ts'
import type { Entry, Transfer, TransferList, TransferPorts } from './transfer.ts'

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

export function createTransfers(ports: TransferPorts, changed: () => void): Transfers {
  let order: Entry[] = []
  const list: TransferList = {
    add(entry) {
      order = [...order, entry]
      changed()
    },
    set(entry, part) {
      entry.transfer = { ...entry.transfer, ...part }
      changed()
    },
    remove(entry) {
      order = order.filter((each) => each !== entry)
      changed()
    },
  }
  const sending = createSendingFiles(ports, list)
  const receiving = createReceivingFiles(ports, list)

  return {
    get all() {
      return order.map(({ transfer }) => transfer)
    },
    offer: (offer, blob) => sending.offer(offer, blob),
    accept: (id) => receiving.accept(id),
    refuse: (id) => receiving.refuse(id),
    withdraw: (id) => sending.withdraw(id),
    drop: (direction, id) => (direction === 'out' ? sending : receiving).drop(id),
    hear(note) {
      sending.hear(note)
      receiving.hear(note)
    },
    reopened: () => sending.reopened(),
    close() {
      sending.close()
      receiving.close()
      order = []
    },
  }
}
