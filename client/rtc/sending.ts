/**
 * What leaves this browser: one sender for sound and one for the picture, from the first offer on. A track comes, goes
 * and is replaced without another negotiation, and so does the shape of what is sent.
 */
import { preferCodecs } from './codec-order.ts'
import type { PeerOptions } from './peer-events.ts'
import { smallAgainMs, smallBy, smallMs, type PictureSize } from './picture-size.ts'
import { rank, refresh, shapeAs, type PictureShape, type SenderChange } from './sender-changes.ts'
import type { Stills } from './still.ts'

export type Kind = 'audio' | 'video'

/** What is sent of each kind; null sends nothing at all. */
export type OutgoingTracks = Readonly<Record<Kind, MediaStreamTrack | null>>

const wholePicture: PictureShape = { active: true }

/** Whether anything that is sent arrives. */
type Line = 'new' | 'open' | 'closed'

const kinds = ['audio', 'video'] as const

/**
 * What the track shows (W3C mst-content-hint): a voice, and a person who moves. Never `detail`, which keeps the points and
 * drops the frames: what is to be read travels as a picture of its own beside the call.
 */
function hint(track: MediaStreamTrack | null): void {
  if (track !== null) track.contentHint = track.kind === 'audio' ? 'speech' : 'motion'
}

/** Fetched by those browsers only that can use it; where it is not there yet, the picture comes a moment later. */
const stillsLoaded =
  'MediaStreamTrackGenerator' in globalThis
    ? import('./still.ts').catch(() => undefined)
    : undefined

export class Sending {
  readonly #senders = new Map<Kind, RTCRtpSender>()
  /** Names the stream on the wire: tracks of one stream are played in step. */
  readonly #stream = new MediaStream()
  readonly #smallForMs: number
  #tracks: OutgoingTracks
  #line: Line = 'new'
  #size: PictureSize = { phase: 'small' }
  #shape = wholePicture
  #stills: Stills | undefined
  #turn: Promise<void> = Promise.resolve()

  /** `expected` is the camera whose track will be given one day. */
  constructor(tracks: OutgoingTracks, again = false, expected?: PeerOptions['expected']) {
    this.#tracks = tracks
    this.#smallForMs = again ? smallAgainMs : smallMs
    for (const kind of kinds) hint(tracks[kind])
    void this.#keepStills(expected)
  }

  async #keepStills(expected: PeerOptions['expected']): Promise<void> {
    const loaded = await stillsLoaded
    const { video } = this.#tracks
    if (this.#line === 'closed' || (this.#line === 'open' && video !== null)) return
    this.#stills = loaded?.createStills((track) => this.#send('video', track), expected)
    this.#stills?.begin(video, false)
  }

  /** Both kinds stand in the initiator's first offer. */
  offerBoth(connection: RTCPeerConnection): void {
    for (const kind of kinds) {
      const transceiver = connection.addTransceiver(this.#tracks[kind] ?? kind, {
        direction: 'sendrecv',
        streams: [this.#stream],
        ...(kind === 'video' && { sendEncodings: [{ scaleResolutionDownBy: smallBy }] }),
      })
      this.#senders.set(kind, transceiver.sender)
      preferCodecs(transceiver)
    }
  }

  /** The offer brought a transceiver for each kind, receiving only; this gives them something to send. */
  async fillBoth(connection: RTCPeerConnection): Promise<void> {
    for (const transceiver of connection.getTransceivers()) {
      const kind = transceiver.receiver.track.kind as Kind
      if (this.#senders.has(kind)) continue
      this.#senders.set(kind, transceiver.sender)
      transceiver.direction = 'sendrecv'
      transceiver.sender.setStreams(this.#stream)
      preferCodecs(transceiver)
      if (kind === 'video') this.#applyShape()
      await transceiver.sender.replaceTrack(this.#tracks[kind])
    }
  }

  setTrack(kind: Kind, track: MediaStreamTrack | null): void {
    this.#tracks = { ...this.#tracks, [kind]: track }
    if (kind === 'audio' || this.#stills?.begin(track, this.#line === 'open') !== true) {
      this.#send(kind, track)
    }
    this.#growSoon()
  }

  #send(kind: Kind, track: MediaStreamTrack | null): void {
    hint(track)
    // It rejects when the connection closes meanwhile.
    this.#senders
      .get(kind)
      ?.replaceTrack(track)
      .catch(() => {})
  }

  /** From here on what is sent arrives. */
  connected(): void {
    if (this.#line !== 'new') return
    this.#line = 'open'
    this.#stills?.begin(this.#tracks.video, true)
    this.#change('audio', (sender) => rank(sender, 'high'))
    this.#change('video', (sender) => rank(sender, 'low'))
    this.#growSoon()
  }

  close(): void {
    this.#line = 'closed'
    if (this.#size.phase === 'growing') clearTimeout(this.#size.timer)
    this.#stills?.close()
  }

  /** After the first pictures, whole ones. */
  #growSoon(afterMs = this.#smallForMs): void {
    const canGrow = this.#size.phase === 'small' && this.#line === 'open'
    if (!canGrow || this.#tracks.video === null) return
    const timer = setTimeout(() => this.#resize({ phase: 'whole' }), afterMs)
    this.#size = { phase: 'growing', timer }
  }

  #resize(size: PictureSize): void {
    if (this.#size.phase === 'growing') clearTimeout(this.#size.timer)
    this.#size = size
    this.#applyShape()
  }

  /** What only tunes the picture waits until it grows: an encoder that is set up anew is late with its first frame. */
  shapePicture(shape: PictureShape): void {
    const isTuned = shape.active === this.#shape.active
    this.#shape = shape
    if (this.#size.phase === 'whole' || !isTuned) this.#applyShape()
  }

  /** Stops the picture, and only the picture, while nobody can get it. It begins again as at first, with small ones. */
  holdPicture(held: boolean): void {
    if (held === (this.#size.phase === 'held')) return
    this.#resize({ phase: held ? 'held' : 'small' })
    if (held) this.#forgetSent()
    else this.#growSoon(smallAgainMs)
  }

  /**
   * When the path is back, Chromium probes it with what it sent last (RFC 4588, measured). Pictures from within the outage
   * then come so late that the other side shows the fresh ones as late, or none for 1.6 s. A track of another kind gets
   * another stream, which has sent nothing yet.
   */
  #forgetSent(): void {
    this.#change('video', async () => {
      const { video } = this.#tracks
      if (video !== null) video.contentHint = 'detail'
      hint(video)
    })
  }

  refreshPicture(): void {
    this.#change('video', refresh)
  }

  #applyShape(): void {
    this.#change('video', (sender) => shapeAs(sender, this.#shape, this.#size))
  }

  /** Two changes of one sender at a time are refused, and the second would be lost: a picture that never comes back. */
  #change(kind: Kind, change: SenderChange): void {
    const sender = this.#senders.get(kind)
    if (sender === undefined) return
    const twice = () => change(sender).catch(() => change(sender))
    // The second failure is a connection that closed meanwhile.
    this.#turn = this.#turn.then(twice).catch(() => {})
  }
}
