/**
 * Runs in a page of the attacker's own: a connection towards each of the two, with own keys, and the sound and picture of
 * each given on to the other. Everything that it hears beside them is told to whoever has opened the page.
 */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'

/** One connection of one call, as the server names it. */
export interface MiddleLink {
  readonly appointmentId: string
  readonly callId: string
  readonly attempt: number
}

/** Said by one of the two over the connection that it takes for the other's. */
export interface OverheardText {
  readonly from: Participant
  readonly link: MiddleLink
  readonly text: string
  /** Of the connection on which it came. */
  readonly sdp: { readonly own: string; readonly other: string }
}

/** What the page calls; given to it from outside. */
export interface MiddleTells {
  tellSignal(to: Participant, link: MiddleLink, signal: Signal): void
  tellText(overheard: OverheardText): void
}

export interface MiddlePage {
  hear(from: Participant, link: MiddleLink, signal: Signal): void
  say(to: Participant, link: MiddleLink, text: string): void
  /** Pictures of each of the two that the attacker has seen. */
  framesSeen(): Promise<number[]>
}

export function setUpMiddle(): void {
  const tells = globalThis as unknown as MiddleTells
  type Ends = Record<Participant, RTCPeerConnection> & {
    readonly channels: Partial<Record<Participant, RTCDataChannel>>
    turn: Promise<unknown>
  }
  const all = new Map<string, Ends>()
  const ecdsa: EcKeyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const certificates = RTCPeerConnection.generateCertificate(ecdsa)

  async function open(link: MiddleLink): Promise<Ends> {
    const configuration: RTCConfiguration = {
      certificates: [await certificates],
      bundlePolicy: 'max-bundle',
    }
    const ends: Ends = {
      worker: new RTCPeerConnection(configuration),
      physician: new RTCPeerConnection(configuration),
      channels: {},
      turn: Promise.resolve(),
    }
    for (const side of ['worker', 'physician'] as const) {
      ends[side].addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) return
        const { sdpMid, sdpMLineIndex } = candidate
        const signal = { candidate: candidate.candidate, sdpMid, sdpMLineIndex }
        tells.tellSignal(side, link, { kind: 'candidate', ...signal })
      })
    }
    ends.physician.addEventListener('datachannel', ({ channel }) => listen('physician', channel))
    listen('worker', ends.worker.createDataChannel('middle'))

    function listen(from: Participant, channel: RTCDataChannel): void {
      ends.channels[from] = channel
      channel.addEventListener('message', ({ data }) => {
        const { localDescription, remoteDescription } = ends[from]
        const sdp = { own: localDescription?.sdp ?? '', other: remoteDescription?.sdp ?? '' }
        tells.tellText({ from, link, text: String(data), sdp })
      })
    }
    return ends
  }

  /** The physician offers: they are answered in the worker's place, and the worker is offered the same. */
  async function acceptOffer(ends: Ends, link: MiddleLink, sdp: string, number: number) {
    const { worker, physician } = ends
    await physician.setRemoteDescription({ type: 'offer', sdp })
    for (const transceiver of physician.getTransceivers()) transceiver.direction = 'sendrecv'
    const isFirst = worker.getTransceivers().length === 0
    await physician.setLocalDescription(await physician.createAnswer())
    describe('physician', 'answer', number)
    if (!isFirst) return
    for (const { receiver } of physician.getTransceivers()) {
      worker.addTransceiver(receiver.track, { direction: 'sendrecv' })
    }
    await worker.setLocalDescription(await worker.createOffer())
    describe('worker', 'offer', number)

    function describe(to: Participant, type: 'offer' | 'answer', counted: number): void {
      const own = ends[to].localDescription?.sdp ?? ''
      tells.tellSignal(to, link, { kind: 'description', type, sdp: own, number: counted })
    }
  }

  async function acceptAnswer({ worker, physician }: Ends, sdp: string): Promise<void> {
    if (worker.signalingState !== 'have-local-offer') return
    await worker.setRemoteDescription({ type: 'answer', sdp })
    const tracks = worker.getTransceivers().map(({ receiver }) => receiver.track)
    for (const [index, { sender }] of physician.getTransceivers().entries()) {
      await sender.replaceTrack(tracks[index] ?? null)
    }
  }

  async function apply(ends: Ends, from: Participant, link: MiddleLink, signal: Signal) {
    if (signal.kind === 'candidate') {
      const { candidate, sdpMid, sdpMLineIndex } = signal
      await ends[from].addIceCandidate({ candidate, sdpMid, sdpMLineIndex })
    } else if (signal.kind === 'description') {
      const { type, sdp, number } = signal
      if (type === 'offer') await acceptOffer(ends, link, sdp, number)
      else await acceptAnswer(ends, sdp)
    }
  }

  const opening = new Map<string, Promise<Ends>>()
  function endsOf(link: MiddleLink): Promise<Ends> {
    const key = `${link.callId} ${link.attempt}`
    const ends = opening.get(key) ?? open(link)
    opening.set(key, ends)
    void ends.then((opened) => all.set(key, opened))
    return ends
  }

  /** One after another, as they came. */
  async function hear(from: Participant, link: MiddleLink, signal: Signal): Promise<void> {
    const ends = await endsOf(link)
    ends.turn = ends.turn.then(() => apply(ends, from, link, signal)).catch(() => {})
  }

  const middle: MiddlePage = {
    hear: (from, link, signal) => void hear(from, link, signal),
    say(to, link, text) {
      all.get(`${link.callId} ${link.attempt}`)?.channels[to]?.send(text)
    },
    async framesSeen() {
      const frames = { worker: 0, physician: 0 }
      for (const ends of all.values()) {
        for (const side of ['worker', 'physician'] as const) {
          const report = await ends[side].getStats()
          report.forEach((raw: Record<string, unknown>) => {
            if (raw['type'] === 'inbound-rtp') frames[side] += Number(raw['framesDecoded'] ?? 0)
          })
        }
      }
      return [frames.worker, frames.physician]
    },
  }
  Object.assign(globalThis, { middle })
}
