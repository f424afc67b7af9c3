/** The words of a peer: how it is opened, and what it tells. */
import type { IcePolicy, IceServer } from '../../signaling/protocol/consultation.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
import type { ReachedStage } from './reached.ts'
import type { OutgoingTracks } from './sending.ts'

export interface PeerOptions {
  /** The connections of a stay in a call have one certificate; without it this one has its own. */
  readonly callId?: Id
  /** How often this page left that call before. */
  readonly stay?: number
  readonly initiator: boolean
  readonly iceServers: readonly IceServer[]
  readonly iceTransportPolicy: IcePolicy
  readonly tracks: OutgoingTracks
  /** The camera that will be sent one day: its picture begins sooner, and nothing of it leaves before. */
  readonly expected?: () => MediaStreamTrack | null
  /** In the place of an earlier one: its path was lost most often, and of the next nothing good is known. */
  readonly again?: boolean
  readonly tell: (event: PeerEvent) => void
}

export type PeerEvent =
  | { readonly type: 'signal'; readonly signal: Signal }
  | { readonly type: 'connected' }
  | { readonly type: 'interrupted' }
  /** The path is lost. The peer lives on until it is closed. */
  | { readonly type: 'failed' }
  /** The other side closed it, or the browser did. */
  | { readonly type: 'closed' }
  /** The other side's sound is in it, and its picture once one has come: always the same stream. */
  | { readonly type: 'stream'; readonly stream: MediaStream }
  /** Notes can be sent from here on. */
  | { readonly type: 'channel-opened' }
  /** Text from the other side, not yet checked. */
  | { readonly type: 'text'; readonly text: string }
  /** For the record of how long a beginning took; the first of each stage counts. */
  | { readonly type: 'reached'; readonly stage: ReachedStage; readonly at: number }
  /** For what is too large for notes: binary, in order, beside them. */
  | { readonly type: 'bulk-opened'; readonly channel: RTCDataChannel }
