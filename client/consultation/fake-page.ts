/** For tests: the live side of a page on a line that the test holds, with peers of which it is known what they send. */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
import { createFakeNetwork } from '../connection/fake-socket.ts'
import { createFakeStream, createFakeTrack } from '../rtc/fake-media.ts'
import { createFakePeer } from '../rtc/fake-peer.ts'
import type { PeerOptions } from '../rtc/peer-events.ts'
import { createLive } from './create-live.ts'

export interface SendingPeer {
  readonly options: PeerOptions
  /** What is sent now, if it is connected. */
  readonly sends: { audio: boolean; video: boolean }
  readonly heard: Signal[]
  /** Through its channel, not yet at the other side. */
  readonly texts: string[]
  isOpen: boolean
  isConnected: boolean
}

export type SendingPage = ReturnType<typeof createSendingPage>

export function createSendingPage(participant: Participant, pageId: Id) {
  const network = createFakeNetwork()
  const peers: SendingPeer[] = []
  const live = createLive({
    participant,
    url: 'ws://visite/ws',
    ports: {
      ...network.ports,
      reportCall: () => {},
      makePageId: () => pageId,
      onNetworkChange: () => () => {},
      onPageHide: () => () => {},
      openPeer(options) {
        const { audio, video } = options.tracks
        const peer: SendingPeer = {
          options,
          sends: { audio: audio !== null, video: video !== null },
          heard: [],
          texts: [],
          isOpen: true,
          isConnected: false,
        }
        peers.push(peer)
        return createFakePeer({
          deliver: (signal) => void peer.heard.push(signal),
          setTrack: (kind, track) => void (peer.sends[kind] = track !== null),
          sendText: (text) => peer.isConnected && peer.texts.push(text) > 0,
          close: () => void (peer.isOpen = false),
        })
      },
    },
  })
  return {
    live,
    network,
    peers,
    id: pageId,
    /** Camera and microphone work. */
    useDevices(): void {
      live.useStream(createFakeStream(createFakeTrack('audio'), createFakeTrack('video')))
    },
    open: () => peers.filter(({ isOpen }) => isOpen),
    /** Whether anything may leave this page. */
    isSending: () => peers.some(({ isOpen, sends }) => isOpen && (sends.audio || sends.video)),
  }
}
