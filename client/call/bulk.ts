/**
 * What is too large for notes: frames of bytes over the call's second channel, in order, beside the notes. Lives above
 * attempts: a channel comes and goes, and what was given to a dead one is lost. Who sends says in notes where to go on.
 */
export type BulkChannel = Pick<
  RTCDataChannel,
  'readyState' | 'bufferedAmount' | 'bufferedAmountLowThreshold' | 'send' | 'addEventListener'
>

export interface Bulk {
  /** False while there is no open channel: the frame is not kept. */
  send(frame: ArrayBuffer): boolean
  /** Of what was given to it, bytes that have not left yet; null while there is no open channel. */
  waitingBytes(): number | null
  /** One listener: who cuts into frames also puts together. Returns the function that stops it. */
  hear(listener: (frame: ArrayBuffer) => void): () => void
  /** Calls the listener when most has left, and for a new channel. Returns the function that stops it. */
  whenRoom(listener: () => void): () => void
}

/** The end that the connection feeds. */
export interface BulkFeed extends Bulk {
  use(channel: BulkChannel): void
}

const lowBytes = 64 * 1024

export function createBulk(): BulkFeed {
  let channel: BulkChannel | null = null
  let heard: ((frame: ArrayBuffer) => void) | null = null
  const roomListeners = new Set<() => void>()

  function tellRoom(): void {
    for (const listener of roomListeners) listener()
  }

  return {
    use(next) {
      channel = next
      next.bufferedAmountLowThreshold = lowBytes
      next.addEventListener('bufferedamountlow', () => {
        if (next === channel) tellRoom()
      })
      next.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (next === channel && data instanceof ArrayBuffer) heard?.(data)
      })
      tellRoom()
    },
    send(frame) {
      if (channel?.readyState !== 'open') return false
      try {
        channel.send(frame)
        return true
      } catch {
        // Its queue is full, or it closed in this moment.
        return false
      }
    },
    waitingBytes: () => (channel?.readyState === 'open' ? channel.bufferedAmount : null),
    hear(listener) {
      heard = listener
      return () => {
        if (heard === listener) heard = null
      }
    },
    whenRoom(listener) {
      roomListeners.add(listener)
      return () => roomListeners.delete(listener)
    },
  }
}
