/** What the live side of a page needs of the world. */
import type { Id } from '../../signaling/protocol/primitives.ts'
import { sendCallRecord } from '../api/call-records.ts'
import { browserPorts, type ConnectionPorts } from '../connection/socket.ts'
import { onNetworkChange } from '../connection/network-change.ts'
import { openPeer, type PeerHandle } from '../rtc/load-peer.ts'
import type { PeerOptions } from '../rtc/peer-events.ts'

export interface LivePorts extends ConnectionPorts {
  readonly openPeer: (options: PeerOptions) => PeerHandle
  /** Calls the listener when the device may have another address; returns the function that stops it. */
  onNetworkChange(listener: () => void): () => void
  /** Calls the listener when the page is left or closed; returns the function that stops it. */
  onPageHide(listener: () => void): () => void
  /** Goes out even while the page closes; what gets lost is told again. */
  readonly reportCall: typeof sendCallRecord
  /** Names this load of the page. */
  makePageId(): Id
}

export const browserLivePorts: LivePorts = {
  ...browserPorts,
  openPeer,
  onNetworkChange,
  onPageHide,
  reportCall: sendCallRecord,
  makePageId,
}

function onPageHide(listener: () => void): () => void {
  globalThis.addEventListener('pagehide', listener)
  return () => globalThis.removeEventListener('pagehide', listener)
}

function makePageId(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
