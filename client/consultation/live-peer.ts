/** The peer of the present attempt, between the call's machine and the person's devices on both sides. */
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { OpenPeer, PeerNews } from '../call/call-runner.ts'
import { createBulk, type Bulk } from '../call/bulk.ts'
import { createNotes, type Notes } from '../call/notes.ts'
import { createPathWatch, type PathWatch } from '../call/path-watch.ts'
import type { StageRecorder } from '../call/stages.ts'
import { devicesNote, readDevices } from '../rtc/devices-note.ts'
import { onFirstPicture } from '../rtc/first-picture.ts'
import type { Incoming } from '../rtc/incoming.ts'
import type { PeerHandle } from '../rtc/load-peer.ts'
import { countArrived } from '../rtc/path-sample.ts'
import type { Outgoing } from '../rtc/outgoing.ts'
import type { PeerEvent } from '../rtc/peer-events.ts'
import type { Standbys } from '../rtc/standby.ts'
import type { LivePorts } from './live-ports.ts'

export interface LivePeer {
  open(opened: ServerMessageOf<'call-opened'>, tell: (news: PeerNews) => void): OpenPeer
  setTrack: PeerHandle['setTrack']
  shapePicture: PeerHandle['shapePicture']
  statistics: PeerHandle['statistics']
  connection: PeerHandle['connection']
  /** Tells the other side how this person's devices stand; said again by itself when the channel opens. */
  sendNote(): void
  /** This page left that call, or was sent out of it. */
  left(callId: Id): void
  readonly notes: Notes
  readonly bulk: Bulk
}

export function createLivePeer(
  ports: Pick<LivePorts, 'openPeer' | 'after' | 'now'>,
  outgoing: () => Outgoing,
  incoming: Incoming,
  standbys: Pick<Standbys, 'take'>,
  recorder: StageRecorder,
): LivePeer {
  let peer: PeerHandle | null = null
  let path: PathWatch | null = null
  /**
   * How often this page has left a call: the words of its last stay are forgotten, and by another certificate the other page
   * knows that new ones are due.
   */
  const left = new Map<Id, number>()
  const bulk = createBulk()
  const notes = createNotes((text) => peer?.sendText(text) ?? false)
  notes.whenOpen(sendNote)
  notes.hear(devicesNote, (body) => {
    const devices = readDevices(body)
    if (devices !== null) incoming.tellDevices(devices)
  })

  function hear(event: PeerEvent, tell: (news: PeerNews) => void): void {
    switch (event.type) {
      case 'stream':
        incoming.useStream(event.stream)
        onFirstPicture(event.stream, (at) => recorder.reach('first-picture', at))
        break
      case 'reached':
        recorder.reach(event.stage, event.at)
        break
      case 'channel-opened':
        notes.opened()
        break
      case 'text':
        path?.heard()
        notes.receive(event.text)
        break
      case 'bulk-opened':
        bulk.use(event.channel)
        break
      case 'connected':
        path?.begin()
        tell(event)
        break
      case 'signal':
      case 'interrupted':
      case 'failed':
      case 'closed':
        tell(event)
        break
      default:
        event satisfies never
    }
  }

  function watchPath(opened: PeerHandle, tell: (news: PeerNews) => void): PathWatch {
    const sample = async () => {
      const report = await opened.statistics()
      return report === null ? null : countArrived(report)
    }
    const picture = {
      hold: (held: boolean) => opened.holdPicture(held),
      refresh: () => opened.refreshPicture(),
    }
    return createPathWatch({ ...ports, sample, notes, picture }, tell)
  }

  function sendNote(): void {
    notes.send(devicesNote, { ...outgoing().devices })
  }

  return {
    left: (callId) => left.set(callId, (left.get(callId) ?? 0) + 1),

    open(call, tellNews) {
      const { callId, initiator, iceServers, iceTransportPolicy, attempt } = call
      const again = attempt > 1
      const { tracks } = outgoing()
      const tell = (event: PeerEvent) => hear(event, tellNews)
      const prepared = standbys.take(call)
      recorder.begin(callId, prepared?.start ?? 'cold')
      const opened =
        prepared?.peer ??
        ports.openPeer({
          callId,
          stay: left.get(callId) ?? 0,
          initiator,
          iceServers,
          iceTransportPolicy,
          tracks,
          again,
          tell,
        })
      const watch = watchPath(opened, tellNews)
      peer = opened
      path = watch
      prepared?.begin(tell)
      return {
        deliver: (signal) => opened.deliver(signal),
        useIceServers: (servers) => opened.useIceServers(servers, iceTransportPolicy),
        restart: () => opened.restart(),
        close() {
          watch.stop()
          opened.close()
          if (peer === opened) peer = null
        },
      }
    },
    setTrack: (kind, track) => peer?.setTrack(kind, track),
    shapePicture: (shape) => peer?.shapePicture(shape),
    statistics: async () => (peer === null ? null : peer.statistics()),
    connection: () => peer?.connection() ?? null,
    sendNote,
    notes,
    bulk,
  }
}
