// oxlint-disable-next-line typescript/triple-slash-reference -- for the tests outside `client/`, which see only what is imported
/// <reference path="./simple-peer.d.ts" />
/**
 * simple-peer, made to last. By itself it destroys a call on `failed`, on a late candidate and on a second offer; here
 * these are news or nothing. Both media sections stand in the first offer, so that a track can come, go and be replaced
 * without another negotiation.
 *
 * The only importer of simple-peer. Load it through `load-peer.ts`.
 */
import SimplePeer, { type RawSignal } from 'simple-peer'
import type { IceServer } from '../../signaling/protocol/consultation.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
import { prepareCertificate, takeCertificate } from './certificate.ts'
import { Negotiation } from './negotiation.ts'
import type { PeerEvent, PeerOptions } from './peer-events.ts'
import { watchStages } from './reached.ts'
import type { PictureShape } from './sender-changes.ts'
import { Sending, type Kind } from './sending.ts'

prepareCertificate()

/** Far from those that the browser gives away, from 0 upwards. */
const bulkChannelId = 1000

/** Of text that has not left yet. An offer is 6 kB; more than this is only ever said into the void. */
const maxWaitingBytes = 64 * 1024

export class Peer extends SimplePeer {
  readonly #tell: (event: PeerEvent) => void
  readonly #sending: Sending
  readonly #remoteStream = new MediaStream()
  readonly #negotiation: Negotiation
  /** The library has asked for its first offer. */
  #isFirstAsked = false
  #connectionState: RTCPeerConnectionState = 'new'
  #isClosed = false

  constructor(options: PeerOptions) {
    super({
      initiator: options.initiator,
      config: {
        // Always named: the library's own default is a public STUN server.
        iceServers: options.iceServers.map((server) => ({ ...server })),
        iceTransportPolicy: options.iceTransportPolicy,
        // One path for all: nothing is gathered twice, and TURN keeps one allocation.
        bundlePolicy: 'max-bundle',
        ...takeCertificate(options),
      },
    })
    this.#tell = options.tell
    this.#sending = new Sending(options.tracks, options.again, options.expected)
    this.#negotiation = new Negotiation({
      initiator: options.initiator,
      connection: this._pc,
      sending: this.#sending,
      isGone: () => this.#isGone(),
      described: () => this.#addWaitingCandidates(),
      tell: options.tell,
    })
    this.#listen()
    this.#openBulk()
    if (!options.initiator) return
    this.#sending.offerBoth(this._pc)
    this.#negotiation.offer()
  }

  /** Applies what the other side said. Never throws: what does not fit is dropped. */
  deliver(signal: Signal): void {
    if (this.#isGone()) return
    switch (signal.kind) {
      case 'description':
        this.#negotiation.accept(signal)
        break
      case 'candidate': {
        const { candidate, sdpMid, sdpMLineIndex } = signal
        this.signal({ type: 'candidate', candidate: { candidate, sdpMid, sdpMLineIndex } })
        break
      }
      case 'renegotiate':
        this.signal({ type: 'renegotiate', renegotiate: true })
        break
      case 'restart':
        if (this.initiator) this.restart()
        break
      default:
        signal satisfies never
    }
  }

  /** Sends this track from now on, or nothing; needs no negotiation. */
  setTrack(kind: Kind, track: MediaStreamTrack | null): void {
    if (!this.#isGone()) this.#sending.setTrack(kind, track)
  }

  shapePicture(shape: PictureShape): void {
    if (!this.#isGone()) this.#sending.shapePicture(shape)
  }

  holdPicture(held: boolean): void {
    if (!this.#isGone()) this.#sending.holdPicture(held)
  }

  refreshPicture(): void {
    if (!this.#isGone()) this.#sending.refreshPicture()
  }

  /** Fresh credentials: used by the next `restart`, and by nothing before. */
  useIceServers(iceServers: readonly IceServer[], iceTransportPolicy: RTCIceTransportPolicy): void {
    if (this.#isGone()) return
    this._pc.setConfiguration({
      ...this._pc.getConfiguration(),
      iceServers: iceServers.map((server) => ({ ...server })),
      iceTransportPolicy,
    })
  }

  /**
   * Looks for another path while sound and picture go on over the old one, if it still is one (RFC 8445, section 2.4).
   * Only the initiator can: the other side asks it to.
   */
  restart(): void {
    if (this.#isGone()) return
    if (!this.initiator) return this.#tell({ type: 'signal', signal: { kind: 'restart' } })
    this._pc.restartIce()
    // An offer whose answer was lost is replaced by this one.
    this.#negotiation.offer()
  }

  /** Null once it is closed. */
  async statistics(): Promise<RTCStatsReport | null> {
    return this.#isGone() ? null : this._pc.getStats()
  }

  /** For who reads what both sides really use; null once it is closed. */
  connection(): RTCPeerConnection | null {
    return this.#isGone() ? null : this._pc
  }

  /** False, and not kept, while there is no open channel or while what was said before waits for a path. */
  sendText(text: string): boolean {
    if (this.#isGone() || !this.connected || this.bufferSize > maxWaitingBytes) return false
    this.send(text)
    return true
  }

  /** Ends it without a word more. */
  close(): void {
    this.#isClosed = true
    this.#sending.close()
    this.destroy()
  }

  protected override _onConnectionStateChange(): void {
    if (this.#isGone()) return
    const state = this._pc.connectionState
    if (state === this.#connectionState) return
    this.#connectionState = state
    if (state === 'connected') {
      this.#sending.connected()
      this.#tell({ type: 'connected' })
    }
    if (state === 'disconnected') this.#tell({ type: 'interrupted' })
    if (state === 'failed') this.#tell({ type: 'failed' })
  }

  protected override _onIceStateChange(): void {
    // The library would destroy itself here; `connectionState` tells the same.
    if (!this.destroyed && this._pc.iceConnectionState !== 'failed') super._onIceStateChange()
  }

  protected override _addIceCandidate(candidate: RTCIceCandidateInit): void {
    // A candidate of an earlier offer, or of a kind that this browser does not know, is of no use and does no harm.
    this._pc.addIceCandidate(candidate).catch(() => {})
  }

  /** The library's own first offer comes by a timer, behind all that the page draws: by then ours is on its way. */
  protected override _createOffer(): void {
    if (this.#isFirstAsked) this.#negotiation.offer()
    this.#isFirstAsked = true
  }

  #listen(): void {
    this.on('signal', (raw) => {
      const signal = toSignal(raw)
      if (signal !== null && !this.#isClosed) this.#tell({ type: 'signal', signal })
    })
    // The library tells of its channel only once it has read statistics: the other side may have spoken by then.
    let early: string[] | null = []
    this.on('connect', () => {
      const waiting = early ?? []
      early = null
      if (!this.#isClosed) this.#tell({ type: 'channel-opened' })
      for (const text of waiting) this.#hear(text)
    })
    this.on('data', (data) => {
      if (typeof data !== 'string') return
      if (early === null) this.#hear(data)
      else early.push(data)
    })
    // Every error is followed by a close; without a listener it would be thrown.
    this.on('error', () => {})
    this.on('close', () => {
      if (!this.#isClosed) this.#tell({ type: 'closed' })
    })
    watchStages(this._pc, (stage, at) => {
      if (!this.#isClosed) this.#tell({ type: 'reached', stage, at })
    })
    this._pc.addEventListener('track', (event) => this.#receive(event.track))
  }

  #hear(text: string): void {
    if (!this.#isClosed) this.#tell({ type: 'text', text })
  }

  /** A player waits for the first picture before it plays any sound: a track joins when something comes out of it. */
  #receive(track: MediaStreamTrack): void {
    if (track.kind === 'audio' || !track.muted) this.#add(track)
    else track.addEventListener('unmute', () => this.#add(track), { once: true })
  }

  #add(track: MediaStreamTrack): void {
    if (this.#isClosed) return
    this.#remoteStream.addTrack(track)
    this.#tell({ type: 'stream', stream: this.#remoteStream })
  }

  /** Agreed on by its number on both sides: the library takes any channel that is announced for its own. */
  #openBulk(): void {
    const channel = this._pc.createDataChannel('bulk', { negotiated: true, id: bulkChannelId })
    channel.binaryType = 'arraybuffer'
    channel.addEventListener('open', () => {
      if (!this.#isClosed) this.#tell({ type: 'bulk-opened', channel })
    })
  }

  #addWaitingCandidates(): void {
    for (const candidate of this._pendingCandidates.splice(0)) this._addIceCandidate(candidate)
  }

  #isGone(): boolean {
    return this.#isClosed || this.destroyed || this.destroying
  }
}

/**
 * Null for the descriptions, which leave with their number (`negotiation.ts`), and for senders asked for: both kinds stand
 * in the first offer.
 */
function toSignal(raw: RawSignal): Signal | null {
  if (raw.type === 'renegotiate') return { kind: 'renegotiate' }
  if (raw.type !== 'candidate') return null
  const { candidate = '', sdpMid = null, sdpMLineIndex = null } = raw.candidate
  return { kind: 'candidate', candidate, sdpMid, sdpMLineIndex }
}
