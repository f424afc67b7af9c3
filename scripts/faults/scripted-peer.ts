/** A peer without a browser: two of them are connected once an answer has come, and each keeps what it was told. */
import type { Signal } from '../../signaling/protocol/signal.ts'
import { randomId } from '../../signaling/clock.ts'
import { createFakePeer } from '../../client/rtc/fake-peer.ts'
import type { PeerHandle } from '../../client/rtc/load-peer.ts'
import type { PeerOptions } from '../../client/rtc/peer-events.ts'

/** In the order of a call's beginning: the first two are the physician's, the next two the worker's. */
export type Moment = 'before the offer' | 'offered' | 'before the answer' | 'answered' | 'connected'

export interface ScriptedPeer {
  /** All that came from the other side, in order: descriptions by their type, candidates by what they say. */
  readonly heard: readonly string[]
  readonly isOpen: boolean
  /** Says something to the other side. */
  say(candidate: string): void
}

/** About as long as a browser takes to make an offer. */
const offerMs = 50

/** The path between two pages needs no server: whoever gave an answer is connected with whoever got it. */
const answerers = new Map<string, () => void>()

/** `reached` is called at each moment, before anything further happens on this side. */
export function createScriptedPeer(
  { initiator, tell }: PeerOptions,
  reached: (moment: Moment) => void,
): { readonly peer: ScriptedPeer; readonly handle: PeerHandle } {
  const heard: string[] = []
  const own = `v=0 ${randomId()}`
  let isOpen = true
  let offers = 0
  const say = (signal: Signal) => tell({ type: 'signal', signal })
  const describe = (type: 'offer' | 'answer', number: number) =>
    say({ kind: 'description', type, sdp: own, number })

  function offer(): void {
    offers += 1
    reached('before the offer')
    describe('offer', offers)
    reached('offered')
  }

  function answer(number: number): void {
    reached('before the answer')
    answerers.set(own, connect)
    describe('answer', number)
    reached('answered')
  }

  function connect(): void {
    if (!isOpen) return
    tell({ type: 'connected' })
    reached('connected')
  }

  function deliver(signal: Signal): void {
    if (signal.kind === 'candidate') heard.push(signal.candidate)
    if (signal.kind !== 'description') return
    heard.push(signal.type)
    if (signal.type === 'offer') return answer(signal.number)
    answerers.get(signal.sdp)?.()
    connect()
  }

  if (initiator) setTimeout(() => isOpen && offer(), offerMs)
  const handle = createFakePeer({
    deliver,
    // No channel beside the line: what is said without one must wait for it.
    sendText: () => false,
    restart: () => initiator && offer(),
    close() {
      isOpen = false
      answerers.delete(own)
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
