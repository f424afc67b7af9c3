/**
 * What a browser counts of a call (W3C webrtc-stats), as plain numbers. Whatever it does not count is null: Firefox knows
 * less than Chromium. Addresses are in the report too; nothing here reads them.
 */
export interface Counts {
  /** When it was counted, milliseconds. */
  readonly at: number
  readonly totals: Totals
  readonly gauges: Gauges
}

/** They only grow, from the beginning of a connection. */
export type Totals = Readonly<Record<Total, number | null>>
export type Total =
  | 'soundBytesIn'
  | 'soundBytesOut'
  | 'pictureBytesIn'
  | 'pictureBytesOut'
  | 'packetsIn'
  | 'packetsLost'
  | 'concealedSamples'
  | 'soundSamples'
  | 'bufferedSeconds'
  | 'bufferedSamples'
  | 'framesIn'
  | 'framesOut'
  | 'freezes'
  | 'frozenSeconds'

/** As they stand now. */
export interface Gauges {
  readonly roundTripMs: number | null
  /** What the browser believes that it can send, all together. Chromium only. */
  readonly availableKbps: number | null
  /** The part of what was sent that did not arrive, 0 to 1, as the other side reported last (RFC 3550, section 6.4.1). */
  readonly lossOut: number | null
  readonly heightIn: number | null
  readonly heightOut: number | null
  readonly path: Path | null
}

/** By what way the packets go; never from where to where. */
export interface Path {
  readonly kind: 'direct' | 'relay'
  /** How this side reaches its relay; null where the relay is the other side's, or there is none. */
  readonly relay: 'udp' | 'tcp' | 'tls' | null
}

type Entry = Readonly<Record<string, unknown>>

export function readStatistics(report: Iterable<readonly [string, unknown]>, at: number): Counts {
  const entries = new Map([...report].filter((each): each is [string, Entry] => isEntry(each[1])))
  const find = (type: string, kind?: 'audio' | 'video') =>
    [...entries.values()].find(
      (entry) => entry['type'] === type && (kind === undefined || entry['kind'] === kind),
    )
  const soundIn = find('inbound-rtp', 'audio')
  const pictureIn = find('inbound-rtp', 'video')
  const soundOut = find('outbound-rtp', 'audio')
  const pictureOut = find('outbound-rtp', 'video')
  const heard = find('remote-inbound-rtp', 'audio') ?? find('remote-inbound-rtp', 'video')
  const pair = chosenPair(entries)
  const seconds = numberIn(pair, 'currentRoundTripTime') ?? numberIn(heard, 'roundTripTime')
  return {
    at,
    totals: {
      soundBytesIn: numberIn(soundIn, 'bytesReceived'),
      soundBytesOut: numberIn(soundOut, 'bytesSent'),
      pictureBytesIn: numberIn(pictureIn, 'bytesReceived'),
      pictureBytesOut: numberIn(pictureOut, 'bytesSent'),
      packetsIn: add(numberIn(soundIn, 'packetsReceived'), numberIn(pictureIn, 'packetsReceived')),
      packetsLost: add(numberIn(soundIn, 'packetsLost'), numberIn(pictureIn, 'packetsLost')),
      concealedSamples: numberIn(soundIn, 'concealedSamples'),
      soundSamples: numberIn(soundIn, 'totalSamplesReceived'),
      bufferedSeconds: numberIn(soundIn, 'jitterBufferDelay'),
      bufferedSamples: numberIn(soundIn, 'jitterBufferEmittedCount'),
      framesIn: numberIn(pictureIn, 'framesDecoded'),
      framesOut: numberIn(pictureOut, 'framesSent') ?? numberIn(pictureOut, 'framesEncoded'),
      freezes: numberIn(pictureIn, 'freezeCount'),
      frozenSeconds: numberIn(pictureIn, 'totalFreezesDuration'),
    },
    gauges: {
      roundTripMs: seconds === null ? null : seconds * 1000,
      availableKbps: toKilo(numberIn(pair, 'availableOutgoingBitrate')),
      lossOut: share(numberIn(heard, 'fractionLost')),
      heightIn: numberIn(pictureIn, 'frameHeight'),
      heightOut: numberIn(pictureOut, 'frameHeight'),
      path: pathOf(pair, entries),
    },
  }
}

/** Chromium names the pair in its transport; Firefox marks it. */
function chosenPair(entries: ReadonlyMap<string, Entry>): Entry | undefined {
  const all = [...entries.values()]
  const id = all.find((entry) => entry['type'] === 'transport')?.['selectedCandidatePairId']
  if (typeof id === 'string') return entries.get(id)
  const pairs = all.filter((entry) => entry['type'] === 'candidate-pair')
  return (
    pairs.find((pair) => pair['selected'] === true) ??
    pairs.find((pair) => pair['nominated'] === true && pair['state'] === 'succeeded')
  )
}

function pathOf(pair: Entry | undefined, entries: ReadonlyMap<string, Entry>): Path | null {
  const local = entries.get(String(pair?.['localCandidateId']))
  const remote = entries.get(String(pair?.['remoteCandidateId']))
  if (local === undefined || remote === undefined) return null
  if (local['candidateType'] === 'relay') {
    const { relayProtocol } = local
    const relay =
      relayProtocol === 'udp' || relayProtocol === 'tcp' || relayProtocol === 'tls'
        ? relayProtocol
        : null
    return { kind: 'relay', relay }
  }
  return { kind: remote['candidateType'] === 'relay' ? 'relay' : 'direct', relay: null }
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null
}

function numberIn(entry: Entry | undefined, name: string): number | null {
  const value = entry?.[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function add(one: number | null, other: number | null): number | null {
  return one === null ? other : one + (other ?? 0)
}

function toKilo(value: number | null): number | null {
  return value === null ? null : value / 1000
}

function share(value: number | null): number | null {
  return value === null ? null : Math.min(1, Math.max(0, value))
}
