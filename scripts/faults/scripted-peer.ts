/** A peer without a browser: two of them are connected once an offer was answered, and each keeps what it was told. */
import type { Signal } from '../../signaling/protocol/signal.ts'
import { createFakePeer } from '../../client/rtc/fake-peer.ts'
import type { PeerHandle } from '../../client/rtc/load-peer.ts'
import type { PeerOptions } from '../../client/rtc/peer-events.ts'

export interface ScriptedPeer {
  /** All that came from the other side, in order: descriptions by their type, candidates by what they say. */
  readonly heard: readonly string[]
  readonly isOpen: boolean
  /** Says something to the other side. */
  say(candidate: string): void
}

/** About as long as a browser takes to make an offer. */
const offerMs = 50

/** `onOffer` is called before the offer is answered. */
export function createScriptedPeer(
  { initiator, tell }: PeerOptions,
  onOffer: () => void,
): { readonly peer: ScriptedPeer; readonly handle: PeerHandle } {
  const heard: string[] = []
  let isOpen = true
  let offers = 0
  const say = (signal: Signal) => tell({ type: 'signal', signal })
  const describe = (type: 'offer' | 'answer', number: number) =>
    say({ kind: 'description', type, sdp: 'v=0', number })

  function offer(): void {
    offers += 1
    describe('offer', offers)
  }

  function deliver(signal: Signal): void {
    if (signal.kind === 'candidate') heard.push(signal.candidate)
    if (signal.kind !== 'description') return
    heard.push(signal.type)
    if (signal.type === 'offer') {
      onOffer()
      describe('answer', signal.number)
    }
    tell({ type: 'connected' })
  }

  if (initiator) setTimeout(() => isOpen && offer(), offerMs)
  const handle = createFakePeer({
    deliver,
    // No channel beside the line: what is said without one must wait for it.
    sendText: () => false,
    restart: () => initiator && offer(),
    close() {
      isOpen = false
    },
  })
  const peer: ScriptedPeer = {
    heard,
    get isOpen() {
      return isOpen
    },
    say: (candidate) => say({ kind: 'candidate', candidate, sdpMid: '0', sdpMLineIndex: 0 }),
  }
  return { peer, handle }
}
