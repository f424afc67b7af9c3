/**
 * The certificates that a connection really has, as fingerprints. The other side's is hashed here from the bytes that it
 * presented, and must be what its description announced; a browser that does not give the bytes has checked the same
 * before it let anything through (RFC 8122, section 6.2).
 */
import { toHex } from './derive.ts'

export interface PairOfKeys {
  readonly own: string
  readonly other: string
}

/** As much of a connection as is read here. */
export interface ReadableConnection {
  readonly localDescription: { readonly sdp: string } | null
  readonly remoteDescription: { readonly sdp: string } | null
  readonly sctp: {
    readonly state: RTCSctpTransportState
    readonly transport: Pick<RTCDtlsTransport, 'getRemoteCertificates'>
  } | null
}

/** Null where there is not exactly one SHA-256 key on each side, or where another one was presented. */
export async function readKeys(connection: ReadableConnection): Promise<PairOfKeys | null> {
  const own = fingerprintOf(connection.localDescription?.sdp)
  const other = fingerprintOf(connection.remoteDescription?.sdp)
  if (own === null || other === null) return null
  const presented = connection.sctp?.transport.getRemoteCertificates?.()[0]
  if (presented !== undefined && (await sha256(presented)) !== other) return null
  return { own, other }
}

/** Of every section of a description. */
export function fingerprintOf(sdp = ''): string | null {
  const found = [...sdp.matchAll(/^a=fingerprint:(\S+) (\S+)/gm)].map(
    ([, algorithm = '', value = '']) =>
      algorithm.toLowerCase() === 'sha-256' ? value.replaceAll(':', '').toLowerCase() : '',
  )
  const [first = ''] = found
  const isOne = found.every((each) => each === first)
  return isOne && /^[0-9a-f]{64}$/.test(first) ? first : null
}

async function sha256(certificate: ArrayBuffer): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', certificate)))
}
