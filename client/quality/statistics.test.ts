import { describe, expect, test } from 'vitest'
import { sampleBetween } from './sample.ts'
import { readStatistics, type Counts } from './statistics.ts'

const chromium = (overrides: Record<string, object> = {}): [string, unknown][] =>
  Object.entries({
    T: { type: 'transport', selectedCandidatePairId: 'P' },
    P: {
      type: 'candidate-pair',
      localCandidateId: 'L',
      remoteCandidateId: 'R',
      currentRoundTripTime: 0.042,
      availableOutgoingBitrate: 535_000,
    },
    L: { type: 'local-candidate', candidateType: 'host', address: '192.0.2.7' },
    R: { type: 'remote-candidate', candidateType: 'srflx', address: '198.51.100.9' },
    A: {
      type: 'inbound-rtp',
      kind: 'audio',
      bytesReceived: 8_000,
      packetsReceived: 90,
      packetsLost: 10,
      concealedSamples: 480,
      totalSamplesReceived: 48_000,
      jitterBufferDelay: 4_800,
      jitterBufferEmittedCount: 48_000,
    },
    V: {
      type: 'inbound-rtp',
      kind: 'video',
      bytesReceived: 50_000,
      packetsReceived: 60,
      packetsLost: 0,
      framesDecoded: 20,
      frameHeight: 480,
      freezeCount: 1,
      totalFreezesDuration: 0.7,
    },
    S: { type: 'outbound-rtp', kind: 'video', bytesSent: 25_000, framesSent: 19, frameHeight: 240 },
    H: { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.2, roundTripTime: 0.05 },
    ...overrides,
  })

function begin(counts: Counts): Counts {
  const totals = Object.fromEntries(Object.keys(counts.totals).map((name) => [name, 0]))
  return { ...counts, at: counts.at - 1000, totals: totals as Counts['totals'] }
}

describe('a second of a call', () => {
  const counts = readStatistics(chromium(), 5_000)

  test('is told in rates and shares', () => {
    expect(sampleBetween(begin(counts), counts)).toMatchObject({
      soundInKbps: 64,
      pictureInKbps: 400,
      pictureOutKbps: 200,
      lossIn: 0.0625,
      lossOut: 0.2,
      concealed: 0.01,
      bufferMs: 100,
      framesIn: 20,
      framesOut: 19,
      heightIn: 480,
      heightOut: 240,
      freezes: 1,
      frozenMs: 700,
      roundTripMs: 42,
      availableKbps: 535,
      path: { kind: 'direct', relay: null },
    })
  })

  test('never tells an address', () => {
    expect(JSON.stringify(counts)).not.toMatch(/192\.0|198\.51/)
  })

  test('is not told where another connection began to count', () => {
    expect(sampleBetween(counts, begin(counts))).toBeNull()
    expect(sampleBetween(counts, counts)).toBeNull()
    const fewer = { ...begin(counts), at: counts.at + 1000 }
    expect(sampleBetween(counts, fewer)).toBeNull()
  })

  test('has no less than no loss when late packets came after all', () => {
    const late = {
      ...counts,
      at: 6_000,
      totals: { ...counts.totals, packetsLost: 2, packetsIn: 158 },
    }
    expect(sampleBetween(counts, late)?.lossIn).toBe(0)
  })
})

describe('the path', () => {
  test.each([
    [
      'the local relay and its way',
      { type: 'local-candidate', candidateType: 'relay', relayProtocol: 'tls' },
      {},
      'relay',
      'tls',
    ],
    [
      'the other side’s relay',
      {},
      { type: 'remote-candidate', candidateType: 'relay' },
      'relay',
      null,
    ],
  ] as const)('tells %s', (_name, local, remote, kind, relay) => {
    const report = chromium({
      L: { type: 'local-candidate', candidateType: 'host', ...local },
      R: { type: 'remote-candidate', candidateType: 'host', ...remote },
    })
    expect(readStatistics(report, 0).gauges.path).toEqual({ kind, relay })
  })

  test('is found where only the pair says that it was chosen, as in Firefox', () => {
    const report = chromium({
      T: { type: 'codec' },
      P: { type: 'candidate-pair', selected: true, localCandidateId: 'L', remoteCandidateId: 'R' },
    })
    const { gauges } = readStatistics(report, 0)
    expect(gauges.path?.kind).toBe('direct')
    expect(gauges.availableKbps).toBeNull()
    // What the pair does not tell, the other side's report does.
    expect(gauges.roundTripMs).toBe(50)
  })
})

test('a browser that counts nothing gives nulls, not noughts', () => {
  const nothing = readStatistics([], 0)
  const sample = sampleBetween(nothing, { ...nothing, at: 1000 })
  expect(sample).toMatchObject({ soundInKbps: null, concealed: null, lossIn: null, path: null })
  expect(sample?.freezes).toBe(0)
})
