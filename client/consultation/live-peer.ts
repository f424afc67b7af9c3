/** The peer of the present attempt, between the call's machine and the person's devices on both sides. */
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { OpenPeer, PeerNews } from '../call/call-runner.ts'
import { createNotes, type Notes } from '../call/notes.ts'
import { devicesNote, readDevices } from '../rtc/devices-note.ts'
import type { Incoming } from '../rtc/incoming.ts'
import type { PeerHandle } from '../rtc/load-peer.ts'
import type { Outgoing } from '../rtc/outgoing.ts'
import type { PeerEvent, PeerOptions } from '../rtc/peer.ts'

export interface LivePeer {
  open(opened: ServerMessageOf<'call-opened'>, tell: (news: PeerNews) => void): OpenPeer
  setTrack: PeerHandle['setTrack']
  shapePicture: PeerHandle['shapePicture']
  statistics: PeerHandle['statistics']
  /** Tells the other side how this person's devices stand; said again by itself when the channel opens. */
  sendNote(): void
  readonly notes: Notes
}

export function createLivePeer(
  openPeer: (options: PeerOptions) => PeerHandle,
  outgoing: () => Outgoing,
  incoming: Incoming,
): LivePeer {
  let peer: PeerHandle | null = null
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
        break
      case 'channel-opened':
        notes.opened()
        break
      case 'text':
        notes.receive(event.text)
        break
      case 'bulk-opened':
        break
      case 'signal':
      case 'connected':
      case 'interrupted':
      case 'failed':
      case 'closed':
        tell(event)
        break
      default:
        event satisfies never
    }
  }

  function sendNote(): void {
    notes.send(devicesNote, { ...outgoing().devices })
  }

  return {
    open({ initiator, iceServers, iceTransportPolicy }, tell) {
      const { tracks } = outgoing()
      const opened = openPeer({
        initiator,
        iceServers,
        iceTransportPolicy,
        tracks,
        tell: (event) => hear(event, tell),
      })
      peer = opened
      return {
        deliver: (signal) => opened.deliver(signal),
        close() {
          opened.close()
          if (peer === opened) peer = null
        },
      }
    },
    setTrack: (kind, track) => peer?.setTrack(kind, track),
    shapePicture: (shape) => peer?.shapePicture(shape),
    statistics: async () => (peer === null ? null : peer.statistics()),
    sendNote,
    notes,
  }
}
