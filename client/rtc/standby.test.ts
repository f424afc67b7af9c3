import { describe, expect, test } from 'vitest'
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
import { createFakeTimers } from '../call/fake-timers.ts'
import { appointmentId, callId, linkTo, offer, opened } from '../call/specimens.ts'
import { createFakeTrack } from './fake-media.ts'
import { createFakePeer } from './fake-peer.ts'
import { watchFirstPicture } from './first-picture.ts'
import type { PeerEvent, PeerOptions } from './peer-events.ts'
import { createStandbys } from './standby.ts'

const candidate: Signal = {
  kind: 'candidate',
  candidate: 'candidate:1',
  sdpMid: '0',
  sdpMLineIndex: 0,
}
const tracks = { audio: createFakeTrack('audio'), video: createFakeTrack('video') }

function standbyOpened(
  attempt: number,
  part: Partial<ServerMessageOf<'standby-opened'>> = {},
): ServerMessageOf<'standby-opened'> {
  return { ...opened(attempt, callId, true), quiet: false, ...part, type: 'standby-opened' }
}

function arrange() {
  const timers = createFakeTimers()
  const sent: object[] = []
  const rung = { now: '' }
  const previews: (MediaStream | null)[] = []
  const peers: { options: PeerOptions; did: string[]; isOpen: boolean }[] = []
  const standbys = createStandbys({
    send: (message) => sent.push(message),
    tracks: () => tracks,
    preview: (stream) => previews.push(stream),
    rings: (_, ringId) => ringId === rung.now,
    after: timers.after,
    openPeer(options) {
      const did: string[] = []
      const peer = { options, did, isOpen: true }
      peers.push(peer)
      return createFakePeer({
        deliver: (signal) => void did.push(`deliver ${signal.kind}`),
        setTrack: (kind, track) => void did.push(`${track === null ? 'no' : 'send'} ${kind}`),
        useIceServers: (_servers, policy) => void did.push(`use ${policy}`),
        restart: () => void did.push('restart'),
        sendText: (text) => did.push(`say ${text}`) > 0,
        close() {
          peer.isOpen = false
        },
      })
    },
  })
  const tell = (event: PeerEvent) => peers.at(-1)?.options.tell(event)
  const begin = (call: ServerMessageOf<'call-opened'>) => {
    const told: PeerEvent['type'][] = []
    const warm = standbys.take(call)
    warm?.begin((event) => told.push(event.type))
    return { warm, told }
  }
  return { timers, sent, rung, peers, previews, standbys, tell, begin }
}

describe('a connection that stands by', () => {
  test('has no track, and signals by itself', () => {
    const { standbys, peers, sent, tell } = arrange()
    standbys.open(standbyOpened(1))
    expect(peers[0]?.options.tracks).toEqual({ audio: null, video: null })
    tell({ type: 'signal', signal: offer })
    expect(sent).toEqual([{ type: 'signal', ...linkTo(1), signal: offer }])
    expect(standbys.hear({ type: 'signal', ...linkTo(1), signal: offer })).toBe(true)
    expect(peers[0]?.did).toEqual(['deliver description'])
  })

  test('hears no signal of another attempt, and takes none that is the call’s', () => {
    const { standbys, peers } = arrange()
    standbys.open(standbyOpened(2))
    expect(standbys.hear({ type: 'signal', ...linkTo(1), signal: offer })).toBe(true)
    expect(peers[0]?.did).toEqual([])
    const ofCall = { ...linkTo(1), callId: 'call-of-another-1' }
    expect(standbys.hear({ type: 'signal', ...ofCall, signal: offer })).toBe(false)
  })

  test('becomes the call’s: it sends the tracks, and tells what it told before', () => {
    const { standbys, peers, tell, begin, timers } = arrange()
    standbys.open(standbyOpened(1))
    tell({ type: 'connected' })
    tell({ type: 'channel-opened' })
    const { told } = begin(opened(1))
    expect(peers).toHaveLength(1)
    expect(peers[0]?.did).toEqual(['send video', 'send audio'])
    expect(told).toEqual(['connected', 'channel-opened'])
    tell({ type: 'interrupted' })
    expect(told).toEqual(['connected', 'channel-opened', 'interrupted'])
    expect(timers.pending()).toBe(0)
  })

  test('tells nothing of an outage that was over before the call', () => {
    const { standbys, tell, begin } = arrange()
    standbys.open(standbyOpened(1))
    tell({ type: 'connected' })
    tell({ type: 'interrupted' })
    tell({ type: 'connected' })
    tell({ type: 'interrupted' })
    tell({ type: 'connected' })
    expect(begin(opened(1)).told).not.toContain('interrupted')
  })

  test('tells of an outage that goes on', () => {
    const { standbys, tell, begin } = arrange()
    standbys.open(standbyOpened(1))
    tell({ type: 'connected' })
    tell({ type: 'interrupted' })
    expect(begin(opened(1)).told).toEqual(['connected', 'interrupted'])
  })

  test('is taken once', () => {
    const { standbys, begin } = arrange()
    standbys.open(standbyOpened(1))
    expect(begin(opened(1)).warm).not.toBeNull()
    expect(begin(opened(1)).warm).toBeNull()
    standbys.clear()
  })

  test.each([
    ['attempt', opened(2)],
    ['call', opened(1, 'call-of-another-1')],
  ])('is closed when the appointment’s call begins with another %s', (_what, call) => {
    const { standbys, peers, begin, timers } = arrange()
    standbys.open(standbyOpened(1))
    expect(begin(call).warm).toBeNull()
    expect(peers[0]?.isOpen).toBe(false)
    expect(timers.pending()).toBe(0)
  })

  test('that hid the addresses looks for the direct way once the call may use it', () => {
    const { standbys, peers, begin } = arrange()
    standbys.open(standbyOpened(1, { iceTransportPolicy: 'relay' }))
    begin(opened(1))
    expect(peers[0]?.did).toEqual(['send video', 'send audio', 'use all', 'restart'])
    standbys.open(standbyOpened(1, { iceTransportPolicy: 'relay', initiator: false }))
    begin(opened(1, callId, false))
    expect(peers[1]?.did).toEqual(['send video', 'send audio', 'use all'])
  })

  test('is replaced by its next attempt', () => {
    const { standbys, peers } = arrange()
    standbys.open(standbyOpened(1))
    standbys.open(standbyOpened(2))
    expect(peers.map(({ isOpen }) => isOpen)).toEqual([false, true])
  })

  test('goes when the server says so, but not for the end of an older one', () => {
    const { standbys, peers, timers } = arrange()
    standbys.open(standbyOpened(1))
    standbys.close({ type: 'standby-closed', appointmentId, callId: 'call-of-before-01' })
    expect(peers[0]?.isOpen).toBe(true)
    standbys.close({ type: 'standby-closed', appointmentId, callId })
    expect(peers[0]?.isOpen).toBe(false)
    expect(timers.pending()).toBe(0)
  })

  test('goes with all others when the line begins anew', () => {
    const { standbys, peers, timers } = arrange()
    standbys.open(standbyOpened(1))
    standbys.open(standbyOpened(1, { appointmentId: 'appointment-other1' }))
    standbys.clear()
    expect(peers.map(({ isOpen }) => isOpen)).toEqual([false, false])
    expect(timers.pending()).toBe(0)
  })
})

describe('the answer goes over it', () => {
  const ringId = 'ring-of-today-0001'

  test('from the worker’s page, and sound and picture with it, once', () => {
    const { standbys, peers, begin } = arrange()
    standbys.open(standbyOpened(1))
    standbys.answer(appointmentId, ringId)
    expect(peers[0]?.did).toEqual([`say ${ringId}`, 'send video', 'send audio'])
    expect(begin(opened(1)).warm?.start).toBe('warm')
    expect(peers[0]?.did).toHaveLength(3)
  })

  test('to the page that rings: its sound and picture leave before the server’s word', () => {
    const { standbys, peers, rung, tell, begin } = arrange()
    standbys.open(standbyOpened(1))
    rung.now = ringId
    tell({ type: 'text', text: ringId })
    expect(peers[0]?.did).toEqual(['send video', 'send audio'])
    expect(begin(opened(1)).told).toEqual([])
  })

  test('to a page that does not ring, or not with this ring, in vain', () => {
    const { standbys, peers, rung, tell } = arrange()
    standbys.open(standbyOpened(1))
    tell({ type: 'text', text: ringId })
    rung.now = 'ring-of-today-0002'
    tell({ type: 'text', text: ringId })
    expect(peers[0]?.did).toEqual([])
  })

  test('and is withdrawn when the ring came to nothing, or the server opens no call in time', () => {
    const { standbys, peers, rung, timers, tell } = arrange()
    standbys.open(standbyOpened(1))
    rung.now = ringId
    standbys.withdraw(appointmentId)
    expect(peers[0]?.did).toEqual([])
    tell({ type: 'text', text: ringId })
    standbys.withdraw(appointmentId)
    expect(peers[0]?.did.splice(0)).toEqual(['send video', 'send audio', 'no video', 'no audio'])
    tell({ type: 'text', text: ringId })
    timers.advance(3_000)
    expect(peers[0]?.did).toEqual(['send video', 'send audio', 'no video', 'no audio'])
    expect(timers.pending()).toBe(0)
  })
})

describe('while it rings, a player is made', () => {
  const stream = {} as MediaStream

  test('of what the connection will bring, once', () => {
    const { standbys, previews, tell } = arrange()
    standbys.open(standbyOpened(1))
    standbys.prepare(appointmentId)
    expect(previews).toEqual([])
    tell({ type: 'stream', stream })
    standbys.prepare(appointmentId)
    standbys.prepare(appointmentId)
    expect(previews).toEqual([stream])
  })

  test.each([
    ['the ring came to nothing', ({ standbys }) => standbys.withdraw(appointmentId)],
    ['the connection goes', ({ standbys }) => standbys.clear()],
  ] satisfies [string, (arranged: ReturnType<typeof arrange>) => void][])(
    'and has nothing to play any more when %s',
    (_why, end) => {
      const arranged = arrange()
      arranged.standbys.open(standbyOpened(1))
      arranged.tell({ type: 'stream', stream })
      arranged.standbys.prepare(appointmentId)
      end(arranged)
      end(arranged)
      expect(arranged.previews).toEqual([stream, null])
    },
  )

  test('and keeps it in the call, which learns of a picture that came before it', () => {
    const { standbys, previews, tell, begin } = arrange()
    standbys.open(standbyOpened(1))
    tell({ type: 'stream', stream })
    standbys.prepare(appointmentId)
    const video = Object.assign(new EventTarget(), { srcObject: stream })
    watchFirstPicture(video as unknown as HTMLVideoElement, stream)
    video.dispatchEvent(new Event('loadeddata'))
    expect(begin(opened(1)).told).toEqual(['stream', 'reached'])
    standbys.withdraw(appointmentId)
    expect(previews).toEqual([stream])
  })
})

describe('a quiet one', () => {
  test('agrees with the other side, and keeps its addresses to itself until its call', () => {
    const { standbys, peers, sent, tell, begin } = arrange()
    standbys.open(standbyOpened(1, { quiet: true }))
    expect(peers[0]?.options.tracks).toEqual({ audio: null, video: null })
    tell({ type: 'signal', signal: offer })
    tell({ type: 'signal', signal: candidate })
    expect(sent).toEqual([{ type: 'signal', ...linkTo(1), signal: offer }])
    const { warm, told } = begin(opened(1))
    expect(warm?.start).toBe('cold')
    expect(peers[0]?.did).toEqual(['send video', 'send audio'])
    expect(told).toEqual(['signal'])
  })

  test('is not late, however long the ring: it cannot connect', () => {
    const { standbys, sent, timers } = arrange()
    standbys.open(standbyOpened(1, { quiet: true }))
    timers.advance(60_000)
    expect(sent).toEqual([])
  })

  test('is made anew where a browser gives up waiting for an address', () => {
    const { standbys, sent, tell } = arrange()
    standbys.open(standbyOpened(1, { quiet: true }))
    tell({ type: 'failed' })
    expect(sent).toEqual([{ type: 'renew', ...linkTo(1) }])
  })

  test('is closed when the ring ends without an answer', () => {
    const { standbys, peers, sent, tell } = arrange()
    standbys.open(standbyOpened(1, { quiet: true }))
    tell({ type: 'signal', signal: candidate })
    standbys.close({ type: 'standby-closed', appointmentId, callId })
    expect(peers[0]?.isOpen).toBe(false)
    expect(sent).toEqual([])
  })
})

describe('the next attempt is asked for', () => {
  const renewal = { type: 'renew', ...linkTo(1) }

  test('at once when the connection failed', () => {
    const { standbys, sent, tell } = arrange()
    standbys.open(standbyOpened(1))
    tell({ type: 'failed' })
    expect(sent).toEqual([renewal])
  })

  test('when it did not come up in time', () => {
    const { standbys, sent, timers, tell } = arrange()
    standbys.open(standbyOpened(1))
    timers.advance(10_000)
    expect(sent).toEqual([renewal])
    standbys.open(standbyOpened(2))
    tell({ type: 'connected' })
    timers.advance(60_000)
    expect(sent).toEqual([renewal])
  })

  test('a moment after the other page closed it, unless the server says why', () => {
    const { standbys, sent, timers, tell } = arrange()
    standbys.open(standbyOpened(1))
    tell({ type: 'closed' })
    standbys.close({ type: 'standby-closed', appointmentId, callId })
    timers.advance(60_000)
    expect(sent).toEqual([])
    standbys.open(standbyOpened(1))
    tell({ type: 'closed' })
    timers.advance(1_500)
    expect(sent).toEqual([renewal])
  })
})
