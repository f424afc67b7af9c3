/** A whole server on a port of its own, with pages that speak the protocol by hand. */
import type { AddressInfo } from 'node:net'
import { onTestFinished, vi } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import type {
  ClientMessage,
  ClientMessageOf,
  Numbers,
  ServerMessage,
  ServerMessageOf,
} from '../protocol/messages.ts'
import { parseServerMessage } from '../protocol/parse.ts'
import { openTestApp, type TestAppOptions } from '../testing/app.ts'
import { createFakeTime } from './fake-timers.ts'

// A server and five sockets for each test: seconds on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 })

export type Path = '/ws/worker' | '/ws/desk' | '/ws/guest'

export interface TestPage {
  readonly socket: WebSocket
  /** What it calls itself in a hello. */
  readonly id: string
  /** Everything that came, in order; each was checked against its schema. */
  readonly received: readonly ServerMessage[]
  /** The same with the numbers that stood beside it. */
  readonly frames: readonly (ServerMessage & Numbers)[]
  say(message: (ClientMessage & Numbers) | string | Buffer): void
  hello(hello?: Partial<ClientMessageOf<'hello'>>): Promise<ServerMessageOf<'welcome'>>
  /** The next message of this type that nobody took yet. */
  next<T extends ServerMessage['type']>(type: T): Promise<ServerMessageOf<T>>
  /** Resolves when the server has answered all that was said before. */
  settled(): Promise<void>
  /** The code with which the server closed. */
  readonly closed: Promise<number>
}

/** Keeps what is to be closed, the latest first. */
export type Later = (close: () => void | Promise<void>) => void

/** Closes with the test, unless a table of tests shares it. */
export async function openTestHouse(options: TestAppOptions = {}, later: Later = onTestFinished) {
  const time = createFakeTime()
  const house = await openTestApp({
    timers: time,
    clock: time.clock,
    iceServers: (side, appointmentId) => [
      { urls: ['turn:127.0.0.1:3478'], username: `${side} ${appointmentId}`, credential: 'c' },
    ],
    ...options,
  })
  later(() => house.close())
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = house.app.server.address() as AddressInfo
  let pages = 0

  async function upgrade(path: Path, cookie: string | null, client: ClientOptions = {}) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
      headers: { ...(cookie !== null && { cookie }), origin: house.origin },
      ...client,
    })
    later(() => socket.terminate())
    const page = createTestPage(socket, `page-${String(++pages).padStart(16, '0')}`)
    await new Promise((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('unexpected-response', (_request, response) => {
        reject(new Error(String(response.statusCode)))
      })
      socket.once('error', reject)
    })
    return page
  }

  /** A clinic with two appointments, its physician's desk, and both workers. */
  async function openClinic(name = 'Meridiaan') {
    const clinic = await house.addClinic({ appointments: 2, name })
    const cookies = {
      desk: await house.signInStaff(clinic.physicianStaff.id),
      first: await house.signInWorker(clinic.appointments[0]?.id ?? ''),
      second: await house.signInWorker(clinic.appointments[1]?.id ?? ''),
    }
    return {
      clinic,
      cookies,
      physicianId: clinic.physician.id,
      firstId: clinic.appointments[0]?.id ?? '',
      secondId: clinic.appointments[1]?.id ?? '',
      desk: await upgrade('/ws/desk', cookies.desk),
      first: await upgrade('/ws/worker', cookies.first),
      second: await upgrade('/ws/worker', cookies.second),
    }
  }

  /** The same with a call between the desk and the first worker. */
  async function openCall(name?: string) {
    const clinic = await openClinic(name)
    const { desk, first, firstId } = clinic
    await desk.hello()
    await first.hello()
    desk.say({ type: 'ring', appointmentId: firstId })
    const ringId = await ringOf(first)
    first.say({ type: 'answer', appointmentId: firstId, ringId })
    const { callId } = await first.next('call-opened')
    await desk.next('call-opened')
    return { ...clinic, callId }
  }

  /** The same with a guest at the door. */
  async function openCallWithGuest(name?: string) {
    const call = await openCall(name)
    const { id, cookie } = await house.signInGuest(call.firstId, call.clinic.physicianStaff.id)
    const guest = await upgrade('/ws/guest', cookie)
    await guest.hello()
    await guest.next('guest-stand')
    return { ...call, guest, guestId: id, guestCookie: cookie }
  }

  return { ...house, time, port, upgrade, openClinic, openCall, openCallWithGuest }
}

/** Waits until the worker's page is rung; returns the ring. */
export async function ringOf(page: TestPage): Promise<string> {
  for (;;) {
    const { consultation } = await page.next('consultation')
    if (consultation.ring?.phase === 'ringing') return consultation.ring.id
  }
}

function createTestPage(socket: WebSocket, pageId: string): TestPage {
  const received: ServerMessage[] = []
  const frames: (ServerMessage & Numbers)[] = []
  const untaken: ServerMessage[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data: Buffer) => {
    const frame = parseServerMessage(data.toString('utf8'))
    if (frame === null) throw new Error('the server said what its schema does not know')
    frames.push(frame)
    const { n: _n, heard: _heard, ...message } = frame
    received.push(message)
    untaken.push(message)
    for (const look of waiting) look()
  })
  socket.on('error', () => {})
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve)
  })

  const page: TestPage = {
    socket,
    id: pageId,
    received,
    frames,
    closed,
    say(message) {
      const isFrame = typeof message === 'string' || Buffer.isBuffer(message)
      socket.send(isFrame ? message : JSON.stringify(message))
    },
    hello(hello = {}) {
      const usual = { version: 1, page: pageId, takeOver: false, held: null }
      page.say({ type: 'hello', ...usual, ...hello })
      return page.next('welcome')
    },
    next<T extends ServerMessage['type']>(type: T) {
      return new Promise<ServerMessageOf<T>>((resolve) => {
        const look = () => {
          const index = untaken.findIndex((message) => message.type === type)
          if (index < 0) return
          waiting.delete(look)
          const [message] = untaken.splice(index, 1)
          // `findIndex` has chosen one of this type.
          resolve(message as ServerMessageOf<T>)
        }
        waiting.add(look)
        look()
      })
    },
    async settled() {
      page.say({ type: 'ping' })
      await page.next('pong')
    },
  }
  return page
}
