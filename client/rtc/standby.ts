/**
 * The connections that stand by: peers without a track, one for each appointment that the server names. What such a peer
 * tells is kept until its call takes it; whoever takes it hears it all at once and goes on from there.
 *
 *   (none) ──standby-opened──▶ standing by ──take: call-opened with its id and attempt──▶ the call's peer
 *     ▲                          │     ▲
 *     └── standby-closed · clear ┘     └── failed: asks for the next attempt; standby-opened replaces this one
 */
import type { ClientMessageOf, ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { After } from '../call/timers.ts'
import type { PeerHandle } from './load-peer.ts'
import type { PeerEvent, PeerOptions } from './peer-events.ts'
import type { OutgoingTracks } from './sending.ts'

type Opened = ServerMessageOf<'standby-opened'>
type Tell = PeerOptions['tell']

export interface Standbys {
  open(opened: Opened): void
  close(closed: ServerMessageOf<'standby-closed'>): void
  /** Returns whether the signal is for one of these. */
  hear(signal: ServerMessageOf<'signal'>): boolean
  /** The connection with which this call begins; null where there is none. */
  take(call: ServerMessageOf<'call-opened'>): Warm | null
  /** Lets go of all: the server knows of none, or this page is done. */
  clear(): void
}

export interface Warm {
  readonly peer: PeerHandle
  /** Sends these tracks; tells what the peer told so far, and from then on at once. */
  begin(tracks: OutgoingTracks, tell: Tell): void
}

export interface StandbysOptions {
  readonly openPeer: (options: PeerOptions) => PeerHandle
  readonly send: (message: ClientMessageOf<'signal' | 'renew'>) => void
  readonly after: After
}

interface Standing {
  readonly opened: Opened
  readonly peer: PeerHandle
  /** From here on all news go to the call. */
  handOver(tell: Tell): void
  close(): void
}

/** Even TURN over TLS on a slow line connects in 4 s. */
const connectingMs = 10_000
/** A closed peer is most often a page that was loaded again, of which the server tells within a moment. */
const closedMs = 1_500

const nothing: OutgoingTracks = { audio: null, video: null }

export function createStandbys({ openPeer, send, after }: StandbysOptions): Standbys {
  const all = new Map<Id, Standing>()

  function stand(opened: Opened): Standing {
    const { appointmentId, callId, attempt, initiator, iceServers, iceTransportPolicy } = opened
    const link = { appointmentId, callId, attempt }
    const kept: PeerEvent[] = []
    let tell: Tell = keep
    let cancel = after(connectingMs, renew)

    function renew(): void {
      cancel()
      send({ type: 'renew', ...link })
    }

    function keep(event: PeerEvent): void {
      if (event.type === 'signal') return send({ type: 'signal', ...link, signal: event.signal })
      kept.push(event)
      if (event.type === 'connected') cancel()
      if (event.type === 'failed') renew()
      if (event.type === 'closed') {
        cancel()
        cancel = after(closedMs, renew)
      }
    }

    const peer = openPeer({
      initiator,
      iceServers,
      iceTransportPolicy,
      tracks: nothing,
      tell: (event) => tell(event),
    })
    return {
      opened,
      peer,
      handOver(next) {
        cancel()
        tell = next
        for (const event of kept.splice(0)) next(event)
      },
      close() {
        cancel()
        tell = () => {}
        peer.close()
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
        begin(tracks, tell) {
          peer.setTrack('video', tracks.video)
          peer.setTrack('audio', tracks.audio)
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
