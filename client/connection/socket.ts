/** What the connection needs of the browser. */
import { browserAfter, type After } from '../call/timers.ts'
import { networkInformation } from './network-change.ts'

export interface Socket {
  send(frame: string): void
  close(): void
}

export interface SocketListener {
  opened(): void
  heard(frame: string): void
  /** RFC 6455 close code; 1006 when the line just broke. */
  closed(code: number): void
}

export interface ConnectionPorts {
  openSocket(url: string, listener: SocketListener): Socket
  /** Calls the listener when the network is back or another one, or the page is in front again; returns the function that stops it. */
  onWake(listener: () => void): () => void
  readonly after: After
  now(): number
  random(): number
}

export const browserPorts: ConnectionPorts = {
  openSocket,
  onWake,
  after: browserAfter,
  now: () => Date.now(),
  random: () => Math.random(),
}

/** One for each kind of login: one browser may hold several at once. */
export function addressFor(login: 'worker' | 'desk' | 'guest'): string {
  return `${location.origin.replace(/^http/, 'ws')}/ws/${login}`
}

function openSocket(url: string, listener: SocketListener): Socket {
  const socket = new WebSocket(url)
  socket.addEventListener('open', () => listener.opened())
  socket.addEventListener('message', (event) => {
    if (typeof event.data === 'string') listener.heard(event.data)
  })
  // An error is always followed by a close.
  socket.addEventListener('close', (event) => listener.closed(event.code))
  return socket
}

function onWake(listener: () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  globalThis.addEventListener('online', listener, { signal })
  globalThis.addEventListener('pageshow', listener, { signal })
  const shown = () => {
    if (document.visibilityState === 'visible') listener()
  }
  document.addEventListener('visibilitychange', shown, { signal })
  // It also tells of another estimate of the speed: the listener must bear being called for nothing.
  networkInformation()?.addEventListener('change', listener, { signal })
  return () => stop.abort()
}
