/**
 * The DTLS certificates. One for each stay in a call, which all its connections use: that they have the same keys proves to
 * both sides that they are with the same two pages. Never for another: it would name its browser.
 */
import type { PeerOptions } from './peer-events.ts'

const kind = { name: 'ECDSA', namedCurve: 'P-256' }

let ready: RTCCertificate | null = null
/** As many as the page has stays in calls in a day. */
const kept = new Map<string, RTCCertificate>()

/** Makes one for next time; the browser makes its own where that fails. */
export function prepareCertificate(): void {
  if (ready !== null || typeof RTCPeerConnection === 'undefined') return
  RTCPeerConnection.generateCertificate(kind)
    .then((certificate) => (ready = certificate))
    .catch(() => {})
}

/** For the configuration of a connection: the one of its stay, or the one that is ready, if one is. */
export function takeCertificate({ callId, stay = 0 }: Pick<PeerOptions, 'callId' | 'stay'>): {
  certificates?: RTCCertificate[]
} {
  const name = callId === undefined ? null : `${callId} ${stay}`
  const certificate = kept.get(name ?? '') ?? takeReady()
  if (certificate === null) return {}
  if (name !== null) kept.set(name, certificate)
  return { certificates: [certificate] }
}

function takeReady(): RTCCertificate | null {
  const certificate = ready
  ready = null
  prepareCertificate()
  return certificate
}
