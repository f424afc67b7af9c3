/** An authenticator made of software: what a telephone or a key answers, for tests and the simulated day. */
import { Buffer } from 'node:buffer'
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type {
  PasskeyMade,
  PasskeyOrder,
  PasskeyQuestion,
  PasskeyUsed,
} from '../protocol/own-access.ts'

export interface AuthenticatorOptions {
  readonly origin: string
  /** Without it the person was there, but was not recognised. */
  readonly verifiesUser?: boolean
}

const userPresent = 0x01
const userVerified = 0x04
const hasCredential = 0x40

/** Each one holds a single passkey. `counter` is what it signs next; a passkey that travels says 0 for ever. */
export function createAuthenticator({ origin, verifiesUser = true }: AuthenticatorOptions) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let userHandle: string | null = null

  const flagsOf = (verified: boolean) => userPresent | (verified ? userVerified : 0)
  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const head = (rpId: string, bits: number, counter: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([bits]), count])
  }

  return {
    counter: 0,

    make({ challenge, rp, user }: PasskeyOrder): PasskeyMade {
      userHandle = user.id
      const length = Buffer.from([0, id.length])
      const authData = Buffer.concat([
        head(rp.id, flagsOf(verifiesUser) | hasCredential, this.counter),
        // No make and model: attestation is not asked for.
        Buffer.alloc(16),
        Buffer.concat([length, id]),
        coseKey(publicKey.export({ format: 'jwk' })),
      ])
      const attestation = cbor(
        new Map<string, CborValue>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      )
      return {
        id: id.toString('base64url'),
        clientData: clientData('webauthn.create', challenge, origin).toString('base64url'),
        attestation: attestation.toString('base64url'),
        transports: ['internal'],
      }
    },

    /** `change`: as it would be elsewhere, or by somebody else. */
    use(
      { challenge, rpId }: PasskeyQuestion,
      change: Partial<AuthenticatorOptions> = {},
    ): PasskeyUsed {
      const said = clientData('webauthn.get', challenge, change.origin ?? origin)
      const authData = head(rpId, flagsOf(change.verifiesUser ?? verifiesUser), this.counter)
      const signature = sign('sha256', Buffer.concat([authData, sha256(said)]), privateKey)
      return {
        id: id.toString('base64url'),
        clientData: said.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle,
      }
    },
  }
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

/** ES256 on P-256 (RFC 9053, 7.1.1). */
function coseKey({ x = '', y = '' }: { x?: string; y?: string }): Buffer {
  return cbor(
    new Map<number, CborValue>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as const),
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
}

type CborValue = number | string | Buffer | Map<number | string, CborValue>

/** As much of CBOR (RFC 8949, 3) as an attestation needs. */
function cbor(value: CborValue | Map<number, CborValue> | Map<string, CborValue>): Buffer {
  if (typeof value === 'number') return value < 0 ? item(1, -1 - value) : item(0, value)
  if (typeof value === 'string') return Buffer.concat([item(3, value.length), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([item(2, value.length), value])
  const entries = [...value].flatMap(([key, entry]) => [cbor(key), cbor(entry)])
  return Buffer.concat([item(5, value.size), ...entries])
}

function item(major: number, count: number): Buffer {
  const type = major << 5
  if (count < 24) return Buffer.from([type | count])
  return count < 256
    ? Buffer.from([type | 24, count])
    : Buffer.from([type | 25, count >> 8, count & 255])
}
