/** Holds camera and microphone for the length of the visit: opens them once, keeps them working, lets go at the end. */
import type { CarePorts } from '../rtc/care-ports.ts'
import { createDeviceCare, type DeviceCare } from '../rtc/device-care.ts'
import { closeMedia, type MediaWishes, type OpenedMedia } from '../rtc/media.ts'
import type { Media } from './visit-state.ts'

export interface MediaPorts {
  openMedia(wishes: MediaWishes): Promise<OpenedMedia>
  readonly care: CarePorts
}

export interface MediaListener {
  changed(): void
  /** This track is to be sent from here on. */
  replaced(track: MediaStreamTrack): void
}

export interface MediaHold {
  readonly media: Media
  /** Null while nothing is open. */
  readonly care: DeviceCare | null
  /** Call it in a tap. Returns when the devices are open or have failed. */
  turnOn(camera: boolean): Promise<void>
  letGo(): void
}

export function createMediaHold(ports: MediaPorts, listener: MediaListener): MediaHold {
  let media: Media = { phase: 'untouched' }
  let care: DeviceCare | null = null

  const set = (next: Media) => {
    media = next
    listener.changed()
  }

  function take(opened: OpenedMedia): void {
    if (!opened.ok) {
      set({ phase: 'failed', reason: opened.reason })
      return
    }
    const { stream, missing } = opened
    const devices = () => ({
      camera: stream.getVideoTracks().length > 0,
      microphone: stream.getAudioTracks().length > 0,
    })
    care = createDeviceCare(stream, ports.care, {
      ...listener,
      changed: (state) => {
        if (media.phase === 'open') set({ ...media, ...devices(), care: state })
      },
    })
    set({ phase: 'open', stream, missing, ...devices(), care: care.state })
  }

  return {
    get media() {
      return media
    },
    get care() {
      return care
    },
    async turnOn(camera) {
      if (media.phase === 'open' || media.phase === 'asking') return
      const asking: Media = { phase: 'asking' }
      const isWanted = () => media === asking
      set(asking)
      const opened = await ports.openMedia({ camera, chosen: ports.care.memory.read() })
      if (isWanted()) take(opened)
      // Let go of while the browser asked.
      else if (opened.ok) closeMedia(opened.stream)
    },
    letGo() {
      care?.close()
      care = null
      if (media.phase === 'open') closeMedia(media.stream)
      set({ phase: 'untouched' })
    },
  }
}
