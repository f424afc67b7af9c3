/** A TURN client that only asks: may I have an allocation, may it reach this peer? For tests and for the administrator. */
import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import {
  decodeReply,
  encodeRequest,
  messageLength,
  method,
  type StunReply,
  type StunRequest,
} from './stun.ts'

export interface TurnTarget {
  readonly transport: 'udp' | 'tcp'
  readonly address: string
  readonly port: number
  readonly username: string
  readonly credential: string
}

export interface TurnClient {
  /** Returns the relayed address, or the STUN error code: 401 wrong or expired credential, 486 quota reached. */
  allocate(options?: {
    addressFamily?: 4 | 6
  }): Promise<{ code: number; relayed: StunReply['relayed'] }>
  /** Returns 0 when packets to this peer would be relayed, 403 when the peer is forbidden. */
  permit(peerAddress: string): Promise<number>
  close(): void
}

/** No answer within this time means that nobody listens there. */
const replyTimeoutMs = 2000

/** Opens a client; every call throws when no reply comes within two seconds. */
export async function openTurnClient(target: TurnTarget): Promise<TurnClient> {
  const wire = await (target.transport === 'udp' ? openUdp(target) : openTcp(target))
  const waiting = new Map<string, (reply: StunReply) => void>()
  wire.onMessage((bytes) => {
    const reply = decodeReply(bytes)
    if (reply !== null) waiting.get(reply.transaction)?.(reply)
  })

  let challenge: { realm: string; nonce: string } | null = null

  const ask = async (request: StunRequest): Promise<StunReply> => {
    const { bytes, transaction } = encodeRequest(request)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(transaction)
        reject(new Error(`no reply from ${target.transport} ${target.address}:${target.port}`))
      }, replyTimeoutMs)
      waiting.set(transaction, (reply) => {
        clearTimeout(timer)
        waiting.delete(transaction)
        resolve(reply)
      })
      wire.send(bytes)
    })
  }

  /** The first 401 carries realm and nonce, a later 438 a fresh nonce; the request is then signed and sent again. */
  const askSigned = async (request: StunRequest): Promise<StunReply> => {
    const sign = () =>
      challenge === null
        ? request
        : {
            ...request,
            credentials: { username: target.username, credential: target.credential, ...challenge },
          }
    const wasChallenged = challenge !== null
    const reply = await ask(sign())
    const refusedForNonce = reply.errorCode === 438 || (reply.errorCode === 401 && !wasChallenged)
    if (!refusedForNonce || reply.realm === null || reply.nonce === null) return reply
    challenge = { realm: reply.realm, nonce: reply.nonce }
    return ask(sign())
  }

  return {
    async allocate(options = {}) {
      const reply = await askSigned({ method: method.allocate, ...options })
      return { code: reply.errorCode, relayed: reply.relayed }
    },
    async permit(peerAddress) {
      const peer = { address: peerAddress, port: 40_000 }
      return (await askSigned({ method: method.createPermission, peer })).errorCode
    },
    close: () => wire.close(),
  }
}

interface Wire {
  send(bytes: Buffer): void
  onMessage(listener: (bytes: Buffer) => void): void
  close(): void
}

async function openUdp(target: TurnTarget): Promise<Wire> {
  const socket = createSocket('udp4')
  return {
    send: (bytes) => socket.send(bytes, target.port, target.address),
    onMessage: (listener) => void socket.on('message', listener),
    close: () => socket.close(),
  }
}

async function openTcp(target: TurnTarget): Promise<Wire> {
  const socket = connect(target.port, target.address)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  socket.on('error', () => undefined)
  return {
    send: (bytes) => void socket.write(bytes),
    onMessage(listener) {
      let rest = Buffer.alloc(0)
      socket.on('data', (chunk) => {
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
