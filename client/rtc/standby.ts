/**
 * The connections that stand by: peers without a track, one for each appointment that the server names. What such a peer
 * tells is kept until its call takes it; whoever takes it hears it all at once and goes on from there. With a quiet one
 * that goes for its addresses too: the two agree on all but where they are, and cannot connect before the call.
 *
 * The answer goes over it too: it is there before the server's word, and so are sound and picture. While it rings a player
 * is made for them, behind what is shown. The server's word still decides: without it nothing of them is seen or heard, and
 * the tracks are withdrawn.
 *
 *   (none) ──standby-opened──▶ standing by ──take: call-opened with its id and attempt──▶ the call's peer
 *     ▲                          │     ▲
 *     └── standby-closed · clear ┘     └── failed: asks for the next attempt; standby-opened replaces this one
 */
import type { ClientMessageOf, ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { closedMs, connectingMs } from '../call/peer-news.ts'
import type { Stages } from '../call/stages.ts'
import type { After } from '../call/timers.ts'
import { onFirstPicture } from './first-picture.ts'
import type { PeerHandle } from './load-peer.ts'
import type { PeerEvent, PeerOptions } from './peer-events.ts'
import { withoutAddresses } from './quiet-signal.ts'
import type { OutgoingTracks } from './sending.ts'

type Opened = ServerMessageOf<'standby-opened'>
type Tell = PeerOptions['tell']

export interface Standbys {
  open(opened: Opened): void
  close(closed: ServerMessageOf<'standby-closed'>): void
  /** Returns whether the signal is for one of these. */
  hear(signal: ServerMessageOf<'signal'>): boolean
  /** The worker answers this ring: the tracks leave at once, and the other page is told. */
  answer(appointmentId: Id, ringId: Id): void
  /** It rings for this one. Said again with every news of the ring: its stream may come late. */
  prepare(appointmentId: Id): void
  /** The ring came to nothing. */
  withdraw(appointmentId: Id): void
  /** The connection with which this call begins; null where there is none. */
  take(call: ServerMessageOf<'call-opened'>): Prepared | null
  /** Lets go of all: the server knows of none, or this page is done. */
  clear(): void
}

export interface Prepared {
  readonly peer: PeerHandle
  /** `cold` for a quiet one: however much is ready, it could not connect before its call. */
  readonly start: Stages['start']
  /** Sends the tracks; tells what the peer told so far, and from then on at once. */
  begin(tell: Tell): void
}

export interface StandbysOptions {
  readonly openPeer: (options: PeerOptions) => PeerHandle
  readonly send: (message: ClientMessageOf<'signal' | 'renew'>) => void
  /** What this person sends in a call. */
  readonly tracks: () => OutgoingTracks
  /** What the one that is rung for will bring; null: nothing any more. */
  readonly preview: (stream: MediaStream | null) => void
  /** Whether this page rings, with this ring: then whoever says so over the connection has answered it. */
  readonly rings: (appointmentId: Id, ringId: string) => boolean
  readonly after: After
}

interface Standing {
  readonly opened: Opened
  readonly peer: PeerHandle
  /** Sends all tracks, for a moment longer than the server takes to open the call. */
  give(): void
  prepare(): void
  withdraw(): void
  /** From here on all news go to the call. */
  handOver(tell: Tell): void
  close(): void
}

/** A server that is slower than this does not open the call soon. */
const openingMs = 3_000

const nothing: OutgoingTracks = { audio: null, video: null }

export function createStandbys(options: StandbysOptions): Standbys {
  const { openPeer, send, after } = options
  const all = new Map<Id, Standing>()

  function stand(opened: Opened): Standing {
    const { appointmentId, callId, attempt, initiator, iceServers, iceTransportPolicy } = opened
    const link = { appointmentId, callId, attempt }
    let kept: PeerEvent[] = []
    let sent = nothing
    let stream: MediaStream | null = null
    let isPrepared = false
    let tell: Tell = keep
    let cancel = opened.quiet ? () => {} : after(connectingMs, renew)

    function renew(): void {
      cancel()
      send({ type: 'renew', ...link })
    }

    function keep(event: PeerEvent): void {
      if (event.type === 'signal') {
        const signal = opened.quiet ? withoutAddresses(event.signal) : event.signal
        if (signal !== null) return send({ type: 'signal', ...link, signal })
      }
      if (event.type === 'text' && options.rings(appointmentId, event.text)) return give()
      if (event.type === 'connected') {
        cancel()
        // An outage that is over is none for the call.
        kept = kept.filter(({ type }) => type !== 'interrupted')
      }
      kept.push(event)
      if (event.type === 'stream') stream = event.stream
      if (event.type === 'failed') renew()
      if (event.type === 'closed') {
        cancel()
        cancel = after(closedMs, renew)
      }
    }

    function use(tracks: OutgoingTracks): void {
      for (const kind of ['video', 'audio'] as const) {
        if (tracks[kind] !== sent[kind]) peer.setTrack(kind, tracks[kind])
      }
      sent = tracks
    }

    function prepare(): void {
      if (stream === null || isPrepared) return
      isPrepared = true
      onFirstPicture(stream, (at) => tell({ type: 'reached', stage: 'first-picture', at }))
      options.preview(stream)
    }

    function dismiss(): void {
      if (isPrepared) options.preview(null)
      isPrepared = false
    }

    function withdraw(): void {
      dismiss()
      if (sent === nothing) return
      cancel()
      use(nothing)
    }

    function give(): void {
      cancel()
      cancel = after(openingMs, withdraw)
      use(options.tracks())
    }

    const peer = openPeer({
      callId,
      initiator,
      iceServers,
      iceTransportPolicy,
      tracks: nothing,
      expected: () => options.tracks().video,
      tell: (event) => tell(event),
    })
    return {
      opened,
      peer,
      give,
      prepare,
      withdraw,
      handOver(next) {
        cancel()
        tell = next
        use(options.tracks())
        for (const event of kept.splice(0)) next(event)
      },
      close() {
        cancel()
        tell = () => {}
        peer.close()
        dismiss()
      },
    }
  }

  function remove(appointmentId: Id): void {
    all.get(appointmentId)?.close()
    all.delete(appointmentId)
  }

  return {
    open(opened) {
      remove(opened.appointmentId)
      all.set(opened.appointmentId, stand(opened))
    },
    close({ appointmentId, callId }) {
      if (all.get(appointmentId)?.opened.callId === callId) remove(appointmentId)
    },
    hear({ appointmentId, callId, attempt, signal }) {
      const standing = all.get(appointmentId)
      if (standing?.opened.callId !== callId) return false
      if (standing.opened.attempt === attempt) standing.peer.deliver(signal)
      return true
    },
    answer(appointmentId, ringId) {
      const standing = all.get(appointmentId)
      // Where it cannot be told over the connection, the server's word is as quick as any.
      if (standing?.peer.sendText(ringId) === true) standing.give()
    },
    prepare: (appointmentId) => all.get(appointmentId)?.prepare(),
    withdraw: (appointmentId) => all.get(appointmentId)?.withdraw(),
    take(call) {
      const standing = all.get(call.appointmentId)
      if (standing === undefined) return null
      const { opened, peer } = standing
      if (opened.callId !== call.callId || opened.attempt !== call.attempt) {
        remove(call.appointmentId)
        return null
      }
      all.delete(call.appointmentId)
      return {
        peer,
        start: opened.quiet ? 'cold' : 'warm',
        begin(tell) {
          standing.handOver(tell)
          if (opened.iceTransportPolicy === call.iceTransportPolicy) return
          // Its addresses were hidden until now: from here on the direct way may be found.
          peer.useIceServers(call.iceServers, call.iceTransportPolicy)
          if (opened.initiator) peer.restart()
        },
      }
    },
    clear() {
      for (const appointmentId of all.keys()) remove(appointmentId)
    },
  }
}
