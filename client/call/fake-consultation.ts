/**
 * Two runners, joined by a small stand-in for the server and by peers that connect once an offer was answered.
 * Nothing moves by itself: each frame stays in its queue until the test delivers, loses, doubles or swaps it.
 */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import { createFakeTimers, type FakeTimers } from './fake-timers.ts'
import {
  createCallRunner,
  type CallMessage,
  type CallRunner,
  type PeerNews,
} from './call-runner.ts'
import { answer, appointmentId, callId, offer, opened, rejoin } from './specimens.ts'

type ToPage = ServerMessageOf<'call-opened' | 'signal' | 'ice-servers'>

export interface FakePeer {
  readonly attempt: number
  isOpen: boolean
  restarts: number
  /** Nothing comes in, whatever is agreed upon. */
  deaf: boolean
  readonly tell: (news: PeerNews) => void
}

export interface FakePage {
  readonly runner: CallRunner
  readonly timers: FakeTimers
  readonly peers: FakePeer[]
  readonly media: string[]
  readonly toServer: CallMessage[]
  readonly fromServer: ToPage[]
  openPeers(): FakePeer[]
}

const other = { worker: 'physician', physician: 'worker' } as const

function createFakePage(participant: Participant): FakePage {
  const timers = createFakeTimers()
  const peers: FakePeer[] = []
  const media: string[] = []
  const toServer: CallMessage[] = []

  function openPeer(message: ServerMessageOf<'call-opened'>, tell: (news: PeerNews) => void) {
    const peer: FakePeer = {
      attempt: message.attempt,
      isOpen: true,
      restarts: 0,
      deaf: false,
      tell,
    }
    const offerNow = () => tell({ type: 'signal', signal: offer })
    peers.push(peer)
    if (message.initiator) offerNow()
    return {
      deliver(signal: ServerMessageOf<'signal'>['signal']) {
        if (signal.kind !== 'description' || !peer.isOpen) return
        if (signal.type === 'offer') tell({ type: 'signal', signal: { ...signal, type: 'answer' } })
        if (peer.deaf) return
        tell({ type: 'connected' })
        tell({ type: 'flowing' })
      },
      useIceServers() {},
      restart() {
        peer.restarts += 1
        offerNow()
      },
      close() {
        peer.isOpen = false
      },
    }
  }

  const runner = createCallRunner(
    participant,
    {
      signaling: { send: (message) => toServer.push(message), doubt() {} },
      peers: { open: openPeer },
      media: { attach: () => media.push('attached'), detach: () => media.push('detached') },
      after: timers.after,
    },
    () => {},
  )
  const openPeers = () => peers.filter((peer) => peer.isOpen)
  return { runner, timers, peers, media, toServer, fromServer: [], openPeers }
}

export function createFakeConsultation() {
  const pages = { worker: createFakePage('worker'), physician: createFakePage('physician') }
  let call: { attempt: number; readonly in: Record<Participant, boolean> } | null = null

  function openAttempt(attempt: number, whoIsIn: Record<Participant, boolean>): void {
    call = { attempt, in: whoIsIn }
    for (const side of ['worker', 'physician'] as const) {
      if (whoIsIn[side]) {
        pages[side].fromServer.push(opened(attempt, callId, side === 'physician'))
      }
    }
  }

  /** What the server does with one frame. */
  function receive(from: Participant, message: CallMessage): void {
    switch (message.type) {
      case 'answer':
        if (call === null) openAttempt(1, { worker: true, physician: true })
        break
      case 'rejoin':
        if (call !== null) openAttempt(call.attempt + 1, { ...call.in, [from]: true })
        break
      case 'renew':
        if (call?.attempt === message.attempt) openAttempt(call.attempt + 1, call.in)
        break
      case 'signal':
        if (call?.attempt === message.attempt) pages[other[from]].fromServer.push(message)
        break
      case 'ice-servers':
        if (call !== null) pages[from].fromServer.push({ ...message, iceServers: [] })
        break
      case 'hang-up':
        hangUp(from)
        break
      default:
        message satisfies never
    }
  }

  function hangUp(from: Participant): void {
    if (call === null) return
    if (from === 'physician') {
      call = null
      const reason = 'physician-ended'
      pages.worker.runner.dispatch({ type: 'call-over', appointmentId, callId, reason })
    } else {
      call.in.worker = false
      pages.physician.runner.dispatch({ type: 'call-seen', appointmentId, callId, otherIn: false })
    }
  }

  /** Moves all frames until both sides are quiet; `alter` may lose, double or swap what is in a queue. */
  function settle(alter: <Frame>(frames: Frame[]) => Frame[] = (frames) => frames): void {
    for (let round = 0; round < 50 && hasFrames(); round++) {
      for (const side of ['worker', 'physician'] as const) {
        const page = pages[side]
        for (const frame of alter(page.toServer.splice(0))) receive(side, frame)
        for (const frame of alter(page.fromServer.splice(0))) page.runner.dispatch(frame)
      }
    }
  }

  function hasFrames(): boolean {
    return Object.values(pages).some((page) => page.toServer.length + page.fromServer.length > 0)
  }

  /** The button that the worker sees: Answer while it rings, Return to the call once that is open. */
  function press(): void {
    pages.worker.runner.dispatch(call === null ? answer : rejoin)
  }

  return { ...pages, press, settle }
}
