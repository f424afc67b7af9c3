/** The physician's own camera and microphone: asked for once, kept working until the page goes. */
import { troublesIn, type CareState } from '../rtc/care-state.ts'
import type { CarePorts } from '../rtc/care-ports.ts'
import { createDeviceCare, type DeviceCare } from '../rtc/device-care.ts'
import type { MediaFailure } from '../rtc/media-failure.ts'
import { closeMedia, type ChosenDevices, type OpenedMedia } from '../rtc/media.ts'
import { troubleAfter, type Trouble } from '../rtc/trouble.ts'

export type OwnDevices =
  | { readonly phase: 'off' }
  | { readonly phase: 'opening' }
  | {
      readonly phase: 'open'
      readonly stream: MediaStream
      readonly hasPicture: boolean
      readonly care: CareState
    }
  | { readonly phase: 'failed'; readonly reason: MediaFailure }

export interface DevicePorts {
  openMedia(chosen: ChosenDevices): Promise<OpenedMedia>
  readonly care: CarePorts
  /** For listening to levels; null before the first tap. */
  soundContext(): AudioContext | null
}

export interface DevicesListener {
  changed(own: OwnDevices): void
  /** This track is to be sent from here on. */
  replaced(track: MediaStreamTrack): void
}

/** Whoever creates it calls `close`. */
export function createOwnDevices(ports: DevicePorts, listener: DevicesListener) {
  let own: OwnDevices = { phase: 'off' }
  let care: DeviceCare | null = null

  function set(next: OwnDevices): void {
    own = next
    listener.changed(own)
  }

  function careFor(stream: MediaStream): CareState {
    care = createDeviceCare(stream, ports.care, {
      changed: (state) => {
        if (own.phase !== 'open') return
        set({ ...own, hasPicture: stream.getVideoTracks().length > 0, care: state })
      },
      replaced: (track) => listener.replaced(track),
    })
    return care.state
  }

  return {
    /** Null while nothing is open. */
    get care() {
      return care
    },

    /** Returns the stream, or null when there is none. Without a microphone nobody can be called; without a camera they can. */
    async open(): Promise<MediaStream | null> {
      if (own.phase === 'open') return own.stream
      if (own.phase === 'opening') return null
      set({ phase: 'opening' })
      const opened = await ports.openMedia(ports.care.memory.read())
      if (!opened.ok) {
        set({ phase: 'failed', reason: opened.reason })
        return null
      }
      const { missing, stream } = opened
      if (missing?.device === 'microphone') {
        closeMedia(stream)
        set({ phase: 'failed', reason: missing.reason })
        return null
      }
      set({ phase: 'open', stream, hasPicture: missing === null, care: careFor(stream) })
      return stream
    },

    /** Off; `open` turns them on again. */
    letGo(): void {
      care?.close()
      care = null
      set({ phase: 'off' })
    },

    close(): void {
      care?.close()
    },
  }
}

/** In a call without devices the way to turn them on must stand there too. */
export function troublesOf(own: OwnDevices, silent: boolean): readonly Trouble[] {
  if (own.phase === 'failed') return [troubleAfter('microphone', own.reason)]
  return own.phase === 'open' ? troublesIn(own.care, silent) : []
}
