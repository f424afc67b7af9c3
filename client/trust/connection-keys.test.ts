import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fingerprintOf, readKeys } from './connection-keys.ts'

const certificate = new TextEncoder().encode('a certificate')
const presented = createHash('sha256').update(certificate).digest('hex')
const ownKey = 'ab'.repeat(32)

/** As descriptions write it. */
function sdpOf(...keys: readonly string[]): string {
  const lines = keys.map((key) => {
    const pairs = key.match(/../g) ?? []
    return `a=fingerprint:sha-256 ${pairs.join(':').toUpperCase()}`
  })
  return ['v=0', ...lines, 'm=audio 9 UDP/TLS/RTP/SAVPF 111', ''].join('\r\n')
}

function connectionWith(remote: string, certificates: readonly ArrayBuffer[] | null) {
  const transport =
    certificates === null
      ? ({} as RTCDtlsTransport)
      : ({ getRemoteCertificates: () => certificates } as unknown as RTCDtlsTransport)
  return {
    localDescription: { sdp: sdpOf(ownKey) },
    remoteDescription: { sdp: remote },
    sctp: { state: 'connected', transport } as const,
  }
}

describe('the keys of a connection', () => {
  test('are read from both descriptions, and from what was presented', async () => {
    const connection = connectionWith(sdpOf(presented, presented), [certificate.buffer])
    expect(await readKeys(connection)).toEqual({ own: ownKey, other: presented })
  })

  test('are none where another certificate was presented than announced', async () => {
    const connection = connectionWith(sdpOf('cd'.repeat(32)), [certificate.buffer])
    expect(await readKeys(connection)).toBe(null)
  })

  test('are the announced ones where a browser does not tell what was presented', async () => {
    const connection = connectionWith(sdpOf(presented), null)
    expect(await readKeys(connection)).toEqual({ own: ownKey, other: presented })
  })

  test.each([
    ['no key', sdpOf()],
    ['two keys', sdpOf(presented, ownKey)],
    ['a weaker hash', 'a=fingerprint:sha-1 AB:CD\r\n'],
    ['a weaker hash beside', `${sdpOf(presented)}a=fingerprint:sha-1 AB:CD\r\n`],
    ['half a key', 'a=fingerprint:sha-256 AB:CD\r\n'],
  ])('are none with %s', (_what, sdp) => {
    expect(fingerprintOf(sdp)).toBe(null)
  })
})
