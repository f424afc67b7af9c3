import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createFakeTrack } from './fake-media.ts'
import { Sending, type Kind, type OutgoingTracks } from './sending.ts'

/** As browsers do it: one change of a sender at a time, made from what was read for it. */
function createFakeSender(kind: Kind) {
  let encodings: RTCRtpEncodingParameters[] = [{ active: true }]
  let isRead = false
  const sender = {
    setStreams: () => {},
    replaceTrack: () => Promise.resolve(),
    getParameters() {
      isRead = true
      return { encodings: structuredClone(encodings) }
    },
    async setParameters(parameters: { encodings: RTCRtpEncodingParameters[] }) {
      if (!isRead) throw new DOMException('read them first', 'InvalidStateError')
      isRead = false
      await Promise.resolve()
      encodings = parameters.encodings
    },
  }
  return { kind, sender, first: () => encodings[0] }
}

async function open(tracks: OutgoingTracks = { audio: null, video: null }, again = false) {
  const senders = [createFakeSender('audio'), createFakeSender('video')] as const
  const transceivers = senders.map(({ kind, sender }) => ({
    receiver: { track: { kind } },
    setCodecPreferences: () => {},
    sender,
  }))
  const sending = new Sending(tracks, again)
  // What `fillBoth` touches of it, and no more.
  await sending.fillBoth({ getTransceivers: () => transceivers } as unknown as RTCPeerConnection)
  const [audio, video] = senders
  return { sending, audio, video }
}

beforeAll(() => {
  vi.stubGlobal('MediaStream', EventTarget)
  vi.stubGlobal('RTCRtpReceiver', { getCapabilities: () => null })
})
afterAll(() => void vi.unstubAllGlobals())

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('what is sent', () => {
  test('has the voice before the picture', async () => {
    const { sending, audio, video } = await open()
    sending.connected()
    await settled()
    expect(audio.first()).toMatchObject({ priority: 'high', networkPriority: 'high' })
    expect(video.first()).toMatchObject({ priority: 'low', networkPriority: 'low' })
  })

  test('keeps that order when the picture takes another shape in the same moment', async () => {
    const { sending, audio, video } = await open()
    sending.connected()
    sending.holdPicture(true)
    sending.refreshPicture()
    sending.shapePicture({ active: true, maxBitrate: 90_000 })
    sending.holdPicture(false)
    await settled()
    expect(audio.first()).toMatchObject({ priority: 'high' })
    expect(video.first()).toMatchObject({ priority: 'low', active: true })
  })

  test('begins again with small pictures when it was held, and grows two seconds later', async () => {
    const { sending, video } = await open({ audio: null, video: createFakeTrack('video') })
    sending.connected()
    await settled()
    vi.useFakeTimers()
    sending.holdPicture(true)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(video.first()).toMatchObject({ active: false })
    sending.holdPicture(false)
    // The browser says so again where it had noticed the outage.
    sending.connected()
    await vi.advanceTimersByTimeAsync(1_900)
    expect(video.first()).toMatchObject({ active: true, scaleResolutionDownBy: 4 })
    await vi.advanceTimersByTimeAsync(200)
    expect(video.first()).toMatchObject({ active: true, scaleResolutionDownBy: 1 })
    vi.useRealTimers()
  })

  test('is small for half a second at first, and for two in the place of a connection that was lost', async () => {
    for (const [again, smallMs] of [
      [false, 500],
      [true, 2_000],
    ] as const) {
      const { sending, video } = await open({ audio: null, video: createFakeTrack('video') }, again)
      vi.useFakeTimers()
      sending.connected()
      await vi.advanceTimersByTimeAsync(smallMs - 100)
      expect(video.first()).toMatchObject({ scaleResolutionDownBy: 4 })
      await vi.advanceTimersByTimeAsync(200)
      expect(video.first()).toMatchObject({ scaleResolutionDownBy: 1 })
      vi.useRealTimers()
    }
  })

  test('waits the whole two seconds again after each of two short outages', async () => {
    const { sending, video } = await open({ audio: null, video: createFakeTrack('video') })
    vi.useFakeTimers()
    sending.connected()
    for (const held of [true, false]) sending.holdPicture(held)
    await vi.advanceTimersByTimeAsync(1_500)
    for (const held of [true, false]) sending.holdPicture(held)
    // Another camera meanwhile changes nothing.
    sending.setTrack('video', createFakeTrack('video'))
    await vi.advanceTimersByTimeAsync(1_900)
    expect(video.first()).toMatchObject({ active: true, scaleResolutionDownBy: 4 })
    await vi.advanceTimersByTimeAsync(200)
    expect(video.first()).toMatchObject({ scaleResolutionDownBy: 1 })
    sending.holdPicture(true)
    sending.holdPicture(false)
    sending.close()
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })

  test('is of another kind for a moment once it is held, so that the browser forgets what it sent', async () => {
    const track = createFakeTrack('video')
    const { sending, video } = await open({ audio: null, video: track })
    const seen: unknown[] = []
    Object.defineProperty(track, 'contentHint', {
      set(kind: string) {
        seen.push([kind, video.first()?.active])
      },
    })
    sending.holdPicture(true)
    sending.holdPicture(true)
    await settled()
    sending.holdPicture(false)
    await settled()
    expect(seen).toEqual([
      ['detail', false],
      ['motion', false],
    ])
  })

  test('is marked as a voice and as a person who moves, a track that comes later too', async () => {
    const [audio, video] = [createFakeTrack('audio'), createFakeTrack('video')]
    const { sending } = await open({ audio, video: null })
    sending.setTrack('video', video)
    expect([audio.contentHint, video.contentHint]).toEqual(['speech', 'motion'])
  })
})
