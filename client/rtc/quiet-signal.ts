import type { Signal } from '../../signaling/protocol/signal.ts'

/** What the other side may be told before the answer: nothing of where this browser is. Null for what has to wait. */
export function withoutAddresses(signal: Signal): Signal | null {
  if (signal.kind === 'candidate') return null
  if (signal.kind !== 'description') return signal
  // Addresses and ports stand in these lines alone (RFC 8866, RFC 8839); each candidate is told by itself too, later.
  const sdp = signal.sdp
    .replace(/^a=candidate:.*\r?\n/gm, '')
    .replace(/IN IP[46] \S+/g, 'IN IP4 0.0.0.0')
    .replace(/^(m=\w+ |a=rtcp:)\d+/gm, '$19')
  return { ...signal, sdp }
}
