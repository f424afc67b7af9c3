/**
 * The line to the server: typed, watched, and opened again whenever it is lost.
 *
 *   opening ──hello, welcome──▶ leading       opening, leading ──lost, dead──▶ resting ──delay, wake──▶ opening
 *   leading ──doubt──▶ opening                elsewhere ──lost, dead──▶ shut by the other page
 *      ▲ └──────elsewhere─────▶ elsewhere     any ──replaced, signed-out, wrong-version, close──▶ shut
 *      └───────takeOver──────────┘            shut by the other page ──takeOver──▶ opening
 */
import { closeCodes } from '../../signaling/protocol/close-codes.ts'
import { createConversation } from '../../signaling/protocol/conversation.ts'
import type {
  ClientMessage,
  ClientMessageOf,
  Numbers,
  ServerMessage,
} from '../../signaling/protocol/messages.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { protocolVersion } from '../../signaling/protocol/version.ts'
import { connectLimitMs, greetingLimitMs, pauseMs, retryEveryMs } from './back-off.ts'
import { startHeartbeat, type Heartbeat } from './heartbeat.ts'
import type { Line } from './line.ts'
import { readServerFrame } from './server-frame.ts'
import type { ConnectionPorts, Socket } from './socket.ts'

export interface ConnectionOptions {
  readonly url: string
  /** Random per load of the page. */
  readonly page: Id
  /** The call that the page holds; asked at every hello. */
  readonly held: () => ClientMessageOf<'hello'>['held']
  /**
   * Everything that the server says, once and in order, but `pong`. A line begins with `welcome`; before one that says
   * `resumed` comes what was missed on the line before.
   */
  readonly heard: (message: ServerMessage) => void
  /** The server does not know how far it had heard this page: what it may have missed. The `welcome` follows. */
  readonly startedAfresh?: (unheard: readonly Command[]) => void
  readonly lineChanged: (line: Line) => void
  readonly ports: ConnectionPorts
}

export type Command = Exclude<ClientMessage, { type: 'hello' | 'ping' }>

export interface Connection {
  /** Says it once, in order, over as many lines as it takes; see `conversation.ts` for how much and for how long. */
  send(message: Command): void
  /** "Use here": only where another page is in, or took over. */
  takeOver(): void
  /**
   * The path is dead as far as the caller can tell: sound stopped, the network changed. The socket at hand is given up for
   * a new one, every 2 s at most; the page is told that the line is lost only if that fails. While the line is being
   * tried anyway, nothing happens.
   */
  doubt(): void
  /** To the server and back, at the last question; null before the first answer. */
  readonly roundTripMs: number | null
  close(): void
}

type State =
  | { readonly phase: 'opening'; readonly socket: Socket; readonly cancel: () => void }
  | { readonly phase: 'leading'; readonly socket: Socket; readonly heartbeat: Heartbeat }
  | { readonly phase: 'elsewhere'; readonly socket: Socket; readonly heartbeat: Heartbeat }
  | { readonly phase: 'resting'; readonly cancel: () => void }
  | { readonly phase: 'shut'; readonly byOtherPage: boolean }

/** A leading line younger than this is not doubted: the path has just been proved. */
const doubtEveryMs = 2_000
/** A try younger than this goes on when the network changes. An older one may wait seconds for its next SYN. */
const freshTryMs = 1_000

/** A page whose frames the server does not understand must not come back twice a second. */
const failuresAfterAbuse = 5

export function openConnection(options: ConnectionOptions): Connection {
  const { ports } = options
  let state: State = { phase: 'shut', byOtherPage: false }
  let line: Line = { phase: 'connecting' }
  let failures = 0
  let openedAt = 0
  let conversation = createConversation<Command>(() => ports.now())
  let conversationId: Id | null = null
  let wantsLead = false
  let pingedAt = 0
  let roundTripMs: number | null = null
  const stopWaking = ports.onWake(wake)
  open()

  function open(): void {
    openedAt = ports.now()
    // News of a socket that was given up is no news.
    const isCurrent = () => 'socket' in state && state.socket === socket
    const socket: Socket = ports.openSocket(options.url, {
      opened: () => isCurrent() && greet(socket),
      heard: (frame) => isCurrent() && hear(socket, frame),
      closed: (code) => isCurrent() && lose(code),
    })
    awaitLead(socket, connectLimitMs(failures, options.held() !== null))
  }

  function awaitLead(socket: Socket, limitMs: number): void {
    stopTimers(state)
    state = { phase: 'opening', socket, cancel: ports.after(limitMs, () => lose(null)) }
  }

  function greet(socket: Socket): void {
    awaitLead(socket, greetingLimitMs)
    sayHello(socket)
  }

  function sayHello(socket: Socket): void {
    say(socket, {
      type: 'hello',
      version: protocolVersion,
      page: options.page,
      takeOver: wantsLead,
      held: options.held(),
      ...(conversationId !== null &&
        conversation.canResume() && {
          resume: { conversation: conversationId, heard: conversation.heard },
        }),
    })
  }

  function hear(socket: Socket, frame: string): void {
    if ('heartbeat' in state) state.heartbeat.heard()
    const message = readServerFrame(frame)
    // A server of a later version may say more than this page knows.
    if (message === null) return
    const { n, heard } = message
    if (message.type === 'welcome' && !message.resumed) startAfresh(message.conversation)
    if (heard !== undefined) conversation.acknowledge(heard)
    if (n !== undefined && !conversation.hear(n)) return
    if (message.type === 'pong') {
      roundTripMs = ports.now() - pingedAt
      return
    }
    if (message.type === 'welcome') settle(socket, { phase: 'open' })
    if (message.type === 'elsewhere') settle(socket, { phase: 'elsewhere', inCall: message.inCall })
    options.heard(message)
    if ('heartbeat' in state && conversation.owesWord()) ping(state.socket)
  }

  function startAfresh(id: Id): void {
    const unheard = conversation.unheard()
    conversation = createConversation(() => ports.now())
    conversationId = id
    options.startedAfresh?.(unheard)
  }

  function ping(socket: Socket): void {
    pingedAt = ports.now()
    say(socket, { type: 'ping', heard: conversation.heard })
  }

  function settle(socket: Socket, next: Line & { phase: 'open' | 'elsewhere' }): void {
    stopTimers(state)
    const heartbeat = startHeartbeat(
      ports.after,
      () => ping(socket),
      () => lose(null),
    )
    const leads = next.phase === 'open'
    state = { phase: leads ? 'leading' : 'elsewhere', socket, heartbeat }
    if (leads) for (const frame of conversation.replay()) say(socket, frame)
    failures = 0
    wantsLead = false
    tell(next)
  }

  /** `code` null: this page gives the line up. */
  function lose(code: number | null): void {
    const last = lastLine(code)
    if (last !== null) shut(last)
    // The lead may be free for a moment now. The other page may be in a call: only a tap takes that from it.
    else if (state.phase === 'elsewhere') leave({ phase: 'shut', byOtherPage: true })
    else rest(code)
  }

  function shut(last: Line): void {
    leave({ phase: 'shut', byOtherPage: last.phase === 'replaced' })
    tell(last)
  }

  function rest(code: number | null): void {
    failures += 1
    if (code === closeCodes['bad-frame'] || code === closeCodes['too-many-messages']) {
      failures = Math.max(failures, failuresAfterAbuse)
    }
    leave({ phase: 'resting', cancel: ports.after(restMs(), open) })
    if (line.phase !== 'lost') tell({ phase: 'lost', since: ports.now() })
  }

  function restMs(): number {
    const inCall = options.held() !== null
    const every = retryEveryMs(failures, inCall, () => ports.random())
    if (!inCall) return every
    const pause = pauseMs(() => ports.random())
    return failures === 1 ? pause : Math.max(pause, every - ageMs())
  }

  /** How long ago the last socket was opened. The device's clock may be set meanwhile, in either direction. */
  function ageMs(): number {
    return Math.abs(ports.now() - openedAt)
  }

  function leave(next: State): void {
    const before = state
    // First, so that what the old socket still says is no news.
    state = next
    stopTimers(before)
    if ('socket' in before) before.socket.close()
  }

  function wake(): void {
    if (state.phase === 'resting' || (state.phase === 'opening' && ageMs() > freshTryMs)) reopen()
    else if ('heartbeat' in state) state.heartbeat.probe()
  }

  /** No failure: whoever asks for it has a reason to hope. */
  function reopen(): void {
    leave({ phase: 'resting', cancel: () => {} })
    open()
  }

  function tell(next: Line): void {
    line = next
    options.lineChanged(next)
  }

  return {
    get roundTripMs() {
      return roundTripMs
    },
    send(message) {
      const frame = conversation.say(message)
      if (state.phase === 'leading') say(state.socket, frame)
    },
    takeOver() {
      if (state.phase === 'elsewhere') {
        wantsLead = true
        greet(state.socket)
      } else if (state.phase === 'shut' && state.byOtherPage) {
        wantsLead = true
        tell({ phase: 'connecting' })
        open()
      }
    },
    doubt() {
      if (state.phase === 'leading' && ageMs() > doubtEveryMs) reopen()
    },
    close() {
      stopWaking()
      leave({ phase: 'shut', byOtherPage: false })
    },
  }
}

/** What cannot be mended by trying again. */
function lastLine(code: number | null): Line | null {
  switch (code) {
    case closeCodes.replaced:
      return { phase: 'replaced' }
    case closeCodes['signed-out']:
    case closeCodes['not-allowed']:
      return { phase: 'signed-out' }
    case closeCodes['wrong-version']:
      return { phase: 'outdated' }
    case null:
    default:
      return null
  }
}

function stopTimers(state: State): void {
  if ('cancel' in state) state.cancel()
  if ('heartbeat' in state) state.heartbeat.stop()
}

function say(socket: Socket, message: ClientMessage & Numbers): void {
  socket.send(JSON.stringify(message))
}
