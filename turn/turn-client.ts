/** A TURN client that asks what a browser would need: an allocation, a peer, a byte that arrives. */
import type { TurnCredential } from './credentials.ts'
import {
  decodeData,
  decodeReply,
  encodeRequest,
  encodeSend,
  method,
  type Address,
  type StunReply,
  type StunRequest,
} from './stun.ts'
import type { TurnWay } from './turn-url.ts'
import { openWire, replyTimeoutMs, TurnUnreachable } from './wire.ts'

export interface TurnClient {
  /** Returns the relayed address, or the STUN error code: 401 wrong or expired credential, 486 quota reached. */
  allocate(options?: { addressFamily?: 4 | 6 }): Promise<{ code: number; relayed: Address | null }>
  /** Gives the allocation back: over UDP the server would keep it for ten minutes. */
  release(): Promise<void>
  /** Returns 0 when packets to this peer would be relayed, 403 when the peer is forbidden. */
  permit(peerAddress: string): Promise<number>
  /** Lets the relay send bytes to a peer that it permits. */
  send(peer: Address, bytes: Buffer): void
  /** Resolves with whether these bytes come from a peer within two seconds. */
  hear(bytes: Buffer): Promise<boolean>
  close(): void
}

/** A packet may be lost: the same request again, as RFC 8489, 6.2.1 wants it; the server knows it by its transaction. */
const againMs = 500

interface Waiting {
  readonly settle: (reply: StunReply) => void
  readonly giveUp: () => void
}

/** Opens a client. Throws `TurnUnreachable`, as each of its questions does when no reply comes within two seconds. */
export async function openTurnClient(way: TurnWay, user: TurnCredential): Promise<TurnClient> {
  const wire = await openWire(way)
  const waiting = new Map<string, Waiting>()
  const hearing = new Set<(bytes: Buffer) => void>()
  wire.onMessage((bytes) => {
    const reply = decodeReply(bytes)
    if (reply !== null) waiting.get(reply.transaction)?.settle(reply)
    const data = decodeData(bytes)
    if (data !== null) for (const hear of hearing) hear(data)
  })

  let challenge: { realm: string; nonce: string } | null = null

  const ask = (request: StunRequest): Promise<StunReply> => {
    const { bytes, transaction } = encodeRequest(request)
    return new Promise((resolve, reject) => {
      const again =
        way.transport === 'udp' ? setInterval(() => wire.send(bytes), againMs) : undefined
      const end = () => {
        clearInterval(again)
        clearTimeout(timer)
        waiting.delete(transaction)
      }
      const giveUp = () => {
        end()
        reject(new TurnUnreachable('silent'))
      }
      const timer = setTimeout(giveUp, replyTimeoutMs)
      const settle = (reply: StunReply) => {
        end()
        resolve(reply)
      }
      waiting.set(transaction, { settle, giveUp })
      wire.send(bytes)
    })
  }

  /** The first 401 carries realm and nonce, a later 438 a fresh nonce; the request is then signed and sent again. */
  const askSigned = async (request: StunRequest): Promise<StunReply> => {
    const sign = () =>
      challenge === null ? request : { ...request, credentials: { ...user, ...challenge } }
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
    async release() {
      await askSigned({ method: method.refresh, lifetimeSeconds: 0 })
    },
    async permit(peerAddress) {
      const peer = { address: peerAddress, port: 40_000 }
      return (await askSigned({ method: method.createPermission, peer })).errorCode
    },
    send: (peer, bytes) => wire.send(encodeSend(peer, bytes)),
    hear: (bytes) =>
      new Promise((resolve) => {
        const end = (isHeard: boolean) => {
          clearTimeout(timer)
          hearing.delete(hear)
          resolve(isHeard)
        }
        const hear = (data: Buffer) => {
          if (data.equals(bytes)) end(true)
        }
        const timer = setTimeout(() => end(false), replyTimeoutMs)
        hearing.add(hear)
      }),
    close() {
      for (const { giveUp } of waiting.values()) giveUp()
      wire.close()
    },
  }
}
