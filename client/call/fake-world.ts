/**
 * For tests: two pages in a call, their lines, a small stand-in for the server, and a network that can fail anywhere. Time
 * passes in steps of 100 ms. What is said on a line that is open comes once and in order, however late. What is said while
 * it is lost goes beside the media, or waits for a line that goes on where this one ended; if the server was away
 * meanwhile, it knows nothing of that, and only a hang-up is said again.
 */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import { createCallRunner, type CallMessage, type CallRunner } from './call-runner.ts'
import type { CallEvent } from './call-state.ts'
import { createPathPeer, passOver, type PathPeer } from './fake-path.ts'
import { createFakeTimers, type FakeTimers } from './fake-timers.ts'
import { answer, appointmentId, callId, opened, rejoin } from './specimens.ts'

export const sides = ['worker', 'physician'] as const
const other = { worker: 'physician', physician: 'worker' } as const

interface Page {
  readonly runner: CallRunner
  readonly timers: FakeTimers
  readonly peers: PathPeer[]
  /** Balance of attached and detached media. */
  attached: number
  line: 'open' | 'lost'
  lineDeadMs: number
  toServer: CallMessage[]
  fromServer: CallEvent[]
  /** Through the peers' own channel. */
  notes: ServerMessageOf<'signal'>[]
  /** Said while the line was lost. */
  kept: CallMessage[]
  /** The server forgot this page's conversation. */
  isForgotten: boolean
}

interface Call {
  attempt: number
  isAwaited: boolean
  readonly in: Record<Participant, boolean>
}

const stepMs = 100
/** A page's own heartbeat. */
const deadLineMs = 10_000
const mostNotes = 20

export function createFakeWorld() {
  const up = { worker: true, physician: true, server: true, udp: true }
  const pages = { worker: createPage('worker'), physician: createPage('physician') }
  let call: Call | null = null
  let wasOver = false
  let ends = 0

  function createPage(side: Participant): Page {
    const timers = createFakeTimers()
    const page: Page = {
      timers,
      peers: [],
      attached: 0,
      line: 'open',
      lineDeadMs: 0,
      toServer: [],
      fromServer: [],
      notes: [],
      kept: [],
      isForgotten: false,
      runner: createCallRunner(
        side,
        {
          signaling: {
            send: (message) => say(side, message),
            doubt: () => void (page.lineDeadMs = isAlive(side) ? 0 : deadLineMs),
          },
          peers: {
            open({ attempt, initiator }, tell) {
              const peer = createPathPeer(attempt, initiator, tell)
              page.peers.push(peer)
              return peer
            },
          },
          media: {
            attach: () => void (page.attached += 1),
            detach: () => void (page.attached -= 1),
          },
          after: timers.after,
        },
        () => {},
      ),
    }
    return page
  }

  function isAlive(side: Participant): boolean {
    return up[side] && up.server
  }

  function peerOf(side: Participant): PathPeer | null {
    return pages[side].peers.findLast((peer) => peer.isOpen) ?? null
  }

  /** It opens with the path, and may be dead like it. */
  function hasChannel(side: Participant): boolean {
    return typeof peerOf(side)?.quietMs === 'number'
  }

  function say(side: Participant, message: CallMessage): void {
    const page = pages[side]
    if (page.line === 'open') page.toServer.push(message)
    else if (message.type !== 'signal' || !hasChannel(side)) page.kept.push(message)
    else if (page.notes.length < mostNotes) page.notes.push(message)
  }

  function receive(from: Participant, message: CallMessage): void {
    if (message.type === 'answer') {
      if (call === null && !wasOver)
        call = { attempt: 0, isAwaited: true, in: { worker: true, physician: true } }
    } else if (call === null) {
      if (message.type === 'rejoin') pages[from].fromServer.push({ type: 'refused', appointmentId })
    } else {
      receiveInCall(call, from, message)
    }
    openAwaited()
  }

  function receiveInCall(open: Call, from: Participant, message: CallMessage): void {
    switch (message.type) {
      case 'rejoin':
        open.isAwaited = open.isAwaited || !open.in[from]
        open.in[from] = true
        showAll()
        break
      case 'renew':
        if (open.attempt === message.attempt && open.in[from]) open.isAwaited = true
        break
      case 'signal':
        if (open.attempt === message.attempt && !open.isAwaited) {
          pages[other[from]].fromServer.push(message)
        }
        break
      case 'ice-servers':
        pages[from].fromServer.push({ ...message, iceServers: [] })
        break
      case 'hang-up':
        if (from === 'physician') end()
        else open.in.worker = false
        showAll()
        break
      case 'answer':
        break
      default:
        message satisfies never
    }
  }

  function end(): void {
    call = null
    wasOver = true
    ends += 1
  }

  function openAwaited(): void {
    const isReady = sides.every((side) => call?.in[side] === true && pages[side].line === 'open')
    if (call === null || !call.isAwaited || !isReady) return
    call.isAwaited = false
    call.attempt += 1
    for (const side of sides) {
      pages[side].fromServer.push(opened(call.attempt, callId, side === 'physician'))
    }
  }

  function showAll(): void {
    for (const side of sides) pages[side].fromServer.push(...viewFor(side))
  }

  function viewFor(side: Participant): CallEvent[] {
    if (call !== null) {
      return [{ type: 'call-seen', appointmentId, callId, otherIn: call.in[other[side]] }]
    }
    const reason = 'physician-ended'
    return wasOver ? [{ type: 'call-over', appointmentId, callId, reason }] : []
  }

  function passLine(side: Participant): void {
    const page = pages[side]
    if (!up.server) page.isForgotten = true
    if (!isAlive(side)) {
      page.lineDeadMs += stepMs
      if (page.line === 'open' && page.lineDeadMs >= deadLineMs) loseLine(side)
      return
    }
    page.lineDeadMs = 0
    if (page.line === 'lost') openLine(side)
    for (const message of page.toServer.splice(0)) receive(side, message)
    for (const event of page.fromServer.splice(0)) page.runner.dispatch(event)
  }

  function loseLine(side: Participant): void {
    const page = pages[side]
    page.line = 'lost'
    page.runner.dispatch({ type: 'line-lost' })
  }

  function openLine(side: Participant): void {
    const page = pages[side]
    page.line = 'open'
    const resumed = !page.isForgotten
    page.isForgotten = false
    const kept = page.kept.splice(0)
    page.toServer.push(...(resumed ? kept : kept.filter(({ type }) => type === 'hang-up')))
    for (const event of viewFor(side)) page.runner.dispatch(event)
    page.runner.dispatch({ type: 'line-opened', resumed })
    openAwaited()
  }

  /** What waits in a channel arrives with the media. */
  function passNotes(side: Participant): void {
    const to = pages[other[side]]
    if (peerOf(side)?.quietMs !== 0) return
    for (const note of pages[side].notes.splice(0)) to.runner.dispatch(note)
  }

  function pass(ms: number): void {
    for (let left = ms; left > 0; left -= stepMs) {
      for (const side of sides) pages[side].timers.advance(stepMs)
      for (const side of sides) passLine(side)
      const isUp = up.worker && up.physician && up.udp
      passOver(peerOf('worker'), peerOf('physician'), isUp, stepMs)
      for (const side of sides) passNotes(side)
    }
  }

  return {
    pages,
    up,
    pass,
    /** Frames on their way are delivered twice. */
    double(side: Participant): void {
      const page = pages[side]
      page.fromServer = page.fromServer.flatMap((frame) => [frame, frame])
    },
    /** The button that the worker sees: Answer while it rings, Return to the call once that is open. */
    press(): void {
      pages.worker.runner.dispatch(call === null ? answer : rejoin)
    },
    peerOf,
    get call(): Call | null {
      return call
    },
    get ends(): number {
      return ends
    },
  }
}
export type FakeWorld = ReturnType<typeof createFakeWorld>
