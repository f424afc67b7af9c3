/**
 * The person's own side: which tracks there are, and whether they may be heard and seen. Mute, camera and pause are wishes
 * that outlive tracks and attempts; a track that comes later obeys them from its first moment.
 */
import type { Devices } from './devices.ts'
import type { OutgoingTracks } from './sending.ts'
import type { Trouble } from './trouble.ts'

export interface Outgoing {
  readonly tracks: OutgoingTracks
  readonly devices: Devices
  useStream(stream: MediaStream | null): void
  replaceTrack(track: MediaStreamTrack): void
  setMicrophone(on: boolean): void
  setCamera(on: boolean): void
  /** Silences everything at once; afterwards each device is as it was before. */
  setPaused(paused: boolean): void
  /** As a pause, but no person ends it. */
  setHalted(halted: boolean): void
  /** What keeps a device from working now, told to the other side with the rest. */
  setTroubles(troubles: readonly Trouble[]): void
}

type Kind = keyof OutgoingTracks

/** `changed` is called after every change; `replaced` when another track of a kind is to be sent. */
export function createOutgoing(
  changed: () => void,
  replaced: (kind: Kind, track: MediaStreamTrack | null) => void,
): Outgoing {
  let tracks: OutgoingTracks = { audio: null, video: null }
  let troubles: readonly Trouble[] = []
  let wishes = { audio: true, video: true, paused: false, halted: false }

  function set(kind: Kind, track: MediaStreamTrack | null): void {
    if (tracks[kind] === track) return
    tracks = { ...tracks, [kind]: track }
    // A camera that is unplugged, or taken away by the system, ends its track.
    track?.addEventListener('ended', changed, { once: true })
    obey()
    replaced(kind, track)
  }

  function wish(next: Partial<typeof wishes>): void {
    wishes = { ...wishes, ...next }
    obey()
    changed()
  }

  function obey(): void {
    for (const kind of ['audio', 'video'] as const) {
      const track = tracks[kind]
      if (track !== null) track.enabled = wishes[kind] && !isSilent()
    }
  }

  function isSilent(): boolean {
    return wishes.paused || wishes.halted
  }

  function deviceOf(kind: Kind): Devices['camera'] {
    const track = tracks[kind]
    if (track === null || track.readyState === 'ended') return 'none'
    return wishes[kind] ? 'on' : 'off'
  }

  return {
    get tracks() {
      return tracks
    },
    get devices() {
      const devices = { microphone: deviceOf('audio'), camera: deviceOf('video') }
      const told = troubles.length === 0 ? {} : { troubles }
      return { ...devices, paused: isSilent(), ...told }
    },
    useStream(stream) {
      set('audio', stream?.getAudioTracks()[0] ?? null)
      set('video', stream?.getVideoTracks()[0] ?? null)
      changed()
    },
    replaceTrack(track) {
      set(track.kind === 'audio' ? 'audio' : 'video', track)
      changed()
    },
    setMicrophone: (on) => wish({ audio: on }),
    setCamera: (on) => wish({ video: on }),
    setPaused: (paused) => wish({ paused }),
    setHalted: (halted) => wish({ halted }),
    setTroubles(next) {
      const isSame =
        next.length === troubles.length && next.every((each, at) => each === troubles[at])
      if (isSame) return
      troubles = next
      changed()
    },
  }
}
