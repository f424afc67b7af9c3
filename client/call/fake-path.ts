/**
 * For tests: what two browsers would do between each other. A path is found for each offer that was answered; it carries
 * media while the network does. Two sides that went by different offers do not hear each other.
 */
import type { Signal } from '../../signaling/protocol/signal.ts'
import type { OpenPeer, PeerNews } from './call-runner.ts'

type Description = Extract<Signal, { kind: 'description' }>

export interface PathPeer extends OpenPeer {
  readonly attempt: number
  isOpen: boolean
  /** The number of the last offer that this side has seen through; 0: none. */
  agreed: number
  /** Until the other side knows of the answer, the path before goes on (RFC 8445 section 2.4). */
  before: number
  /** How long nothing has come in, milliseconds; null before anything has. */
  quietMs: number | null
  readonly tell: (news: PeerNews) => void
}

/** Chromium's own clock, and the watchdog's (measured). */
const silentAfterMs = 1_000
const failedAfterMs = 17_000

export function createPathPeer(
  attempt: number,
  initiator: boolean,
  tell: (news: PeerNews) => void,
): PathPeer {
  let offers = 0
  const say = (type: Description['type'], number: number) =>
    tell({ type: 'signal', signal: { kind: 'description', type, sdp: 'v=0', number } })
  const offer = () => {
    offers += 1
    say('offer', offers)
  }
  const agree = (number: number) => {
    if (number === peer.agreed) return
    peer.before = peer.agreed
    peer.agreed = number
  }
  const peer: PathPeer = {
    attempt,
    isOpen: true,
    agreed: 0,
    before: 0,
    quietMs: null,
    tell,
    deliver(signal) {
      if (signal.kind === 'restart' && initiator) offer()
      if (signal.kind !== 'description') return
      if (signal.type === 'answer') {
        if (initiator && signal.number === offers) agree(offers)
      } else if (!initiator && signal.number > peer.agreed) {
        agree(signal.number)
        say('answer', signal.number)
      }
    },
    useIceServers() {},
    restart() {
      if (initiator) offer()
      else tell({ type: 'signal', signal: { kind: 'restart' } })
    },
    close() {
      peer.isOpen = false
    },
  }
  if (initiator) offer()
  return peer
}

/** Lets time pass for a pair of peers; either may be missing. */
export function passOver(one: PathPeer | null, other: PathPeer | null, isUp: boolean, ms: number) {
  const isCarrying =
    isUp &&
    one !== null &&
    other !== null &&
    one.attempt === other.attempt &&
    shareOffer(one, other)
  for (const peer of [one, other]) if (peer !== null) passFor(peer, isCarrying, ms)
}

function shareOffer(one: PathPeer, other: PathPeer): boolean {
  return [one.agreed, one.before].some(
    (number) => number > 0 && (number === other.agreed || number === other.before),
  )
}

function passFor(peer: PathPeer, isCarrying: boolean, ms: number): void {
  const before = peer.quietMs
  if (isCarrying) {
    peer.quietMs = 0
    if (before === null || before >= silentAfterMs) {
      peer.tell({ type: 'connected' })
      peer.tell({ type: 'flowing' })
    }
  } else if (before !== null) {
    peer.quietMs = before + ms
    const passes = (limit: number) => before < limit && before + ms >= limit
    if (passes(silentAfterMs)) peer.tell({ type: 'silent' })
    if (passes(failedAfterMs)) peer.tell({ type: 'failed' })
  }
}
