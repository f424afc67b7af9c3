/**
 * What leaves this browser: one sender for sound and one for the picture, from the first offer on. A track comes, goes
 * and is replaced without another negotiation, and so does the shape of what is sent.
 */
import { preferCodecs } from './codec-order.ts'
import type { PeerOptions } from './peer-events.ts'
import type { Stills } from './still.ts'

export type Kind = 'audio' | 'video'

/** What is sent of each kind; null sends nothing at all. */
export type OutgoingTracks = Readonly<Record<Kind, MediaStreamTrack | null>>

/** How the picture is sent. What is not named is left to the browser. */
export interface PictureShape {
  readonly active: boolean
  /** Bits per second. */
  readonly maxBitrate?: number
  /** 2 halves width and height. */
  readonly scaleDownBy?: number
  /** Frames per second. */
  readonly maxFramerate?: number
  readonly prefer?: RTCDegradationPreference
}

const wholePicture: PictureShape = { active: true }

/**
 * The first pictures are small: the first of all is a whole one, and is encoded, sent and decoded in 94 ms instead of 130
 * (measured, 160 by 120 instead of 640 by 480; half the size takes 116). Other things tried there did not help: a start
 * bit rate in the description, an empty jitter buffer, a picture that joins its stream before anything comes out of it.
 */
const smallBy = 4
const smallMs = 500
/**
 * After a long outage the browser believes in a line of some 100 kbit/s, and finds out about the real one with what it sends.
 * A connection made anew finds out likewise, over TCP at its slowest.
 */
const smallAgainMs = 2_000

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
  #shape = wholePicture
  #held = false
  #isSmall = true
  #isConnected = false
  #growing: ReturnType<typeof setTimeout> | undefined
  #stills: Stills | undefined
  #isClosed = false
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
    if (this.#isClosed || (this.#isConnected && video !== null)) return
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
    if (kind === 'audio' || this.#stills?.begin(track, this.#isConnected) !== true) {
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
    if (this.#isConnected) return
    this.#isConnected = true
    this.#stills?.begin(this.#tracks.video, true)
    for (const kind of kinds) this.#rank(kind)
    this.#growSoon()
  }

  /** After the first pictures, whole ones. */
  #growSoon(afterMs = this.#smallForMs): void {
    if (!this.#isSmall || !this.#isConnected || this.#held || this.#tracks.video === null) return
    this.#growing ??= setTimeout(() => {
      this.#isSmall = false
      this.#applyShape()
    }, afterMs)
  }

  close(): void {
    this.#isClosed = true
    this.#stopGrowing()
    this.#stills?.close()
  }

  #stopGrowing(): void {
    clearTimeout(this.#growing)
    this.#growing = undefined
  }

  /** What only tunes the picture waits until it grows: an encoder that is set up anew is late with its first frame. */
  shapePicture(shape: PictureShape): void {
    const isTuned = shape.active === this.#shape.active
    this.#shape = shape
    if (!this.#isSmall || !isTuned) this.#applyShape()
  }

  /** Stops the picture, and only the picture, while nobody can get it. It begins again as at first, with small ones. */
  holdPicture(held: boolean): void {
    if (held === this.#held) return
    this.#held = held
    if (held) this.#isSmall = true
    this.#stopGrowing()
    this.#applyShape()
    if (held) this.#forgetSent()
    else this.#growSoon(smallAgainMs)
  }

  /**
   * When the path is back, Chromium probes it with what it sent last (RFC 4588, measured). Pictures from within the outage
   * then come so late that the other side shows the fresh ones as late, or none for 1.6 s. A track of another kind gets
   * another stream, which has sent nothing yet.
   */
  #forgetSent(): void {
    this.#inTurn('video', async () => {
      const { video } = this.#tracks
      if (video !== null) video.contentHint = 'detail'
      hint(video)
    })
  }

  /** Makes the next frame one that can be decoded by itself. Chromium only: elsewhere the other side's request must do. */
  refreshPicture(): void {
    this.#inTurn('video', async (sender) => {
      const options = { encodingOptions: [{ keyFrame: true }] }
      await sender.setParameters(sender.getParameters(), options)
    })
  }

  /**
   * Where the line is short the voice has its share first, in this browser and, where routers look, on the way (W3C
   * webrtc-priority).
   */
  #rank(kind: Kind): void {
    this.#inTurn(kind, async (sender) => {
      const parameters = sender.getParameters()
      const priority: RTCPriorityType = kind === 'audio' ? 'high' : 'low'
      for (const encoding of parameters.encodings) {
        Object.assign(encoding, { priority, networkPriority: priority })
      }
      await sender.setParameters(parameters)
    })
  }

  #applyShape(): void {
    this.#inTurn('video', async (sender) => {
      const parameters = sender.getParameters()
      const [encoding] = parameters.encodings
      if (encoding === undefined) return
      const { active, maxBitrate, scaleDownBy, maxFramerate, prefer } = this.#shape
      // What is undefined is left to the browser (Web IDL: such a member is absent).
      Object.assign(encoding, {
        active: active && !this.#held,
        scaleResolutionDownBy: Math.max(scaleDownBy ?? 1, this.#isSmall ? smallBy : 1),
        maxBitrate,
        maxFramerate,
      })
      if (prefer !== undefined) parameters.degradationPreference = prefer
      await sender.setParameters(parameters)
    })
  }

  /** Two changes of one sender at a time are refused, and the second would be lost: a picture that never comes back. */
  #inTurn(kind: Kind, change: (sender: RTCRtpSender) => Promise<void>): void {
    const sender = this.#senders.get(kind)
    const twice = async () => {
      if (sender !== undefined) await change(sender).catch(() => change(sender))
    }
    // The second failure is a connection that closed meanwhile.
    this.#turn = this.#turn.then(twice).catch(() => {})
  }
}
