/** Tracks and streams for tests: only what our own code looks at. */

export interface FakeTrack {
  readonly kind: 'audio' | 'video'
  enabled: boolean
  readyState: 'live' | 'ended'
  /** The device is gone. */
  end(): void
}

export function createFakeTrack(kind: 'audio' | 'video'): MediaStreamTrack & FakeTrack {
  const fake: FakeTrack = {
    kind,
    enabled: true,
    readyState: 'live',
    end() {
      track.readyState = 'ended'
      track.dispatchEvent(new Event('ended'))
    },
  }
  const track = Object.assign(new EventTarget(), fake)
  // The rest of a track is never touched.
  return track as unknown as MediaStreamTrack & FakeTrack
}

export function createFakeStream(...tracks: FakeTrack[]): MediaStream {
  const of = (kind: string) => tracks.filter((track) => track.kind === kind)
  const stream = {
    getTracks: () => tracks,
    getAudioTracks: () => of('audio'),
    getVideoTracks: () => of('video'),
  }
  return stream as unknown as MediaStream
}
