/** Holds camera and microphone for the length of the visit: opens them once, mends what is lost, lets go at the end. */
import { closeMedia, type Device, type Facing, type OpenedMedia } from '../rtc/media.ts'
import type { LossListener } from '../rtc/media-loss.ts'
import type { Media } from './visit-state.ts'

export interface MediaPorts {
  openMedia(wishes: { readonly camera: boolean; readonly facing: Facing }): Promise<OpenedMedia>
  openTrack(device: Device, facing: Facing): Promise<MediaStreamTrack | null>
  watchLoss(stream: MediaStream, listener: LossListener): () => void
}

export interface MediaHold {
  readonly media: Media
  /** Call it in a tap. Returns when the devices are open or have failed. */
  turnOn(camera: boolean): Promise<void>
  /** Opens the device that was lost again; resolves with the new track, to be sent instead of the old one. */
  restore(): Promise<MediaStreamTrack | null>
  /** From the camera at the front to the one at the back, or the other way round. */
  otherCamera(): Promise<MediaStreamTrack | null>
  letGo(): void
}

export function createMediaHold(ports: MediaPorts, changed: () => void): MediaHold {
  let media: Media = { phase: 'untouched' }
  let unwatch = () => {}

  const set = (next: Media) => {
    media = next
    changed()
  }
  const amend = (part: Partial<Media & { phase: 'open' }>) => {
    if (media.phase === 'open') set({ ...media, ...part })
  }
  const watch = (stream: MediaStream) => {
    unwatch()
    unwatch = ports.watchLoss(stream, {
      lost: (device) => amend({ trouble: `${device}-lost` }),
      returned: () => amend({ trouble: null }),
    })
  }

  /** The old track is stopped first: many phones cannot open two cameras. */
  const exchange = async (device: Device, facing: Facing) => {
    if (media.phase !== 'open') return null
    const { stream } = media
    const tracks = device === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks()
    for (const track of tracks) track.stop()
    const track = await ports.openTrack(device, facing)
    if (track === null) return null
    for (const old of tracks) stream.removeTrack(old)
    stream.addTrack(track)
    watch(stream)
    return track
  }

  return {
    get media() {
      return media
    },
    async turnOn(camera) {
      if (media.phase === 'open' || media.phase === 'asking') return
      set({ phase: 'asking' })
      const opened = await ports.openMedia({ camera, facing: 'user' })
      if (!opened.ok) {
        set({ phase: 'failed', reason: opened.reason })
        return
      }
      const { stream, missing } = opened
      watch(stream)
      set({
        phase: 'open',
        stream,
        missing,
        camera: stream.getVideoTracks().length > 0,
        microphone: stream.getAudioTracks().length > 0,
        facing: 'user',
        trouble: null,
      })
    },
    async restore() {
      if (media.phase !== 'open' || media.trouble === null) return null
      const device = media.trouble === 'camera-lost' ? 'camera' : 'microphone'
      const track = await exchange(device, media.facing)
      if (track !== null) amend({ trouble: null })
      return track
    },
    async otherCamera() {
      if (media.phase !== 'open') return null
      const before = media.facing
      const wished = before === 'user' ? 'environment' : 'user'
      const track = await exchange('camera', wished)
      if (track !== null) {
        amend({ facing: wished })
        return track
      }
      const back = await exchange('camera', before)
      amend({ trouble: back === null ? 'camera-lost' : null })
      return back
    },
    letGo() {
      unwatch()
      if (media.phase === 'open') closeMedia(media.stream)
      set({ phase: 'untouched' })
    },
  }
}
