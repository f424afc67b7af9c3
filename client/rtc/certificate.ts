/** The DTLS certificate of the next connection, made before it is wanted. Each is used once: it would name its browser. */
const kind = { name: 'ECDSA', namedCurve: 'P-256' }

let ready: RTCCertificate | null = null

/** Makes one for next time; the browser makes its own where that fails. */
export function prepareCertificate(): void {
  if (ready !== null || typeof RTCPeerConnection === 'undefined') return
  RTCPeerConnection.generateCertificate(kind)
    .then((certificate) => (ready = certificate))
    .catch(() => {})
}

/** For the configuration of a connection: the one that is ready, if one is. */
export function takeCertificate(): { certificates?: RTCCertificate[] } {
  const certificate = ready
  ready = null
  prepareCertificate()
  return certificate === null ? {} : { certificates: [certificate] }
}
