/** A page without a browser: the live side of a real one, on a real socket, with peers that play their part. */
import { WebSocket } from 'ws'
import type { ConsultationView, Participant } from '../../signaling/protocol/consultation.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { randomId } from '../../signaling/clock.ts'
import { browserAfter } from '../../client/call/timers.ts'
import type { ConnectionPorts } from '../../client/connection/socket.ts'
import { createLive } from '../../client/consultation/create-live.ts'
import { createPresenceMemory } from '../../client/consultation/presence-memory.ts'
import type { Live, LiveState } from '../../client/consultation/live.ts'
import { createScriptedPeer, type Moment, type ScriptedPeer } from './scripted-peer.ts'

export interface PageOptions {
  readonly participant: Participant
  /** Of the server, or of what stands before it. */
  readonly port: number
  readonly origin: string
  readonly cookie: string
  /** As a proxy that is trusted tells it; see `VISITE_TRUSTED_PROXY`. */
  readonly address: string
}

export interface ScriptedPage {
  readonly live: Live
  /** Every socket that was opened, with the code it was closed with; null while it is open, or given up by the page. */
  readonly closes: readonly (number | null)[]
  /** All peers, the latest last. */
  readonly peers: readonly ScriptedPeer[]
  /** What the line was, in order. */
  readonly lines: readonly LiveState['line']['phase'][]
  /** How each `welcome` began: true where the server remembered. */
  readonly resumed: readonly boolean[]
  /** Called once, when a peer of this page is next at this moment. */
  once(moment: Moment, act: () => void): void
  consultation(appointmentId: Id): ConsultationView | undefined
  /** Resolves, with how long it took, as soon as something is so; rejects after a while. */
  until(what: string, holds: () => boolean, limitMs?: number): Promise<number>
  close(): void
}

const usualLimitMs = 15_000

export function openPage({
  participant,
  port,
  origin,
  cookie,
  address,
}: PageOptions): ScriptedPage {
  const closes: (number | null)[] = []
  const peers: ScriptedPeer[] = []
  const resumed: boolean[] = []
  const acts = new Map<Moment, () => void>()

  const openSocket: ConnectionPorts['openSocket'] = (url, listener) => {
    const headers = { cookie, origin, 'x-forwarded-for': address }
    const socket = new WebSocket(url, { headers, perMessageDeflate: false })
    const number = closes.push(null) - 1
    socket.on('open', () => listener.opened())
    socket.on('message', (data: Buffer) => {
      const frame = data.toString('utf8')
      const welcome = /^\{"type":"welcome".*"resumed":(true|false)/.exec(frame)
      if (welcome !== null) resumed.push(welcome[1] === 'true')
      listener.heard(frame)
    })
    socket.on('error', () => {})
    socket.on('close', (code) => {
      closes[number] = code
      listener.closed(code)
    })
    return {
      send: (frame) => socket.readyState === WebSocket.OPEN && socket.send(frame),
      close: () => socket.close(),
    }
  }

  const live = createLive({
    participant,
    rememberPresence: createPresenceMemory,
    url: `ws://127.0.0.1:${port}/ws/${participant === 'worker' ? 'worker' : 'desk'}`,
    ports: {
      openSocket,
      onWake: () => () => {},
      after: browserAfter,
      now: () => Date.now(),
      random: () => Math.random(),
      onNetworkChange: () => () => {},
      onPageHide: () => () => {},
      reportCall() {},
      makePageId: randomId,
      openPeer(options) {
        const { peer, handle } = createScriptedPeer(options, (moment) => {
          const act = acts.get(moment)
          acts.delete(moment)
          act?.()
        })
        peers.push(peer)
        return handle
      },
    },
  })
  const lines: LiveState['line']['phase'][] = [live.state.line.phase]
  live.subscribe(() => {
    const { phase } = live.state.line
    if (lines.at(-1) !== phase) lines.push(phase)
  })

  return {
    live,
    closes,
    peers,
    lines,
    resumed,
    once: (moment, act) => void acts.set(moment, act),
    consultation: (appointmentId) => live.state.consultations.get(appointmentId),
    async until(what, holds, limitMs = usualLimitMs) {
      const began = performance.now()
      while (!holds()) {
        if (performance.now() - began > limitMs) throw new Error(`not so in ${limitMs} ms: ${what}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return performance.now() - began
    },
    close: () => live.close(),
  }
}
