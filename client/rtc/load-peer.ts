/**
 * Brings the peer library in when it is wanted, not with the page. A worker's page calls `loadPeer` while the person
 * waits, so that answering does not wait for a download.
 */
import type { Signal } from '../../signaling/protocol/signal.ts'
import type { PeerOptions } from './peer-events.ts'
import type { Peer } from './peer.ts'

type PeerModule = typeof import('./peer.ts')

let loading: Promise<PeerModule> | null = null

/** Loads once; a failed load is tried again by the next call. */
export function loadPeer(): Promise<PeerModule> {
  loading ??= import('./peer.ts').catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

/** A `Peer` that may still be on its way. */
export type PeerHandle = Pick<
  Peer,
  | 'deliver'
  | 'setTrack'
  | 'shapePicture'
  | 'holdPicture'
  | 'refreshPicture'
  | 'useIceServers'
  | 'restart'
  | 'statistics'
  | 'connection'
  | 'sendText'
  | 'close'
>

/**
 * Opens at once where the library is there; until then keeps with what it begins. What can't be loaded or made tells
 * `failed`.
 */
export function openPeer(options: PeerOptions, load = loadPeer): PeerHandle {
  let begun = options
  const waiting: Signal[] = []
  let peer: Peer | null = null
  let isClosed = false

  async function start(): Promise<void> {
    const { Peer } = await load()
    if (isClosed) return
    peer = new Peer(begun)
    for (const signal of waiting.splice(0)) peer.deliver(signal)
  }

  start().catch(() => {
    if (!isClosed) options.tell({ type: 'failed' })
  })

  return {
    deliver(signal) {
      if (peer === null) waiting.push(signal)
      else peer.deliver(signal)
    },
    setTrack(kind, track) {
      begun = { ...begun, tracks: { ...begun.tracks, [kind]: track } }
      peer?.setTrack(kind, track)
    },
    shapePicture: (shape) => peer?.shapePicture(shape),
    holdPicture: (held) => peer?.holdPicture(held),
    refreshPicture: () => peer?.refreshPicture(),
    useIceServers(iceServers, iceTransportPolicy) {
      begun = { ...begun, iceServers, iceTransportPolicy }
      peer?.useIceServers(iceServers, iceTransportPolicy)
    },
    restart: () => peer?.restart(),
    statistics: async () => (peer === null ? null : peer.statistics()),
    connection: () => peer?.connection() ?? null,
    sendText: (text) => peer?.sendText(text) ?? false,
    close() {
      isClosed = true
      peer?.close()
    },
  }
}
