/** Runs inside a real browser, for the journey of the peer: two peers of one page, and what they count. */
import type { Signal } from '../../signaling/protocol/signal.ts'
import { openPeer, type PeerHandle } from './load-peer.ts'
import type { PeerEvent } from './peer-events.ts'
import type { OutgoingTracks } from './sending.ts'

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
  readonly keyFramesDecoded: number
}

/** Sums over every connection of the page, in the order in which they were made. */
async function count(): Promise<Counts[]> {
  return Promise.all(connections.map(countOne))
}

async function countOne(connection: RTCPeerConnection): Promise<Counts> {
  const counts = { framesDecoded: 0, audioEnergy: 0, packetsSent: 0, keyFramesDecoded: 0 }
  for (const stat of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
    if (stat['type'] === 'inbound-rtp') {
      counts.framesDecoded += Number(stat['framesDecoded'] ?? 0)
      counts.audioEnergy += Number(stat['totalAudioEnergy'] ?? 0)
      counts.keyFramesDecoded += Number(stat['keyFramesDecoded'] ?? 0)
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

/** Opened, seen and heard on both sides. */
async function openTalking(relay?: Parameters<typeof openTwo>[1]): Promise<Record<Side, Observed>> {
  const tracks = await ownTracks()
  const sides = openTwo({ caller: tracks, callee: tracks }, relay)
  await until(() => sides.caller.stream !== null && sides.callee.stream !== null)
  play(sides.caller.stream)
  play(sides.callee.stream)
  await untilConnected(sides)
  await untilMoving()
  return sides
}

/** Until each connection has decoded so many pictures more, and some sound. */
async function untilMoving(frames = 10): Promise<void> {
  const before = await count()
  await until(async () => {
    const counts = await count()
    return counts.every((side, index) => {
      const start = before[index]
      if (start === undefined) return false
      const isMoving = side.framesDecoded >= start.framesDecoded + frames
      return isMoving && side.audioEnergy > start.audioEnergy
    })
  })
}

/** The longest time without a new picture on any side, while `act` runs. Milliseconds. */
async function longestFreeze(act: () => Promise<void>): Promise<number> {
  const watch = { isOver: false }
  const watching = (async () => {
    let longest = 0
    let last = (await count()).map(({ framesDecoded }) => ({
      framesDecoded,
      at: performance.now(),
    }))
    while (!watch.isOver) {
      await pause(50)
      const at = performance.now()
      const counts = await count()
      last = counts.map(({ framesDecoded }, index) => {
        const before = last[index] ?? { framesDecoded, at }
        longest = Math.max(longest, at - before.at)
        return framesDecoded > before.framesDecoded ? { framesDecoded, at } : before
      })
    }
    return longest
  })()
  await act()
  watch.isOver = true
  return watching
}

function offersOf(side: Observed): Signal[] {
  return side.signals.filter((signal) => signal.kind === 'description' && signal.type === 'offer')
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
  longestFreeze,
  nothing,
  offersOf,
  openTalking,
  openTwo,
  ownTracks,
  pause,
  play,
  until,
  untilConnected,
  untilMoving,
}
export type Harness = typeof harness
Object.assign(globalThis, { harness })
