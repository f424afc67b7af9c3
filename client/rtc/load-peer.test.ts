import { describe, expect, test } from 'vitest'
import type { Signal } from '../../signaling/protocol/signal.ts'
import { openPeer } from './load-peer.ts'
import type { PeerEvent, PeerOptions } from './peer-events.ts'
import type { Peer } from './peer.ts'

const signal: Signal = { kind: 'renegotiate' }
const track = {} as MediaStreamTrack

function createLibrary() {
  const calls: string[] = []
  class FakePeer {
    constructor(options: PeerOptions) {
      calls.push(`new ${options.tracks.audio === track ? 'with' : 'without'} sound`)
      if (options.iceServers.length > 0)
        calls.push(`${options.iceServers.length} servers, ${options.iceTransportPolicy}`)
    }
    deliver() {
      calls.push('deliver')
    }
    close() {
      calls.push('close')
    }
  }
  // Only what `openPeer` uses of a peer.
  const module = { Peer: FakePeer as unknown as typeof Peer }
  return { calls, load: () => Promise.resolve(module) }
}

function optionsWith(told: PeerEvent[]): PeerOptions {
  return {
    initiator: true,
    iceServers: [],
    iceTransportPolicy: 'all',
    tracks: { audio: null, video: null },
    tell: (event) => told.push(event),
  }
}

/** Lets what was promised happen. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('a peer whose library is still on its way', () => {
  test('gets what came meanwhile, in order and with the latest tracks', async () => {
    const { calls, load } = createLibrary()
    const peer = openPeer(optionsWith([]), load)
    peer.deliver(signal)
    peer.setTrack('audio', track)
    await turn()
    peer.deliver(signal)
    expect(calls).toEqual(['new with sound', 'deliver', 'deliver'])
  })

  test('begins with the servers that were fetched meanwhile', async () => {
    const { calls, load } = createLibrary()
    const peer = openPeer(optionsWith([]), load)
    peer.useIceServers([{ urls: ['stun:localhost'] }], 'relay')
    await turn()
    expect(calls).toEqual(['new without sound', '1 servers, relay'])
  })

  test('is never made once it was closed', async () => {
    const { calls, load } = createLibrary()
    const peer = openPeer(optionsWith([]), load)
    peer.close()
    await turn()
    expect(calls).toEqual([])
  })

  test('has failed when the library cannot be loaded', async () => {
    const told: PeerEvent[] = []
    openPeer(optionsWith(told), () => Promise.reject(new Error('offline')))
    await turn()
    expect(told).toEqual([{ type: 'failed' }])
  })
})
