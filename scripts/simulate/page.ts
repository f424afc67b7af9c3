/** A page that is open: a real WebSocket, what it was told, and a connection of media that only says that it stands. */
import { WebSocket } from 'ws'
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type {
  ClientMessage,
  Numbers,
  ServerMessage,
  ServerMessageOf,
} from '../../signaling/protocol/messages.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { protocolVersion } from '../../signaling/protocol/version.ts'
import { readServerFrame } from '../../client/connection/server-frame.ts'
import type { Browser } from './browser.ts'
import type { Line, Stillness } from './stillness.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface PageOptions {
  readonly browser: Browser
  readonly at: 'worker' | 'desk'
  readonly id: Id
  readonly time: VirtualTime
  readonly stillness: Stillness
  /** Whether media finds a way. */
  readonly connects: boolean
}

export interface Page {
  consultation(appointmentId: Id): ConsultationView | undefined
  /** The one of a worker's page. */
  mine(): ConsultationView | undefined
  /** Whether the media of this appointment's call stands. */
  isConnected(appointmentId: Id): boolean
  /** Counts how often the list of today changed. */
  readonly agendaChanges: number
  say(message: Exclude<ClientMessage, { type: 'hello' | 'ping' }>): void
  /** Resolves with true as soon as it is so, and with false when this moment has come before. */
  until(holds: () => boolean, deadline: number): Promise<boolean>
  close(): Promise<void>
}

/** Resolves once the server has welcomed the page. */
export async function openPage(options: PageOptions): Promise<Page> {
  const { browser, at, id, time, stillness, connects } = options
  const { origin, cookie } = browser
  const consultations = new Map<Id, ConsultationView>()
  const connected = new Set<Id>()
  const waiting = new Set<() => void>()
  let heard = 0
  let said = 0
  let isWelcome = false
  let agendaChanges = 0
  let call: ServerMessageOf<'call-opened'> | null = null

  const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws/${at}`, {
    headers: { cookie, origin },
    perMessageDeflate: false,
  })
  const line: Line = { echo: () => echo(socket) }

  function send(message: ClientMessage, numbers: Numbers = {}): void {
    if (socket.readyState !== WebSocket.OPEN) return
    stillness.stir()
    socket.send(JSON.stringify({ ...message, ...numbers }))
  }

  const say: Page['say'] = (message) => send(message, { n: ++said, heard })

  function describe({ appointmentId, callId, attempt }: ServerMessageOf<'call-opened' | 'signal'>) {
    return (type: 'offer' | 'answer') =>
      say({
        type: 'signal',
        appointmentId,
        callId,
        attempt,
        signal: { kind: 'description', type, sdp: 'v=0', number: 1 },
      })
  }

  function hear(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        isWelcome = true
        for (const each of message.consultations) consultations.set(each.appointmentId, each)
        return
      case 'consultation':
        consultations.set(message.consultation.appointmentId, message.consultation)
        return
      case 'agenda-changed':
        agendaChanges += 1
        return
      case 'call-opened':
        call = message
        connected.delete(message.appointmentId)
        if (message.initiator) describe(message)('offer')
        return
      case 'signal':
        if (!connects || call?.callId !== message.callId) return
        if (message.signal.kind !== 'description') return
        connected.add(message.appointmentId)
        if (message.signal.type === 'offer') describe(message)('answer')
        return
      case 'elsewhere':
        throw new Error('another page of the same person is open')
      // Somebody was quicker: the next view of the consultation says who.
      case 'refused':
      // Media and guests are not what is tried here.
      case 'pong':
      case 'standby-opened':
      case 'standby-closed':
      case 'call-proof':
      case 'ice-servers':
      case 'guest-connection-opened':
      case 'guest-signal':
      case 'guest-stand':
        return
      default:
        message satisfies never
    }
  }

  socket.on('message', (data: Buffer) => {
    stillness.stir()
    const message = readServerFrame(data.toString('utf8'))
    if (message === null) throw new Error('the server said what is not in the protocol')
    heard = message.n ?? heard
    hear(message)
    for (const look of waiting) look()
  })
  const opened = new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  socket.on('close', () => {
    stillness.lines.delete(line)
    stillness.stir()
  })

  const page: Page = {
    consultation: (appointmentId) => consultations.get(appointmentId),
    mine: () => [...consultations.values()][0],
    isConnected: (appointmentId) => connected.has(appointmentId),
    get agendaChanges() {
      return agendaChanges
    },
    say,
    until(holds, deadline) {
      if (holds()) return Promise.resolve(true)
      return new Promise((resolve) => {
        const end = (met: boolean) => {
          waiting.delete(look)
          cancel()
          resolve(met)
        }
        const look = () => holds() && end(true)
        const cancel = time.after(deadline - time.clock.now(), () => end(false))
        waiting.add(look)
      })
    },
    async close() {
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
      socket.close()
      await stillness.during(closed)
    },
  }

  await stillness.during(opened)
  stillness.lines.add(line)
  send({ type: 'hello', version: protocolVersion, page: id, takeOver: false, held: null })
  if (!(await page.until(() => isWelcome, time.clock.now() + welcomeMs)))
    throw new Error(`no welcome at /ws/${at}`)
  return page
}

const welcomeMs = 5_000

/** RFC 6455, 5.5.2: the pong comes after all that was said before it, and after all that was heard before the ping. */
function echo(socket: WebSocket): Promise<void> {
  if (socket.readyState !== WebSocket.OPEN) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      socket.off('pong', done)
      socket.off('close', done)
      resolve()
    }
    socket.once('pong', done)
    socket.once('close', done)
    socket.ping()
  })
}
