import { describe, expect, test } from 'vitest'
import { clientMessages, maxFrameBytes, type ClientMessage } from './messages.ts'
import { parseClientMessage, parseHelloVersion, parseServerMessage } from './parse.ts'

const appointmentId = 'appointment-00001'
const callId = 'call-000000000001'
const ringId = 'ring-000000000001'
const ofRing = { appointmentId, ringId }
const ofCall = { appointmentId, callId }
const ofGuest = { appointmentId, guestId: 'guest-00000000001' }
const ofGuestConnection = {
  appointmentId,
  admissionId: 'admission-0000001',
  with: 'guest',
  attempt: 1,
} as const

/** One good message of each type: a new type does not compile until it stands here. */
const specimens: { readonly [T in ClientMessage['type']]: Extract<ClientMessage, { type: T }> } = {
  'hello': { type: 'hello', version: 1, page: 'page-000000000001', takeOver: false, held: null },
  'ping': { type: 'ping' },
  'readiness': { type: 'readiness', readiness: 'sound-only', visible: false },
  'ring': { type: 'ring', appointmentId },
  'stop-ring': { type: 'stop-ring', ...ofRing },
  'ring-shown': { type: 'ring-shown', ...ofRing },
  'answer': { type: 'answer', ...ofRing },
  'defer': { type: 'defer', ...ofRing },
  'signal': { type: 'signal', ...ofCall, attempt: 1, signal: { kind: 'renegotiate' } },
  'renew': { type: 'renew', ...ofCall, attempt: 1 },
  'rejoin': { type: 'rejoin', ...ofCall },
  'hang-up': { type: 'hang-up', ...ofCall },
  'ice-servers': { type: 'ice-servers', ...ofCall },
  'admit-guest': { type: 'admit-guest', ...ofGuest },
  'remove-guest': { type: 'remove-guest', ...ofGuest },
  'object-to-guest': { type: 'object-to-guest', ...ofGuest },
  'guest-signal': {
    type: 'guest-signal',
    ...ofGuestConnection,
    signal: { kind: 'renegotiate' },
  },
  'guest-renew': { type: 'guest-renew', ...ofGuestConnection },
}

describe.each(Object.values(specimens))('$type', (specimen) => {
  const parse = (value: object) => parseClientMessage(JSON.stringify(value))

  test('is read as it was written', () => {
    expect(parse(specimen)).toEqual(specimen)
  })

  test('is refused with a property too many, and without any of its own', () => {
    expect(parse({ ...specimen, from: 'physician' })).toBeNull()
    for (const name of Object.keys(specimen)) {
      expect(parse({ ...specimen, [name]: undefined })).toBeNull()
    }
  })

  test('is refused with a property of another kind', () => {
    for (const name of Object.keys(specimen)) {
      for (const wrong of [{}, [], 0.5, -1, 'x'.repeat(100_000), '\u0000']) {
        expect(parse({ ...specimen, [name]: wrong })).toBeNull()
      }
    }
  })
})

describe('a signal', () => {
  const parse = (signal: object) =>
    parseClientMessage(JSON.stringify({ ...specimens.signal, signal })) !== null
  const candidate = { kind: 'candidate', sdpMid: '0', sdpMLineIndex: 0 }

  test.each([
    ['an mDNS candidate', 'candidate:1 1 UDP 2122252543 4f1d6ac6-1.local 53423 typ host', true],
    ['a relay candidate', 'candidate:2 1 udp 41885439 192.0.2.1 49160 typ relay', true],
    ['the end of candidates', '', true],
    ['one of 1025 characters', 'x'.repeat(1025), false],
  ])('%s', (_, text, accepted) => {
    expect(parse({ ...candidate, candidate: text })).toBe(accepted)
  })

  test('a candidate without a line', () => {
    const none = { candidate: '', sdpMid: null, sdpMLineIndex: null }
    expect(parse({ ...candidate, ...none })).toBe(true)
  })

  test.each([
    [32 * 1024, true],
    [32 * 1024 + 1, false],
  ])('an SDP of %i characters', (length, accepted) => {
    const sdp = 'x'.repeat(length)
    expect(parse({ kind: 'description', type: 'offer', sdp, number: 1 })).toBe(accepted)
  })

  test('a kind that only the prototype knows', () => {
    expect(parse({ kind: 'constructor' })).toBe(false)
    expect(parse({ kind: '__proto__' })).toBe(false)
  })
})

describe('prototype names', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is no type of message, in either direction',
    (name) => {
      const frame = JSON.stringify({ type: name })
      expect(parseClientMessage(frame)).toBeNull()
      expect(parseServerMessage(frame)).toBeNull()
    },
  )

  test('a __proto__ in the frame is a property too many, and pollutes nothing', () => {
    expect(parseClientMessage('{"type":"ping","__proto__":{"admin":true}}')).toBeNull()
    expect('admin' in {}).toBe(false)
  })
})

test('what a page says is not what a server says', () => {
  expect(parseServerMessage(JSON.stringify(specimens.ring))).toBeNull()
  expect(parseClientMessage('{"type":"pong","serverTime":"2026-11-24T08:00:00.000Z"}')).toBeNull()
})

test('the largest legal message fits into a frame', () => {
  const sdp = 'x'.repeat(32 * 1024)
  const signal = { kind: 'description', type: 'offer', sdp, number: 1 }
  const frame = JSON.stringify({ ...specimens.signal, signal })
  expect(parseClientMessage(frame)).not.toBeNull()
  expect(Buffer.byteLength(frame)).toBeLessThan(maxFrameBytes)
})

test.each([
  ['{"type":"hello","version":2,"more":true}', 2],
  ['{"type":"hello","version":"2"}', null],
  ['{"type":"hello","version":1.5}', null],
  ['{"type":"hello"}', null],
  ['{"type":"ping","version":2}', null],
  ['null', null],
  ['no JSON', null],
])('the version of %s is %s', (frame, version) => {
  expect(parseHelloVersion(frame)).toBe(version)
})

test('each message stands under its own type', () => {
  for (const [type, schema] of Object.entries(clientMessages)) {
    expect(schema.properties.type.const).toBe(type)
  }
})
