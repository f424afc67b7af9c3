/** How messages reach a TURN server: over UDP one a packet, over TCP and TLS one after another in a stream. */
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls, TLSSocket } from 'node:tls'
import { messageLength } from './stun.ts'
import type { Unreachable } from './relay-problems.ts'
import type { TurnWay } from './turn-url.ts'

export interface Wire {
  send(bytes: Buffer): void
  onMessage(listener: (bytes: Buffer) => void): void
  close(): void
}

export class TurnUnreachable extends Error {
  readonly why: Unreachable

  constructor(why: Unreachable) {
    super(`the relay cannot be reached: ${why}`)
    this.name = 'TurnUnreachable'
    this.why = why
  }
}

/** No answer within this time means that nobody listens there. */
export const replyTimeoutMs = 2000

/** Throws `TurnUnreachable`. Over UDP nothing is known before the first answer. */
export async function openWire({ host, port, transport }: TurnWay): Promise<Wire> {
  if (host === '') throw new TurnUnreachable('unknown-name')
  if (port < 1 || port > 65_535) throw new TurnUnreachable('nobody-listens')
  // What is relayed is IPv4, and so is the server that our configuration makes; another one may be otherwise.
  const { address, family } = await lookup(host, { order: 'ipv4first' }).catch(() => {
    throw new TurnUnreachable('unknown-name')
  })
  if (transport === 'udp') return openUdp(family === 6 ? 'udp6' : 'udp4', address, port)
  const socket =
    transport === 'tcp'
      ? connectTcp(port, address)
      : // RFC 6066, 3: the name that the certificate is for; an address is no name.
        connectTls({ port, host: address, ...(isIP(host) === 0 && { servername: host }) })
  await connected(socket)
  return overStream(socket)
}

function openUdp(kind: 'udp4' | 'udp6', address: string, port: number): Wire {
  const socket = createSocket(kind)
  // No way there: then no answer comes, and that is what is told.
  socket.on('error', () => undefined)
  return {
    send: (bytes) => socket.send(bytes, port, address),
    onMessage: (listener) => void socket.on('message', listener),
    close: () => socket.close(),
  }
}

function connected(socket: Socket): Promise<void> {
  const isSecure = socket instanceof TLSSocket
  return new Promise((resolve, reject) => {
    const fail = (why: Unreachable) => {
      clearTimeout(timer)
      socket.destroy()
      reject(new TurnUnreachable(why))
    }
    const timer = setTimeout(() => fail('silent'), replyTimeoutMs)
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer)
      resolve()
    })
    // Stays: an error after the connection was made is silence, and no end of the program.
    socket.on('error', (error: NodeJS.ErrnoException) => fail(reasonOf(error, isSecure)))
  })
}

function reasonOf({ code = '' }: NodeJS.ErrnoException, isSecure: boolean): Unreachable {
  if (code === 'ECONNREFUSED') return 'nobody-listens'
  if (['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code)) return 'silent'
  return isSecure ? 'tls-failed' : 'silent'
}

function overStream(socket: Socket): Wire {
  return {
    send: (bytes) => void socket.write(bytes),
    onMessage(listener) {
      let rest: Buffer = Buffer.alloc(0)
      socket.on('data', (chunk: Buffer) => {
        rest = Buffer.concat([rest, chunk])
        for (let length = messageLength(rest); length !== null && rest.length >= length;) {
          listener(rest.subarray(0, length))
          rest = rest.subarray(length)
          length = messageLength(rest)
        }
      })
    },
    close: () => socket.destroy(),
  }
}
