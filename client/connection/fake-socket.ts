/** Sockets for tests: the test plays the server. */
import type { ClientMessage, Numbers, ServerMessage } from '../../signaling/protocol/messages.ts'
import { createFakeTimers } from '../call/fake-timers.ts'
import type { ConnectionPorts, SocketListener } from './socket.ts'

export interface FakeSocket {
  readonly said: (ClientMessage & Numbers)[]
  isOpen: boolean
  /** The server accepts the socket. */
  open(): void
  hear(message: ServerMessage & Numbers): void
  hearText(frame: string): void
  close(code: number): void
}

export const serverTime = '2026-11-24T09:00:00.000Z'

export function createFakeNetwork() {
  const timers = createFakeTimers()
  const sockets: FakeSocket[] = []
  const wakers = new Set<() => void>()

  function openSocket(_url: string, listener: SocketListener) {
    const said: (ClientMessage & Numbers)[] = []
    const socket: FakeSocket = {
      said,
      isOpen: true,
      open: () => listener.opened(),
      hear: (message) => listener.heard(JSON.stringify(message)),
      hearText: (frame) => listener.heard(frame),
      close(code) {
        socket.isOpen = false
        listener.closed(code)
      },
    }
    sockets.push(socket)
    return {
      // Written by our own code, read by our own test.
      send: (frame: string) => said.push(JSON.parse(frame) as ClientMessage & Numbers),
      close() {
        socket.isOpen = false
      },
    }
  }

  const ports: ConnectionPorts = {
    openSocket,
    onWake(listener) {
      wakers.add(listener)
      return () => wakers.delete(listener)
    },
    after: timers.after,
    now: () => timers.now(),
    random: () => 0.5,
  }

  return {
    ports,
    timers,
    sockets,
    wake: () => wakers.forEach((wake) => wake()),
    /** The newest socket, whether it is still open or not. */
    get last(): FakeSocket {
      const socket = sockets.at(-1)
      if (socket === undefined) throw new Error('no socket was opened')
      return socket
    },
  }
}
