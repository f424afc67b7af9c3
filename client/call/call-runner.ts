/** Carries the machine's effects out, in order. What happens meanwhile waits its turn. */
import type { IceServer, Participant } from '../../signaling/protocol/consultation.ts'
import type { ClientMessageOf, ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
import type { PathNews } from './path-watch.ts'
import type { After } from './timers.ts'
import { initialCall, step } from './call.ts'
import type { CallEffect, CallEvent, CallState, Link } from './call-state.ts'

export type CallMessage = ClientMessageOf<
  'answer' | 'rejoin' | 'signal' | 'renew' | 'hang-up' | 'ice-servers'
>

/** News of a peer that the machine wants to know. `failed` is no end: the peer lives until it is closed. */
export type PeerNews =
  | { readonly type: 'signal'; readonly signal: Signal }
  | { readonly type: 'connected' }
  | { readonly type: 'interrupted' }
  | { readonly type: 'failed' }
  | { readonly type: 'closed' }
  | PathNews

export interface OpenPeer {
  deliver(signal: Signal): void
  useIceServers(iceServers: readonly IceServer[]): void
  restart(): void
  /** Says nothing more afterwards. May be called twice. */
  close(): void
}

export interface CallPorts {
  readonly signaling: {
    send(message: CallMessage): void
    /** The line may be dead without knowing. */
    doubt(): void
  }
  readonly peers: {
    open(opened: ServerMessageOf<'call-opened'>, tell: (news: PeerNews) => void): OpenPeer
  }
  readonly media: { attach(): void; detach(): void }
  readonly after: After
}

export interface CallRunner {
  readonly state: CallState
  readonly dispatch: (event: CallEvent) => void
}

/** `changed` is told the state before each event that led to another one, when all its effects are done. */
export function createCallRunner(
  participant: Participant,
  ports: CallPorts,
  changed: (before: CallState) => void,
): CallRunner {
  let state = initialCall(participant)
  let peer: OpenPeer | null = null
  let disarm = () => {}
  let running = false
  const queue: CallEvent[] = []

  function dispatch(event: CallEvent): void {
    queue.push(event)
    if (running) return
    running = true
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) advance(next)
    } finally {
      running = false
    }
  }

  function advance(event: CallEvent): void {
    const before = state
    const { state: after, effects } = step(before, event)
    state = after
    for (const effect of effects) carryOut(effect)
    if (after !== before) changed(before)
  }

  function carryOut(effect: CallEffect): void {
    switch (effect.type) {
      case 'send-wish':
        ports.signaling.send(effect.wish)
        break
      case 'send-signal':
        ports.signaling.send({ type: 'signal', ...effect.link, signal: effect.signal })
        break
      case 'send-hang-up': {
        const { appointmentId, callId } = effect
        ports.signaling.send({ type: 'hang-up', appointmentId, callId })
        break
      }
      case 'request-renew':
        ports.signaling.send({ type: 'renew', ...effect.link })
        break
      case 'request-ice-servers': {
        const { appointmentId, callId } = effect
        ports.signaling.send({ type: 'ice-servers', appointmentId, callId })
        break
      }
      case 'doubt-line':
        ports.signaling.doubt()
        break
      case 'attach-media':
        ports.media.attach()
        break
      case 'detach-media':
        ports.media.detach()
        break
      case 'open-peer':
        peer = openPeer(effect.opened)
        break
      case 'meet-call':
        queue.unshift(effect.opened)
        break
      case 'close-peer':
        peer?.close()
        peer = null
        break
      case 'deliver-signal':
        peer?.deliver(effect.signal)
        break
      case 'use-ice-servers':
        peer?.useIceServers(effect.iceServers)
        break
      case 'restart-peer':
        peer?.restart()
        break
      case 'arm-deadline':
        disarm()
        disarm = ports.after(effect.ms, () => dispatch({ type: 'deadline-passed', of: effect.of }))
        break
      case 'disarm-deadline':
        disarm()
        break
      default:
        effect satisfies never
    }
  }

  function openPeer(opened: ServerMessageOf<'call-opened'>): OpenPeer {
    const { appointmentId, callId, attempt } = opened
    const link = { appointmentId, callId, attempt }
    return ports.peers.open(opened, (news) => dispatch(toCallEvent(link, news)))
  }

  return {
    get state() {
      return state
    },
    dispatch,
  }
}

function toCallEvent(link: Link, news: PeerNews): CallEvent {
  return news.type === 'signal'
    ? { type: 'peer-signalled', link, signal: news.signal }
    : { type: `peer-${news.type}`, link }
}
