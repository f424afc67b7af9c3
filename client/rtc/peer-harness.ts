/** Runs inside a real browser, for the journey of the peer: two peers of one page, and what they count. */
import type { Signal } from '../../signaling/protocol/signal.ts'
import { openPeer, type PeerHandle } from './load-peer.ts'
import type { OutgoingTracks, PeerEvent } from './peer.ts'

type Side = 'caller' | 'callee'
const other = { caller: 'callee', callee: 'caller' } as const

interface Observed {
  readonly peer: PeerHandle
  readonly events: PeerEvent['type'][]
  readonly texts: string[]
  readonly signals: Signal[]
  stream: MediaStream | null
}

const nothing: OutgoingTracks = { audio: null, video: null }
const connections: RTCPeerConnection[] = []
watchConnections()

async function ownTracks(): Promise<OutgoingTracks> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true })
  return { audio: stream.getAudioTracks()[0] ?? null, video: stream.getVideoTracks()[0] ?? null }
}

/** `relay` may lose, double or swap; by default it delivers at once. */
function openTwo(
  tracks: Record<Side, OutgoingTracks>,
  relay: (signal: Signal, deliver: (signal: Signal) => void) => void = (signal, deliver) =>
    deliver(signal),
): Record<Side, Observed> {
  const open = (side: Side): Observed => {
    const observed = {
      events: [] as PeerEvent['type'][],
      texts: [] as string[],
      signals: [] as Signal[],
      stream: null as MediaStream | null,
    }
    const peer = openPeer({
      initiator: side === 'caller',
      iceServers: [],
      iceTransportPolicy: 'all',
      tracks: tracks[side],
      tell(event) {
        observed.events.push(event.type)
        if (event.type === 'text') observed.texts.push(event.text)
        if (event.type === 'stream') observed.stream = event.stream
        if (event.type === 'signal') {
          observed.signals.push(event.signal)
          relay(event.signal, (signal) => sides[other[side]].peer.deliver(signal))
        }
      },
    })
    return Object.assign(observed, { peer })
  }
  const sides: Record<Side, Observed> = { caller: open('caller'), callee: open('callee') }
  return sides
}

interface Counts {
  readonly framesDecoded: number
  readonly audioEnergy: number
  readonly packetsSent: number
}

/** Sums over every connection of the page, in the order in which they were made. */
async function count(): Promise<Counts[]> {
  return Promise.all(connections.map(countOne))
}

async function countOne(connection: RTCPeerConnection): Promise<Counts> {
  const counts = { framesDecoded: 0, audioEnergy: 0, packetsSent: 0 }
  for (const stat of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
    if (stat['type'] === 'inbound-rtp') {
      counts.framesDecoded += Number(stat['framesDecoded'] ?? 0)
      counts.audioEnergy += Number(stat['totalAudioEnergy'] ?? 0)
    }
    if (stat['type'] === 'outbound-rtp') counts.packetsSent += Number(stat['packetsSent'] ?? 0)
  }
  return counts
}

/** simple-peer keeps its connection to itself: the constructor is where they can be met. */
function watchConnections(): void {
  const Original = globalThis.RTCPeerConnection
  globalThis.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      connections.push(this)
    }
  }
}

/** Sound is decoded only where somebody listens. */
function play(stream: MediaStream | null): void {
  const video = document.createElement('video')
  video.srcObject = stream
  video.autoplay = true
  document.body.append(video)
}

/** What each side would rather hear, by the first payload type of its description; statistics name Opus also within RED. */
function firstAudioCodecs(): (string | undefined)[] {
  return connections.map((connection) => {
    const sdp = connection.localDescription?.sdp ?? ''
    const payloadType = /^m=audio \S+ \S+ (\d+)/m.exec(sdp)?.[1]
    return new RegExp(`^a=rtpmap:${payloadType} (\\S+)`, 'm').exec(sdp)?.[1]
  })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 300) throw new Error(`never: ${condition.toString()}`)
    await pause(50)
  }
}

function untilConnected(sides: Record<Side, Observed>): Promise<void> {
  return until(() => Object.values(sides).every((side) => side.events.includes('channel-opened')))
}

export const harness = {
  connections,
  count,
  firstAudioCodecs,
  nothing,
  openTwo,
  ownTracks,
  pause,
  play,
  until,
  untilConnected,
}
export type Harness = typeof harness
Object.assign(globalThis, { harness })
