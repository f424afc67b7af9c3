/** STUN messages (RFC 8489) as far as a TURN client (RFC 8656) with one allocation needs them. Pure. */
import { createHash, createHmac, randomBytes } from 'node:crypto'

export const method = { allocate: 0x003, refresh: 0x004, createPermission: 0x008 } as const
export type Method = (typeof method)[keyof typeof method]

/** Indications (RFC 8656, 11): nobody answers them. Method and class are one number here. */
const indication = { send: 0x0016, data: 0x0017 } as const

const attribute = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  xorPeerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedAddressFamily: 0x0017,
  requestedTransport: 0x0019,
} as const

const magicCookie = 0x2112a442
const headerBytes = 20
const udp = 17 // IANA protocol number: what TURN relays

export interface Address {
  readonly address: string
  readonly port: number
}

export interface Credentials {
  readonly username: string
  readonly credential: string
  readonly realm: string
  readonly nonce: string
}

export interface StunRequest {
  readonly method: Method
  readonly lifetimeSeconds?: number
  readonly addressFamily?: 4 | 6
  readonly peer?: Address
  readonly credentials?: Credentials
}

export interface StunReply {
  readonly transaction: string
  /** 0 for success, else the STUN error code, such as 401 or 403. */
  readonly errorCode: number
  readonly realm: string | null
  readonly nonce: string | null
  readonly relayed: Address | null
}

/** Returns the message and the transaction id by which its reply is known. */
export function encodeRequest(request: StunRequest): { bytes: Buffer; transaction: string } {
  const transaction = randomBytes(12)
  const attributes: Buffer[] = []
  const add = (type: number, value: Buffer) => attributes.push(encodeAttribute(type, value))

  if (request.method === method.allocate)
    add(attribute.requestedTransport, Buffer.from([udp, 0, 0, 0]))
  if (request.addressFamily === 6) add(attribute.requestedAddressFamily, Buffer.from([2, 0, 0, 0]))
  if (request.lifetimeSeconds !== undefined) {
    const value = Buffer.alloc(4)
    value.writeUInt32BE(request.lifetimeSeconds)
    add(attribute.lifetime, value)
  }
  if (request.peer !== undefined) {
    add(
      attribute.xorPeerAddress,
      encodeAddress(request.peer.address, request.peer.port, transaction),
    )
  }
  const { credentials } = request
  if (credentials === undefined) {
    return {
      bytes: encodeMessage(request.method, transaction, attributes),
      transaction: transaction.toString('hex'),
    }
  }
  add(attribute.username, Buffer.from(credentials.username))
  add(attribute.realm, Buffer.from(credentials.realm))
  add(attribute.nonce, Buffer.from(credentials.nonce))
  // The HMAC covers the message as if MESSAGE-INTEGRITY (24 bytes) were already there (RFC 8489, 14.5).
  const unsigned = encodeMessage(request.method, transaction, attributes, 24)
  const key = createHash('md5')
    .update(`${credentials.username}:${credentials.realm}:${credentials.credential}`)
    .digest()
  add(attribute.messageIntegrity, createHmac('sha1', key).update(unsigned).digest())
  return {
    bytes: encodeMessage(request.method, transaction, attributes),
    transaction: transaction.toString('hex'),
  }
}

/** Returns the reply, or null for bytes that are no STUN reply. */
export function decodeReply(bytes: Buffer): StunReply | null {
  if (bytes.length < headerBytes || bytes.readUInt32BE(4) !== magicCookie) return null
  const isReply = (bytes.readUInt16BE(0) & 0x0100) !== 0
  if (!isReply) return null
  const transaction = bytes.subarray(8, headerBytes)
  let reply: StunReply = {
    transaction: transaction.toString('hex'),
    errorCode: 0,
    realm: null,
    nonce: null,
    relayed: null,
  }
  for (const { type, value } of decodeAttributes(bytes)) {
    if (type === attribute.errorCode) {
      reply = { ...reply, errorCode: ((value[2] ?? 0) & 7) * 100 + (value[3] ?? 0) }
    }
    if (type === attribute.realm) reply = { ...reply, realm: value.toString() }
    if (type === attribute.nonce) reply = { ...reply, nonce: value.toString() }
    if (type === attribute.xorRelayedAddress)
      reply = { ...reply, relayed: decodeIPv4Address(value) }
  }
  return reply
}

/** Bytes for a peer, by way of the relay. */
export function encodeSend(peer: Address, bytes: Buffer): Buffer {
  const transaction = randomBytes(12)
  return encodeMessage(indication.send, transaction, [
    encodeAttribute(attribute.xorPeerAddress, encodeAddress(peer.address, peer.port, transaction)),
    encodeAttribute(attribute.data, bytes),
  ])
}

/** Returns the bytes that came from a peer, or null for any other message. */
export function decodeData(bytes: Buffer): Buffer | null {
  if (bytes.length < headerBytes || bytes.readUInt16BE(0) !== indication.data) return null
  const found = [...decodeAttributes(bytes)].find(({ type }) => type === attribute.data)
  return found?.value ?? null
}

/** Total length of the message that begins these bytes: how TCP is cut into messages. Null while the header is incomplete. */
export function messageLength(bytes: Buffer): number | null {
  return bytes.length < 4 ? null : headerBytes + bytes.readUInt16BE(2)
}

function encodeMessage(
  type: number,
  transaction: Buffer,
  attributes: Buffer[],
  extraLength = 0,
): Buffer {
  const body = Buffer.concat(attributes)
  const header = Buffer.alloc(headerBytes)
  header.writeUInt16BE(type, 0)
  header.writeUInt16BE(body.length + extraLength, 2)
  header.writeUInt32BE(magicCookie, 4)
  transaction.copy(header, 8)
  return Buffer.concat([header, body])
}

function encodeAttribute(type: number, value: Buffer): Buffer {
  const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4)
  padded.writeUInt16BE(type, 0)
  padded.writeUInt16BE(value.length, 2)
  value.copy(padded, 4)
  return padded
}

function* decodeAttributes(bytes: Buffer): Generator<{ type: number; value: Buffer }> {
  let at = headerBytes
  while (at + 4 <= bytes.length) {
    const type = bytes.readUInt16BE(at)
    const length = bytes.readUInt16BE(at + 2)
    yield { type, value: bytes.subarray(at + 4, at + 4 + length) }
    at += 4 + Math.ceil(length / 4) * 4
  }
}

/** XOR-…-ADDRESS (RFC 8489, 14.2): IPv4 is xored with the cookie, IPv6 with the cookie and the transaction. */
function encodeAddress(address: string, port: number, transaction: Buffer): Buffer {
  const bytes = address.includes(':')
    ? ipv6Bytes(address)
    : Buffer.from(address.split('.').map(Number))
  const mask = Buffer.alloc(16)
  mask.writeUInt32BE(magicCookie)
  transaction.copy(mask, 4)
  const value = Buffer.alloc(4 + bytes.length)
  value[1] = bytes.length === 4 ? 1 : 2
  value.writeUInt16BE(port ^ (magicCookie >>> 16), 2)
  bytes.forEach((byte, index) => (value[4 + index] = byte ^ (mask[index] ?? 0)))
  return value
}

function decodeIPv4Address(value: Buffer): Address | null {
  if (value.length !== 8) return null
  const port = value.readUInt16BE(2) ^ (magicCookie >>> 16)
  const address = Buffer.alloc(4)
  address.writeUInt32BE((value.readUInt32BE(4) ^ magicCookie) >>> 0)
  return { address: [...address].join('.'), port }
}

function ipv6Bytes(address: string): Buffer {
  const mapped = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)
  const hex = (a: string | undefined, b: string | undefined) =>
    ((Number(a) << 8) | Number(b)).toString(16)
  const plain = mapped
    ? `${mapped[1]}${hex(mapped[2], mapped[3])}:${hex(mapped[4], mapped[5])}`
    : address
  const [left = '', right] = plain.split('::')
  const groups = (text: string) => text.split(':').filter(Boolean)
  const missing = right === undefined ? 0 : 8 - groups(left).length - groups(right).length
  const all = [...groups(left), ...Array<string>(missing).fill('0'), ...groups(right ?? '')]
  const bytes = Buffer.alloc(16)
  all.forEach((group, index) => bytes.writeUInt16BE(Number.parseInt(group, 16), index * 2))
  return bytes
}
