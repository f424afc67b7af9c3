/** Tracks and streams for tests: only what our own code looks at. */

export interface FakeTrack {
  readonly kind: 'audio' | 'video'
  enabled: boolean
  readyState: 'live' | 'ended'
  muted: boolean
  /** The device is gone. */
  end(): void
  /** The browser gives nothing for a while, or goes on. */
  holdBack(held: boolean): void
}

export function createFakeTrack(kind: 'audio' | 'video'): MediaStreamTrack & FakeTrack {
  const fake: FakeTrack = {
    kind,
    enabled: true,
    readyState: 'live',
    muted: false,
    end() {
      track.readyState = 'ended'
      track.dispatchEvent(new Event('ended'))
    },
    holdBack(held) {
      track.muted = held
      track.dispatchEvent(new Event(held ? 'mute' : 'unmute'))
    },
  }
  const track = Object.assign(new EventTarget(), fake, {
    label: '',
    stop: () => (track.readyState = 'ended'),
    getSettings: (): MediaTrackSettings => ({}),
  })
  // The rest of a track is never touched.
  return track as unknown as MediaStreamTrack & FakeTrack
}

export function createFakeStream(...first: FakeTrack[]): MediaStream {
  let tracks = first
  const of = (kind: string) => tracks.filter((track) => track.kind === kind)
  const stream = {
    getTracks: () => tracks,
    getAudioTracks: () => of('audio'),
    getVideoTracks: () => of('video'),
    addTrack: (track: FakeTrack) => (tracks = [...tracks, track]),
    removeTrack: (track: FakeTrack) => (tracks = tracks.filter((each) => each !== track)),
  }
  return stream as unknown as MediaStream
}
