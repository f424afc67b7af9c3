import { expect, test } from 'vitest'
import type { Signal } from '../../signaling/protocol/signal.ts'
import { withoutAddresses } from './quiet-signal.ts'

function offer(...lines: readonly string[]): Signal {
  return {
    kind: 'description',
    type: 'offer',
    sdp: lines.map((line) => `${line}\r\n`).join(''),
    number: 1,
  }
}

test('a description names no address and no port', () => {
  const said = offer(
    'v=0',
    'o=- 4611 2 IN IP4 127.0.0.1',
    'm=audio 53423 UDP/TLS/RTP/SAVPF 63 111',
    'c=IN IP6 2001:db8::7',
    'a=rtcp:53424 IN IP4 192.0.2.7',
    'a=candidate:1 1 udp 2122252543 192.0.2.7 53423 typ host',
    'a=ice-ufrag:Zq3d',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
  )
  expect(withoutAddresses(said)).toEqual(
    offer(
      'v=0',
      'o=- 4611 2 IN IP4 0.0.0.0',
      'm=audio 9 UDP/TLS/RTP/SAVPF 63 111',
      'c=IN IP4 0.0.0.0',
      'a=rtcp:9 IN IP4 0.0.0.0',
      'a=ice-ufrag:Zq3d',
      'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
      'c=IN IP4 0.0.0.0',
    ),
  )
})

test('a candidate waits', () => {
  const candidate = 'candidate:1 1 udp 2122252543 192.0.2.7 53423 typ host'
  expect(
    withoutAddresses({ kind: 'candidate', candidate, sdpMid: '0', sdpMLineIndex: 0 }),
  ).toBeNull()
})

test('what names nothing is told', () => {
  expect(withoutAddresses({ kind: 'renegotiate' })).toEqual({ kind: 'renegotiate' })
})
